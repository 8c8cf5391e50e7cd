import { type IsoDate, isDate, plusDays } from '../shared/time.ts';
import { type AnswerProblem, type AnswerProblemKey, problem } from './answer-problem.ts';
import { fitsKind } from './id-numbers.ts';
import type { Facts } from './rule.ts';
import type { Answer, Question } from './service-definition.ts';

/** Does a canonical answer fit its question? An empty answer passes over an optional question. */
export function check(question: Question, answer: Answer, facts: Facts, today: IsoDate): AnswerProblem | undefined {
  if (answer === '') return question.optional ? undefined : problem('answer.required');
  return checks[question.type](question, answer, facts, today) ?? checkPattern(question, answer);
}

type Check = (question: Question, answer: Answer, facts: Facts, today: IsoDate) => AnswerProblem | undefined;

const longest: Readonly<Partial<Record<Question['type'], number>>> = {
  text: 500,
  'long-text': 4000,
  address: 500,
  'person-name': 100,
  email: 254,
  location: 500,
};

/** Documents are printed in Hindi and English: a letter of another script would stop them. */
const isPrintable = (text: string): boolean =>
  !/[^\p{Script=Latin}\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]/u.test(text);

const checkText: Check = ({ type, isPrinted, min = 1, max = longest[type] ?? 500 }, answer) => {
  if (isPrinted && !isPrintable(answer)) return problem('answer.otherLetters');
  const length = [...answer].length;
  if (length < min) return problem('answer.tooShort', { min });
  return length > max ? problem('answer.tooLong', { max }) : undefined;
};

