import type { Answers, Question, QuestionType } from '../catalogue/service-definition.ts';
import type { IsoDate } from '../shared/time.ts';
import { readName } from './names.ts';
import { pickOption } from './pick-option.ts';
import { insteadOf, mayBeSaid, READ, readAnew } from './said-anew.ts';
import { labelTakenAt, type Said, type SaidWord, saidIn } from './said-words.ts';
import {
  askingWords,
  bareNameWords,
  bareWords,
  closingWords,
  correctionOpeners,
  insteadWords,
  linkingWords,
  possessiveWords,
  wrongWords,
} from './words/aliases.ts';
import { monthWords, weekdayWords } from './words/dates.ts';
import { scaleWords } from './words/numbers.ts';
import { rupeeWords } from './words/units.ts';

export interface Labelled {
  readonly question: Question;
  /** Its label in all languages. */
  readonly labels: readonly string[];
}

/** `value` is what was said for the question; it is still to be understood and checked. */
export interface Correction {
  readonly questionId: string;
  readonly value: string;
  /** Other questions that may be meant as well. */
  readonly others?: readonly string[];
}

interface Known {
  readonly questions: readonly Labelled[];
  readonly answers: Answers;
  readonly today: IsoDate;
  /** What is being asked for meanwhile: a bare value of that kind is its answer. */
  readonly asked?: QuestionType;
}

/**
 * An earlier answer put right in passing: "pita ka naam Rohit Kumar Sharma hai", "ruko, naam galat hai, Anaya hai",
 * "Rajesh nahi Rakesh", "nahi 7 march". Only of questions that have an answer, and only when it is clear which one is meant.
 */
export function findCorrection(message: string, known: Known): Correction | undefined {
  const { questions, answers } = known;
  if (message.length > 300 || message.includes('?')) return undefined;
  const said = saidIn(message);
  if (said.words.length < 2 || said.words.some((word) => askingWords.has(word.plain))) return undefined;
  const answered = questions.filter(({ question }) => (answers[question.id] ?? question.presumed ?? '') !== '');
  const here = { ...known, questions: answered };
  return replaced(said, here) ?? renamed(said, here) ?? restated(said, here) ?? denied(said, answered, answers);
}

const textOf = ({ text }: Said, words: readonly SaidWord[]): string =>
  text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);

function withoutClosing(words: readonly SaidWord[]): readonly SaidWord[] {
  const last = words.findLastIndex((word) => !closingWords.has(word.plain));
  return words.slice(0, last + 1);
}

function withoutLinking(words: readonly SaidWord[]): readonly SaidWord[] {
  const first = words.findIndex((word) => !linkingWords.has(word.plain));
  return first < 0 ? [] : words.slice(first);
}

function withoutTrailingLinks(words: readonly SaidWord[]): readonly SaidWord[] {
  const last = words.findLastIndex((word) => !linkingWords.has(word.plain));
  return words.slice(0, last + 1);
}

/** "not Rohit, Mohit": the comma parts the wrong from the right. */
function parted(said: Said, words: readonly SaidWord[], known: Known): Correction[] {
  const at = words.findIndex((word, i) => i > 0 && said.text.slice(words[i - 1]?.end, word.start).includes(','));
  return at < 0 ? [] : replacements(said, words.slice(0, at), words.slice(at), known);
}

/** "A nahi B": A is (part of) one answer, B takes its place. "B not A" in English works as well. */
function replaced(said: Said, known: Known): Correction | undefined {
  const found = said.words.flatMap((word, at) => {
    if (!insteadWords.has(word.plain)) return [];
    const before = withoutTrailingLinks(said.words.slice(0, at));
    const after = withoutClosing(withoutLinking(said.words.slice(at + 1)));
    if (after.length === 0) return [];
    if (before.length === 0) return word.plain === 'not' ? parted(said, after, known) : [];
    const forward = replacements(said, before, after, known);
    return forward.length > 0 || word.plain !== 'not' ? forward : replacements(said, after, before, known);
  });
  const [first, ...others] = found;
  return first && others.every(({ questionId }) => questionId === first.questionId) ? first : undefined;
}

/** Wrong words are the last of what stands before; words before them may name the question. */
function replacements(
  said: Said,
  before: readonly SaidWord[],
  right: readonly SaidWord[],
  { questions, answers, today }: Known,
): Correction[] {
  for (let count = Math.min(before.length, 6); count > 0; count -= 1) {
    const wrong = before.slice(-count);
    const found = questions.flatMap(({ question, labels }): (Correction & { named: boolean; isRead: boolean })[] => {
      const value = valueInstead(question, answerTo(question, answers), wrong, right, said, today);
      const named = before.some((_, at) => labelTakenAt(before, at, question.id, labels) > 0);
      return value === undefined ? [] : [{ questionId: question.id, value, named, isRead: READ.has(question.type) }];
    });
    if (found.length === 0) continue;
    // "12 nahi 13 february" is no part of an address.
    const read = ['date', 'phone'].includes(kindOf(right) ?? '') ? found.filter(({ isRead }) => isRead) : [];
    const named = found.filter((each) => each.named);
    const meant = named.length > 0 ? named : read.length > 0 ? read : found;
    return meant.map(({ questionId, value }) => ({ questionId, value }));
  }
  return [];
}

