import type { Answers, Question } from '../catalogue/service-definition.ts';
import { readName } from './names.ts';
import { pickOption } from './pick-option.ts';
import { labelTakenAt, type Said, type SaidWord, saidIn } from './said-words.ts';
import {
  askingWords,
  bareAddressWords,
  bareNameWords,
  closingWords,
  correctionOpeners,
  insteadWords,
  linkingWords,
  possessiveWords,
  wrongWords,
} from './words/aliases.ts';

export interface Labelled {
  readonly question: Question;
  /** Its label in all languages. */
  readonly labels: readonly string[];
}

/** `value` is what was said for the question; it is still to be understood and checked. */
export interface Correction {
  readonly questionId: string;
  readonly value: string;
}

interface Known {
  readonly questions: readonly Labelled[];
  readonly answers: Answers;
}

/**
 * An earlier answer put right in passing: "pita ka naam Rohit Kumar Sharma hai", "ruko, naam galat hai, Anaya hai",
 * "Rajesh nahi Rakesh". Only of questions that have an answer, and only when it is clear which one is meant.
 */
export function findCorrection(message: string, { questions, answers }: Known): Correction | undefined {
  if (message.length > 300 || message.includes('?')) return undefined;
  const said = saidIn(message);
  if (said.words.length < 2 || said.words.some((word) => askingWords.has(word.plain))) return undefined;
  const answered = questions.filter(({ question }) => (answers[question.id] ?? question.presumed ?? '') !== '');
  return replaced(said, { questions: answered, answers }) ?? renamed(said, answered) ?? denied(said, answered, answers);
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
  { questions, answers }: Known,
): Correction[] {
  for (let count = Math.min(before.length, 6); count > 0; count -= 1) {
    const wrong = before.slice(-count);
    const found = questions.flatMap(({ question, labels }): (Correction & { named: boolean })[] => {
      const value = valueInstead(question, answers[question.id] ?? question.presumed ?? '', wrong, right, said);
      const named = before.some((_, at) => labelTakenAt(before, at, question.id, labels) > 0);
      return value === undefined ? [] : [{ questionId: question.id, value, named }];
    });
    if (found.length === 0) continue;
    const named = found.filter((each) => each.named);
    return (named.length > 0 ? named : found).map(({ questionId, value }) => ({ questionId, value }));
  }
  return [];
}

const replaceable: ReadonlySet<Question['type']> = new Set(['text', 'person-name', 'address', 'choice']);

function valueInstead(
  question: Question,
  answer: string,
  wrong: readonly SaidWord[],
  right: readonly SaidWord[],
  said: Said,
): string | undefined {
  if (!replaceable.has(question.type)) return undefined;
  const rightText = textOf(said, right);
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
function renamed(said: Said, answered: readonly Labelled[]): Correction | undefined {
  const opened = said.words.findIndex((word) => !correctionOpeners.has(word.plain));
  const start = said.words.findIndex((word, at) => at >= opened && !possessiveWords.has(word.plain));
  if (opened < 0 || start < 0) return undefined;
  const isPutRight = opened > 0 || said.words.some((word) => wrongWords.has(word.plain));
  const named = answered.map((each) => ({
    ...each,
    taken: labelTakenAt(said.words, start, each.question.id, each.labels),
  }));
  const longest = Math.max(0, ...named.map(({ taken }) => taken));
  // A label that only says "name" is also how people begin the answer to another question.
  if (longest === 1 && !isPutRight && bareNameWords.includes(said.words[start]?.plain ?? '')) return undefined;
  const candidates =
    longest > 0 ? named.filter(({ taken }) => taken === longest) : bareName(said, start, isPutRight, answered);
  const [only, ...others] = candidates;
  if (!only || others.length > 0) return undefined;
  return valueAfter(said, start + only.taken, only.question, isPutRight);
}

/** "Naam" and "pata" alone mean the only name or address there is, or the applicant's own. */
function bareName(
  said: Said,
  start: number,
  isPutRight: boolean,
  answered: readonly Labelled[],
): (Labelled & { taken: number })[] {
  const word = said.words[start]?.plain ?? '';
  const type = bareNameWords.includes(word) ? 'person-name' : bareAddressWords.includes(word) ? 'address' : undefined;
  if (!isPutRight || type === undefined) return [];
  const meant = answered.filter(({ question }) => question.type === type).map((each) => ({ ...each, taken: 1 }));
  const main = meant.filter(({ question }) => MAIN.has(question.id));
  return main.length > 0 ? main : meant;
}

const MAIN: ReadonlySet<string> = new Set(['applicant_name', 'child_name', 'deceased_name', 'present_address']);

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