/** Letters and marks of Latin or Devanagari, and the signs that stand in names. */
const nameCharacters = /^(?:\p{Script=Latin}|\p{Script=Devanagari}|\u200c|\u200d|[ .'-])+$/u;

const checkName: Check = (question, answer, facts, today) => {
  if (/\p{N}/u.test(answer)) return problem('answer.nameHasDigits');
  if (!isPrintable(answer)) return problem('answer.otherLetters');
  if (!nameCharacters.test(answer) || !/\p{L}/u.test(answer)) return problem('answer.notAName');
  return checkText({ ...question, min: question.min ?? 2 }, answer, facts, today);
};

/** Shorter texts cannot say a house and a place. */
const shortestAddress = 8;

const checkAddress: Check = (question, answer, facts, today) => {
  const { min = shortestAddress } = question;
  if ([...answer].length < min) return problem('answer.addressTooShort', { min });
  return checkText({ ...question, min }, answer, facts, today);
};

const checkNumber: Check = ({ min, max }, answer) => {
  const value = /^-?\d{1,15}(\.\d{1,6})?$/.test(answer) ? Number(answer) : undefined;
  if (value === undefined) return problem('answer.notANumber');
  if (min !== undefined && value < min) return problem('answer.numberTooSmall', { min });
  return max !== undefined && value > max ? problem('answer.numberTooLarge', { max }) : undefined;
};

const checkMoney: Check = ({ min = 0, max }, answer) => {
  const value = /^\d{1,15}$/.test(answer) ? Number(answer) : undefined;
  if (value === undefined) return problem('answer.notAnAmount');
  if (value < min) return problem('answer.amountTooSmall', { min: { money: { paise: min } } });
  return max !== undefined && value > max
    ? problem('answer.amountTooLarge', { max: { money: { paise: max } } })
    : undefined;
};

const checkDate: Check = ({ notBefore, notAfter }, answer, facts, today) => {
  if (!isDate(answer)) return problem('answer.notADate');
  const earliest = dayMeantBy(notBefore, facts, today);
  const latest = dayMeantBy(notAfter, facts, today);
  if (latest !== undefined && answer > latest) {
    return problem(latest === today ? 'answer.dateInFuture' : 'answer.dateTooLate', { latest: { date: latest } });
  }
  if (earliest === undefined || answer >= earliest) return undefined;
  return problem(earliest === today ? 'answer.dateInPast' : 'answer.dateTooEarly', { earliest: { date: earliest } });
};

/** The day that a bound names: `today`, `today-21d`, `today-100y`, a day, or a fact that holds one. Unknown: no bound. */
export function dayMeantBy(bound: string | undefined, facts: Facts, today: IsoDate): IsoDate | undefined {
  if (bound === undefined || isDate(bound)) return bound;
  const relative = /^today(?:([+-]\d{1,5})([dmy]))?$/.exec(bound);
  if (relative) return shifted(today, Number(relative[1] ?? 0), relative[2] ?? 'd');
  const fact = Object.hasOwn(facts, bound) ? facts[bound] : undefined;
  return typeof fact === 'string' && isDate(fact) ? fact : undefined;
}

/** 29 February, and days that a month does not have, become the first of the next month. */
function shifted(day: IsoDate, count: number, unit: string): IsoDate {
  if (unit === 'd') return plusDays(day, count);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count * (unit === 'y' ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  const moved = `${first.slice(0, 8)}${day.slice(8)}`;
  return isDate(moved) ? moved : plusDays(first, 31).slice(0, 8).concat('01');
}

const checkChoice: Check = ({ choices = [] }, answer) =>
  choices.includes(answer) ? undefined : problem('answer.notInList');

const checkChoices: Check = ({ choices = [], none, min = 1, max = choices.length }, answer) => {
  const values = answer.split(',');
  const fits = values.every((value, at) => choices.includes(value) && values.indexOf(value) === at);
  if (!fits) return problem('answer.notInList');
  if (values.length > 1 && none !== undefined && values.includes(none)) return problem('answer.noneWithOthers');
  if (values.length < min && answer !== none) return problem('answer.tooFewChosen', { min });
  return values.length > max ? problem('answer.tooManyChosen', { max }) : undefined;
};

/** Whether the slot is free is asked when it is held; here only that it is one. */
const checkSlot: Check = (_, answer) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(answer) && isDate(answer.slice(0, 10))
    ? undefined
    : problem('answer.notInList');

/** A list is answered by its entries, each under an id of its own. */
const checkList: Check = () => problem('answer.notInList');

const checkYesNo: Check = (_, answer) =>
  answer === 'yes' || answer === 'no' ? undefined : problem('answer.notYesOrNo');

const checkPhone: Check = (_, answer) => (/^\+91[6-9]\d{9}$/.test(answer) ? undefined : problem('answer.invalidPhone'));

const checkEmail: Check = (question, answer, facts, today) =>
  /^[^\s@<>(),;:"[\]\\]+@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(answer)
    ? checkText(question, answer, facts, today)
    : problem('answer.invalidEmail');

const checkIdNumber: Check = ({ of: kind, pattern }, answer) => {
  if (!/^[A-Z0-9/-]{1,40}$/.test(answer)) return problem('answer.invalidIdNumber');
  if (kind === 'aadhaar') return fitsKind(kind, answer) ? undefined : problem('answer.invalidAadhaar');
  return pattern !== undefined || fitsKind(kind, answer) ? undefined : problem('answer.invalidIdNumber');
};

const checkAccount: Check = ({ of: kind, pattern }, answer) => {
  const fits = /^[A-Z0-9/]{1,40}$/.test(answer) && (pattern !== undefined || fitsKind(kind, answer));
  return fits ? undefined : problem('answer.invalidAccountNumber');
};

const checkLocation: Check = (question, answer, facts, today) =>
  /\p{L}[\p{L}\p{M}]|^-?\d{1,2}\.\d+,-?\d{1,3}\.\d+$/u.test(answer)
    ? checkText(question, answer, facts, today)
    : problem('answer.notALocation');

const checks: Readonly<Record<Question['type'], Check>> = {
  text: checkText,
  'long-text': checkText,
  date: checkDate,
  number: checkNumber,
  money: checkMoney,
  choice: checkChoice,
  'yes-no': checkYesNo,
  phone: checkPhone,
  email: checkEmail,
  address: checkAddress,
  'person-name': checkName,
  'id-number': checkIdNumber,
  'account-number': checkAccount,
  location: checkLocation,
  'multi-choice': checkChoices,
  slot: checkSlot,
  list: checkList,
};

const patternProblems: Readonly<Partial<Record<Question['type'], AnswerProblemKey>>> = {
  'yes-no': 'answer.mustBeYes',
  phone: 'answer.invalidPhone',
  email: 'answer.invalidEmail',
  address: 'answer.wrongPin',
  'person-name': 'answer.notAName',
  'id-number': 'answer.invalidIdNumber',
  'account-number': 'answer.invalidAccountNumber',
};

const patterns = new Map<string, RegExp>();

/** The question's own pattern, over the canonical answer. On an address it is about the PIN, on a yes-no it asks for a yes. */
function checkPattern({ type, pattern }: Question, answer: Answer): AnswerProblem | undefined {
  if (pattern === undefined) return undefined;
  let compiled = patterns.get(pattern);
  if (!compiled) {
    compiled = new RegExp(pattern, 'u');
    patterns.set(pattern, compiled);
  }
  if (type === 'address') return checkPin(compiled, answer);
  return compiled.test(answer) ? undefined : problem(patternProblems[type] ?? 'answer.wrongFormat');
}

/** An address may leave the PIN out; one that names a PIN must name one that fits. A wider pattern sees the whole address. */
function checkPin(pattern: RegExp, address: string): AnswerProblem | undefined {
  const pins = address.match(/(?<!\d)[1-9]\d{5}(?!\d)/g) ?? [];
  const fits = pins.length === 0 || pattern.test(address) || pins.some((pin) => pattern.test(pin));
  return fits ? undefined : problem('answer.wrongPin');
}
