import { describeAnswer } from '#domain/answers/describe-answer.ts';
import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { entriesIn, entryOf, questionsOf } from '#domain/catalogue/expand-list.ts';
import { printedIds } from '#domain/catalogue/printed-questions.ts';
import type { Answers, Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { ApplicationSnapshot } from '#domain/service-application/service-application.ts';
import type { PhraseValue } from '#domain/shared/phrase.ts';
import { isDate } from '#domain/shared/time.ts';
import type { PrintData } from '../ports/out/certificate-printer.ts';
import type { Translator } from '../ports/out/translator.ts';

/**
 * The lines of a document without a form of its own: what the service names as printed, in both languages. A name is a
 * question, or a fact of the issue such as `registration_date`; one that has no value is left out.
 */
export function printedRows(
  service: ServiceDefinition,
  { answers }: ApplicationSnapshot,
  facts: Readonly<Record<string, string>>,
  translator: Translator,
): readonly PrintData[] {
  const names = printedIds(service);
  return names.flatMap((name) => {
    const question = service.questions.find(({ id }) => id === name);
    if (question?.type === 'list') return entryRows(service, question, answers, translator);
    const answer = answers[name];
    if (question && answer) {
      const label = both(translator, serviceKey.label(service.id, name));
      return [{ label_hi: label.hi, label_en: label.en, ...printedValue(service, question, answer, translator) }];
    }
    const fact = facts[name];
    const key = `document.facts.${name}`;
    if (!fact || !translator.has(key, 'en')) return [];
    const label = both(translator, key);
    return [{ label_hi: label.hi, label_en: label.en, value_hi: fact, value_en: fact }];
  });
}

/** A line for each entry of a list. */
function entryRows(
  service: ServiceDefinition,
  list: Question,
  answers: Answers,
  translator: Translator,
): readonly PrintData[] {
  const label = both(translator, serviceKey.label(service.id, list.id));
  return entriesIn(list, answers).map((entry, at) => {
    const values = questionsOf(service, answers).flatMap((question) => {
      const own = entryOf(question.id);
      const answer = own?.list === list.id && own.n === at + 1 ? entry[own.item] : undefined;
      return answer === undefined ? [] : [printedValue(service, question, answer, translator)];
    });
    return {
      label_hi: `${label.hi} ${at + 1}`,
      label_en: `${label.en} ${at + 1}`,
      value_hi: values.map(({ value_hi }) => value_hi).join(', '),
      value_en: values.map(({ value_en }) => value_en).join(', '),
    };
  });
}

/** In full: the document is its holder's. Only an Aadhaar number and a bank account are never printed whole. */
function printedValue(service: ServiceDefinition, question: Question, answer: string, translator: Translator) {
  if (isDate(answer)) return { value_hi: answer, value_en: answer };
  const isWhole =
    !['aadhaar', 'bank'].includes(question.of ?? '') &&
    ['person-name', 'phone', 'account-number'].includes(question.type);
  const value: PhraseValue = isWhole ? answer : describeAnswer(service.id, question, answer);
  const said = (language: 'hi' | 'en') => translator.say({ key: 'document.value', values: { value } }, language);
  return { value_hi: said('hi'), value_en: said('en') };
}

export const both = (translator: Translator, key: string): { hi: string; en: string } => ({
  hi: translator.say({ key }, 'hi'),
  en: translator.say({ key }, 'en'),
});
