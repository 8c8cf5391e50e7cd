import { describeAnswer } from '../answers/describe-answer.ts';
import { entryValues, serviceKey } from '../catalogue/catalogue.ts';
import { asksForAnother, type Entry, entryOf, questionsOf } from '../catalogue/expand-list.ts';
import type { Fee } from '../catalogue/fee.ts';
import type { Answer, Answers, Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { isZero } from '../shared/money.ts';
import { type Phrase, type PhraseValue, phrase } from '../shared/phrase.ts';

/** What it costs, as far as the answers tell. */
export function feeSentence(service: ServiceDefinition, fee: Fee): Phrase {
  if (!fee.known) return phrase(serviceKey.feeInWords(service.id));
  return isZero(fee.total) ? phrase('form.noFee') : phrase('form.fee', { fee: { money: fee.total } });
}

/** One line for each answer: its label, and what was understood; and one for each entry of a list. `all` tells how long lists are. */
export function shownAnswers(service: ServiceDefinition, shown: Answers, all: Answers): readonly Phrase[] {
  const given = questionsOf(service, { ...all, ...shown }).filter(
    ({ id }) => (shown[id] ?? '') !== '' && !asksForAnother(id),
  );
  const lines = new Map<string, readonly Question[]>();
  for (const question of given) {
    const entry = entryOf(question.id);
    const line = entry ? `${entry.list}.${entry.n}` : question.id;
    lines.set(line, [...(lines.get(line) ?? []), question]);
  }
  return [...lines.values()].map((questions) => lineOf(service, questions, shown));
}

function lineOf(service: ServiceDefinition, questions: readonly Question[], answers: Answers): Phrase {
  const [question] = questions;
  const entry = question && entryOf(question.id);
  if (question && !entry) return answerLine(service, question, answers[question.id] ?? '');
  const row = questions.map((each): PhraseValue => {
    const answer = answers[each.id] ?? '';
    return saysItself(each) ? describeAnswer(service.id, each, answer) : { phrase: answerLine(service, each, answer) };
  });
  return phrase('form.answerLine', { label: { phrase: entryLabel(service, entry) }, answer: { row } });
}

const answerLine = (service: ServiceDefinition, question: Question, answer: Answer): Phrase =>
  phrase('form.answerLine', {
    label: labelOf(service, question.id),
    answer: describeAnswer(service.id, question, answer),
  });

/** Within a row, a name needs no label; a bare number or "yes" does. */
const saysItself = ({ type }: Question): boolean => !['number', 'money', 'yes-no'].includes(type);

/** "Family member 2". */
export const entryLabel = (service: ServiceDefinition, entry: Pick<Entry, 'list' | 'n'> | undefined): Phrase =>
  phrase('form.entry', {
    label: { phrase: phrase(serviceKey.label(service.id, entry?.list ?? '')) },
    n: entry?.n ?? 0,
  });

export const labelOf = (service: ServiceDefinition, question: string): PhraseValue => ({
  phrase: labelPhrase(service, question),
});

export const labelPhrase = (service: ServiceDefinition, question: string): Phrase =>
  phrase(serviceKey.label(service.id, question), entryValues(question));

export const serviceValues = (service: ServiceDefinition): Record<string, PhraseValue> => ({
  service: { phrase: phrase(serviceKey.name(service.id)) },
  department: { phrase: phrase(`departments.${service.department}`) },
});
