import type { Answer, Question, QuestionType } from '../catalogue/service-definition.ts';
import type { IsoDate } from '../shared/time.ts';
import { dayOf } from './date-parts.ts';
import { readDate, settingOf } from './dates.ts';
import { understandAnswer } from './understand-answer.ts';

/** Answers that are read out of words, so that both the wrong and the right one can be told apart by what they mean. */
export const READ: ReadonlySet<QuestionType> = new Set(['date', 'money', 'number', 'phone']);

/** What was said in place of an answer, in full: "7 march" said of 5 March 1984 is of the same year. */
export function inFull(question: Question, said: string, before: Answer, today: IsoDate): string {
  if (question.type !== 'date') return said;
  const year = before.slice(0, 4);
  for (const text of [said, `${said} ${year}`]) {
    const read = readDate(text, settingOf(question, today));
    if ('date' in read && read.stated && read.alternatives.length === 0) return read.date;
  }
  return said;
}

/** The answer that is meant for certain by what was said in place of another one. */
export function readAnew(question: Question, said: string, before: Answer, today: IsoDate): Answer | undefined {
  if (!READ.has(question.type)) return undefined;
  const found = understandAnswer(question, inFull(question, said, before, today), { today });
  return found.ok && !found.confirm && !found.alternatives && found.answer !== '' ? found.answer : undefined;
}

/** May this be what was said in place of an answer, even if it has to be asked? */
export const mayBeSaid = (question: Question, said: string, before: Answer, today: IsoDate): boolean =>
  understandAnswer(question, inFull(question, said, before, today), { today }).ok;

/** The right one where the wrong one is what stands there: "5 march nahi 7", "5 nahi 7 march", "65 nahi 67". */
export function insteadOf(
  question: Question,
  wrong: string,
  right: string,
  before: Answer,
  today: IsoDate,
): Answer | undefined {
  const [was, is] = [wrong, right].map((said) => readAnew(question, said, before, today));
  if (was === before && is !== undefined) return is === before ? undefined : is;
  if (question.type !== 'date') return undefined;
  if (was === before) return sameMonth(before, right);
  // Only its day was said; the month that follows must be the one that stands there, or the day could be any number.
  const isItsDay = /^\d{1,2}$/.test(wrong.trim()) && Number(wrong) === Number(before.slice(8));
  return isItsDay && is !== before ? is : undefined;
}

const sameMonth = (before: Answer, day: string): Answer | undefined =>
  /^\d{1,2}$/.test(day.trim()) ? dayOf(Number(before.slice(0, 4)), Number(before.slice(5, 7)), Number(day)) : undefined;