const answerTo = (question: Question, answers: Answers): string => answers[question.id] ?? question.presumed ?? '';

const replaceable: ReadonlySet<Question['type']> = new Set(['text', 'person-name', 'address', 'choice']);

function valueInstead(
  question: Question,
  answer: string,
  wrong: readonly SaidWord[],
  right: readonly SaidWord[],
  said: Said,
  today: IsoDate,
): string | undefined {
  const rightText = textOf(said, right);
  if (READ.has(question.type)) return insteadOf(question, textOf(said, wrong), rightText, answer, today);
  if (!replaceable.has(question.type)) return undefined;
  if (question.type === 'choice') {
    const options = (question.choices ?? []).map((value) => ({ value, labels: [] }));
    const meant = pickOption(rightText, options);
    return pickOption(textOf(said, wrong), options) === answer && meant !== answer ? meant : undefined;
  }
  const current = saidIn(answer);
  const at = current.words.findIndex((_, i) => wrong.every((word, j) => current.words[i + j]?.folded === word.folded));
  const [from, to] = [current.words[at], current.words[at + wrong.length - 1]];
  if (!from || !to) return undefined;
  if (right.length > 5 || (question.type === 'person-name' && !('name' in readName(rightText)))) return undefined;
  // "Rakesh" in Latin letters does not go into a name in Devanagari: the citizen's own word stands alone then.
  if (isDevanagari(rightText) !== isDevanagari(answer)) return rightText;
  return current.text.slice(0, from.start) + rightText + current.text.slice(to.end);
}

const isDevanagari = (text: string): boolean => /\p{Script=Devanagari}/u.test(text);

/** "<the question's name> <value> hai", also after "ruko", "nahi", and with "galat hai" between. */
function renamed(said: Said, known: Known): Correction | undefined {
  const opened = said.words.findIndex((word) => !correctionOpeners.has(word.plain));
  const start = said.words.findIndex((word, at) => at >= opened && !possessiveWords.has(word.plain));
  if (opened < 0 || start < 0) return undefined;
  const isPutRight = opened > 0 || said.words.some((word) => wrongWords.has(word.plain));
  const named = known.questions.map((each) => ({
    ...each,
    taken: labelTakenAt(said.words, start, each.question.id, each.labels),
  }));
  const longest = Math.max(0, ...named.map(({ taken }) => taken));
  // A label that only says "name" is also how people begin the answer to another question.
  if (longest === 1 && !isPutRight && bareNameWords.includes(said.words[start]?.plain ?? '')) return undefined;
  if (longest === 0) return isPutRight ? renamedBarely(said, start, known) : undefined;
  const [only, ...others] = named.filter(({ taken }) => taken === longest);
  return only && others.length === 0 ? valueAfter(said, start + longest, only.question, isPutRight) : undefined;
}

/** "Naam", "pata", "tareekh" alone mean the only one there is, or the applicant's own. */
function renamedBarely(said: Said, start: number, { questions, answers, today }: Known): Correction | undefined {
  const word = said.words[start]?.plain ?? '';
  const types = (Object.keys(bareWords) as QuestionType[]).filter((type) => bareWords[type]?.includes(word));
  const meant = questions.filter(({ question }) => types.includes(question.type));
  const found = meant.flatMap(({ question }) => {
    const correction = valueAfter(said, start + 1, question, true);
    if (!correction || !READ.has(question.type)) return correction ?? [];
    return mayBeSaid(question, correction.value, answerTo(question, answers), today) ? [correction] : [];
  });
  const main = found.filter(({ questionId }) => MAIN.has(questionId));
  const [first, ...others] = main.length > 0 ? main : found;
  if (!first || others.length === 0) return first;
  // Whose name is meant cannot be asked by what it would then be: any name fits.
  const isRead = meant.every(({ question }) => READ.has(question.type));
  return isRead ? { ...first, others: others.map(({ questionId }) => questionId) } : undefined;
}

const MAIN: ReadonlySet<string> = new Set(['applicant_name', 'child_name', 'deceased_name', 'present_address']);

