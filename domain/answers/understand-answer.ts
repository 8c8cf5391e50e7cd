import { type AnswerProblem, type AnswerProblemKey, problem } from '../catalogue/answer-problem.ts';
import { check } from '../catalogue/check-answer.ts';
import type { Facts } from '../catalogue/rule.ts';
import type { Answer, Question, QuestionType } from '../catalogue/service-definition.ts';
import type { Language } from '../shared/language.ts';
import type { IsoDate } from '../shared/time.ts';
import { readAddress, readLocation } from './addresses.ts';
import { type AmountRead, readMoney, readQuantity } from './amounts.ts';
import { readEmail, readPhone } from './contacts.ts';
import { readDate, settingOf } from './dates.ts';
import { readIdNumber } from './id-text.ts';
import { isHardlyName, readName } from './names.ts';
import { findOption, type Option } from './pick-option.ts';
import { tidy, tidyLines } from './plain-text.ts';
import { isSkip, readYesNo, readYesNoMenu } from './yes-no.ts';

export interface AnswerContext {
  readonly today: IsoDate;
  readonly language?: Language;
  /** A choice's wordings in all languages; without them only its values are known. */
  readonly choices?: readonly Option[];
  /** For windows that name another answer. */
  readonly facts?: Facts;
}

/**
 * What a text says to a question. `confirm`: it was not said in full (a day without its year, "kal", a mistyped choice),
 * or is hardly an answer (a person called "tomorrow"), so show it and ask. `alternatives`: other answers that may be
 * meant. An empty answer passes over an optional question.
 */
export type AnswerFound =
  | { readonly ok: true; readonly answer: Answer; readonly confirm?: true; readonly alternatives?: readonly Answer[] }
  | { readonly ok: false; readonly problem: AnswerProblem; readonly alternatives?: readonly Answer[] };

/** Reads an answer out of a text and checks it. Pure; nothing that was not said is filled in. */
export function understandAnswer(question: Question, text: string, context: AnswerContext): AnswerFound {
  const said = text.slice(0, longestText);
  if (tidy(said) === '') return bad('answer.required');
  const found = readers[question.type](question, said, context);
  // "Pata nahi" is also a text: where a question may be passed over, it passes.
  if (isSkip(said) && (!found.ok || isFree[question.type]))
    return question.optional ? good('') : bad('answer.required');
  if (!found.ok) return found;
  const wrong = check(question, found.answer, context.facts ?? {}, context.today);
  return wrong ? { ok: false, problem: wrong } : found;
}

/** Longer messages are cut before they are read; every limit of a question is lower. */
const longestText = 5000;

type Reader = (question: Question, text: string, context: AnswerContext) => AnswerFound;

const good = (answer: Answer, confirm = false, alternatives: readonly Answer[] = []): AnswerFound => ({
  ok: true,
  answer,
  ...(confirm && { confirm: true as const }),
  ...(alternatives.length > 0 && { alternatives }),
});
const bad = (key: AnswerProblemKey): AnswerFound => ({ ok: false, problem: problem(key) });
const goodOr = (answer: Answer | undefined, key: AnswerProblemKey): AnswerFound =>
  answer === undefined ? bad(key) : good(answer);

const readDateAnswer: Reader = (question, text, { today, facts }) => {
  const setting = settingOf(question, today, facts);
  const read = readDate(text, setting);
  const month = 'problem' in read && question.monthIsEnough ? firstOfMonthIn(text, setting) : undefined;
  if (month !== undefined) return good(month, true);
  return 'problem' in read ? bad(`answer.${read.problem}`) : good(read.date, !read.stated, read.alternatives);
};

/** "March 2010", "3/2010": its first day. */
function firstOfMonthIn(text: string, setting: Parameters<typeof readDate>[1]): string | undefined {
  const isNumeric = /^\s*\p{Nd}{1,2}\s*[/.-]\s*\p{Nd}{4}\s*$/u.test(text);
  const read = readDate(isNumeric ? `1/${text.trim()}` : `1 ${text}`, setting);
  return 'date' in read && read.stated ? read.date : undefined;
}

const readChoice: Reader = (question, text, context) => {
  const { choices = [] } = question;
  const part = question.parts && partMeant(question, text);
  if (part) return part;
  const options = context.choices?.length ? context.choices : choices.map((value) => ({ value, labels: [] }));
  const picked = findOption(text, options);
  if (picked === undefined) return bad('answer.notInList');
  if ('several' in picked) return { ok: false, problem: problem('answer.severalInList'), alternatives: picked.several };
  return good(picked.value, !picked.sure);
};

