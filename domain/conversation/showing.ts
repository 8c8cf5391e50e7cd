import { describeAnswer } from '../answers/describe-answer.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import type { Fee } from '../catalogue/fee.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { isZero } from '../shared/money.ts';
import { type Phrase, type PhraseValue, phrase } from '../shared/phrase.ts';

/** What it costs, as far as the answers tell. */
export function feeSentence(service: ServiceDefinition, fee: Fee): Phrase {
  if (!fee.known) return phrase(`services.${service.id}.fee`);
  return isZero(fee.total) ? phrase('form.noFee') : phrase('form.fee', { fee: { money: fee.total } });
}

/** One line for each answer: its label, and what was understood. */
export const shownAnswers = (
  service: ServiceDefinition,
  answers: Readonly<Record<string, string>>,
): readonly Phrase[] =>
  service.questions.flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined || answer === '') return [];
    return [
      phrase('form.answerLine', {
        label: labelOf(service, question.id),
        answer: describeAnswer(service.id, question, answer),
      }),
    ];
  });

export const labelOf = (service: ServiceDefinition, question: string): PhraseValue => ({
  phrase: phrase(serviceKey.label(service.id, question)),
});

export const serviceValues = (service: ServiceDefinition): Record<string, PhraseValue> => ({
  service: { phrase: phrase(serviceKey.name(service.id)) },
  department: { phrase: phrase(`departments.${service.department}`) },
});