/** "Nahi 7 march", "galat hai, 3 lakh": nothing but a value, which only a question of its kind can mean. */
function restated(said: Said, { questions, answers, today, asked }: Known): Correction | undefined {
  const isOpener = ({ plain }: SaidWord): boolean => correctionOpeners.has(plain) || wrongWords.has(plain);
  const opened = said.words.findIndex((word) => !isOpener(word) && !linkingWords.has(word.plain));
  if (opened < 1 || !said.words.slice(0, opened).some(isOpener)) return undefined;
  const words = withoutClosing(said.words.slice(opened));
  const type = kindOf(words);
  if (type === undefined || (asked !== undefined && takenFor[type].has(asked))) return undefined;
  const value = textOf(said, words);
  const meant = questions.flatMap(({ question }) => {
    const before = answerTo(question, answers);
    const answer = question.type === type ? readAnew(question, value, before, today) : undefined;
    return answer === undefined || answer === before ? [] : [question.id];
  });
  const [questionId, ...others] = meant;
  return questionId === undefined ? undefined : { questionId, value, ...(others.length > 0 && { others }) };
}

type Kind = 'date' | 'money' | 'phone' | 'number';

/** Of what kind a bare value is; `undefined` where anything else is said with it. */
function kindOf(words: readonly SaidWord[]): Kind | undefined {
  const all = (test: (word: string) => boolean): boolean => words.length > 0 && words.every(({ plain }) => test(plain));
  const isFigure = (word: string): boolean => /^\d+(?:st|nd|rd|th)?$/.test(word);
  const isOfDate = (word: string): boolean => isFigure(word) || monthWords.has(word) || weekdayWords.has(word);
  const isOfMoney = (word: string): boolean => isFigure(word) || scaleWords.has(word) || rupeeWords.has(word);
  const digits = words.map(({ plain }) => plain).join('');
  if (all(isFigure) && /^(?:91|0)?[6-9]\d{9}$/.test(digits)) return 'phone';
  if (all(isFigure) && words.length === 1) return digits.length > 3 ? 'money' : 'number';
  if (all(isOfDate) && words.length > 1) return 'date';
  return all(isOfMoney) && words.length > 1 ? 'money' : undefined;
}

const ANY_WORDS = ['text', 'long-text', 'address', 'location', 'id-number', 'account-number'] as const;

/** What is being asked for takes such a value itself. */
const takenFor: Readonly<Record<Kind, ReadonlySet<QuestionType>>> = {
  date: new Set(['date', 'slot', 'long-text']),
  phone: new Set(['phone', 'id-number', 'account-number', 'long-text']),
  money: new Set(['money', 'number', 'choice', 'multi-choice', ...ANY_WORDS]),
  number: new Set(['money', 'number', 'choice', 'multi-choice', 'yes-no', 'date', 'slot', ...ANY_WORDS]),
};

/** Words of a sentence that takes a yes back; longer ones tell something else as well. */
const SHORT = 8;

/** "Doosri pension nahi hai", "mujhe doosri pension nahi milti": a yes that was none. */
function denied(said: Said, answered: readonly Labelled[], answers: Answers): Correction | undefined {
  if (said.words.length > SHORT) return undefined;
  const found = answered.flatMap(({ question, labels }) => {
    if (question.type !== 'yes-no' || (answers[question.id] ?? question.presumed) !== 'yes') return [];
    return said.words.flatMap((_, at) => {
      const taken = labelTakenAt(said.words, at, question.id, labels);
      const isDenied = said.words.slice(at + taken).some((word) => insteadWords.has(word.plain));
      return taken > 0 && isDenied ? [{ questionId: question.id, value: 'no', taken }] : [];
    });
  });
  const longest = Math.max(0, ...found.map(({ taken }) => taken));
  const [only, ...others] = found.filter(({ taken }) => taken === longest);
  return only && others.every(({ questionId }) => questionId === only.questionId)
    ? { questionId: only.questionId, value: only.value }
    : undefined;
}

function valueAfter(said: Said, at: number, question: Question, isPutRight: boolean): Correction | undefined {
  const rest = said.words.slice(at);
  const wrongAt = rest.findIndex((word) => wrongWords.has(word.plain));
  // After "galat hai" what follows is the value; before it stands the wrong one.
  const value = withoutClosing(withoutLinking(wrongAt < 0 ? rest : rest.slice(wrongAt + 1)));
  if (value.length === 0 || value.some((word) => insteadWords.has(word.plain))) return undefined;
  const isClosed = closingWords.has(said.words.at(-1)?.plain ?? '') || /[:=]/.test(said.text);
  if (!isPutRight && !isClosed && question.type !== 'person-name') return undefined;
  const text = textOf(said, value);
  if (question.type === 'person-name' && !('name' in readName(text))) return undefined;
  return { questionId: question.id, value: text };
}