/** "80 hazaar" where "up to 1 lakh" is offered. A small bare number is one of the list's, and what is "more than" is no end of a part. */
function partMeant({ id, parts, choices = [] }: Question, text: string): AnswerFound | undefined {
  if (/^\s*\p{Nd}{1,2}\s*$/u.test(text) || moreWords.test(text)) return undefined;
  const isMoney = parts === 'up-to';
  const read = isMoney ? readMoney(text, { id }) : readQuantity(text, { id });
  if ('problem' in read) return read.problem === 'perMonth' ? bad('answer.amountForAYear') : undefined;
  const value = Number(read.value) / (isMoney ? 100 : 1);
  if (isMoney && value < LEAST_AMOUNT) return undefined;
  const ends = choices.map(Number);
  const at = isMoney ? ends.findIndex((end) => value <= end) : ends.findLastIndex((end) => value >= end);
  const part = choices[at];
  return part === undefined ? undefined : good(part, read.isRough);
}

/** Less is no income of a year, but a number of something else. */
const LEAST_AMOUNT = 1000;

const moreWords = /(?<!\p{L})(zyada|jyada|adhik|upar|oopar|more|above|over)(?!\p{L})|ज़्यादा|ज्यादा|अधिक|ऊपर/iu;

/** "1, 3", "pehla aur teesra", or their names with commas, "aur" or "and" between them. */
const readChoices: Reader = (question, text, context) => {
  const found = text
    .split(/[,;\n/+&।]|\s(?:and|aur|और|व|तथा)\s/iu)
    .filter((part) => tidy(part) !== '')
    .map((part) => readChoice(question, part, context));
  const wrong = found.find((each) => !each.ok);
  if (wrong) return wrong;
  const values = new Set(found.flatMap((each) => (each.ok ? [each.answer] : [])));
  return good(
    (question.choices ?? []).filter((each) => values.has(each)).join(','),
    found.some((each) => each.ok && each.confirm === true),
  );
};

const readYesNoAnswer: Reader = (_, text) => {
  const yes = readYesNoMenu(text);
  return goodOr(yes === undefined ? undefined : yes ? 'yes' : 'no', 'answer.notYesOrNo');
};

const readNameAnswer: Reader = (_, text) => {
  const read = readName(text);
  return 'name' in read ? good(read.name, isHardlyName(read.name)) : { ok: false, problem: read.problem };
};

const fromAmount = (read: AmountRead, otherwise: AnswerProblemKey): AnswerFound => {
  if ('value' in read) return good(read.value, read.isRough);
  return bad(read.problem === 'perMonth' ? 'answer.amountForAYear' : otherwise);
};

/** Words of his own: a bare yes says only that there is something to tell. */
const told = (text: string, read: (text: string) => Answer): AnswerFound =>
  readYesNo(text) === true ? bad('answer.yesAlone') : good(read(text));

const readers: Readonly<Record<QuestionType, Reader>> = {
  text: (_, text) => told(text, tidy),
  'long-text': (_, text) => told(text, tidyLines),
  date: readDateAnswer,
  number: (question, text) => fromAmount(readQuantity(text, question), 'answer.notANumber'),
  money: (question, text) => fromAmount(readMoney(text, question), 'answer.notAnAmount'),
  choice: readChoice,
  'yes-no': readYesNoAnswer,
  phone: (_, text) => goodOr(readPhone(text), 'answer.invalidPhone'),
  email: (_, text) => goodOr(readEmail(text), 'answer.invalidEmail'),
  address: (_, text) => told(text, readAddress),
  'person-name': readNameAnswer,
  'id-number': (question, text) => good(readIdNumber(text, question)),
  'account-number': (question, text) => good(readIdNumber(text, question)),
  // A bare yes is no place.
  location: (_, text) => goodOr(readYesNo(text) === undefined ? readLocation(text) : undefined, 'answer.notALocation'),
  'multi-choice': readChoices,
  slot: readChoice,
  list: () => bad('answer.notInList'),
};

/** Types that take any text. */
const isFree: Readonly<Partial<Record<QuestionType, boolean>>> = {
  text: true,
  'long-text': true,
  address: true,
  location: true,
  'person-name': true,
  'id-number': true,
  'account-number': true,
};
