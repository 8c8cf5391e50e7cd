import type { Answer, Question } from '../catalogue/service-definition.ts';
import type { Language } from '../shared/language.ts';
import type { IsoDate } from '../shared/time.ts';
import { numberTokens } from './numbers.ts';
import { type Option, pickByWords } from './pick-option.ts';
import { wordsOf } from './plain-text.ts';
import { labelTakenAt, saidIn } from './said-words.ts';
import { understandAnswer } from './understand-answer.ts';
import { closingWords, linkingWords } from './words/aliases.ts';
import { joiningWords, monthWords, weekdayWords } from './words/dates.ts';
import { scaleWords } from './words/numbers.ts';
import { rupeeWords, wordsAroundNumbers } from './words/units.ts';
import { wishWords } from './words/wishes.ts';

export interface OpenQuestion {
  readonly question: Question;
  /** Its label in all languages. */
  readonly labels?: readonly string[];
  readonly choices?: readonly Option[];
}

interface Setting {
  readonly today: IsoDate;
  readonly language?: Language;
}

/**
 * Several answers in one message, such as "beti, 5 march 2026, pita ka naam Rohit Sharma". Only what is certain: values
 * that can mean one open question alone, and free text only after the question's own name. The rest is asked for.
 */
export function findAnswers(
  text: string,
  open: readonly OpenQuestion[],
  setting: Setting,
): Readonly<Record<string, Answer>> {
  if (text.length > 600) return {};
  const found = new Map<string, Answer>();
  for (const part of partsOf(text)) {
    const left = open.filter(({ question }) => !found.has(question.id));
    const answer = labelled(part, left, setting) ?? unlabelled(part, left, setting);
    if (answer) found.set(answer.id, answer.value);
  }
  return Object.fromEntries(found);
}

/** "March 5, 2026" and "1,00,000" stay whole. */
const partsOf = (text: string): string[] =>
  text
    .split(/[;\n।]|,(?!\s*(?:19|20)\d\d(?!\d))(?!\d)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 12);

interface Found {
  readonly id: string;
  readonly value: Answer;
}

function sure({ question, choices }: OpenQuestion, text: string, { today, language }: Setting): Answer | undefined {
  const result = understandAnswer(question, text, {
    today,
    ...(language && { language }),
    ...(choices && { choices }),
  });
  return result.ok && !result.confirm && !result.alternatives && result.answer !== '' ? result.answer : undefined;
}

/** "Pita ka naam Rohit Sharma": the question's name, then the value. */
function labelled(part: string, open: readonly OpenQuestion[], setting: Setting): Found | undefined {
  const said = saidIn(part);
  const named = open.map((each) => ({ each, taken: labelTakenAt(said.words, 0, each.question.id, each.labels ?? []) }));
  const longest = Math.max(0, ...named.map(({ taken }) => taken));
  const [only, ...others] = longest > 0 ? named.filter(({ taken }) => taken === longest) : [];
  if (!only || others.length > 0) return undefined;
  const rest = said.words.slice(longest);
  const from = rest.find((word) => !linkingWords.has(word.plain));
  const to = rest.findLast((word) => !closingWords.has(word.plain));
  if (!from || !to || from.start > to.start) return undefined;
  // "Mera naam ration card mein jodna hai" tells no name.
  if (only.each.question.type === 'person-name' && rest.some((word) => wishWords.has(word.plain))) return undefined;
  const value = sure(only.each, said.text.slice(from.start, to.end), setting);
  return value === undefined ? undefined : { id: only.each.question.id, value };
}

function unlabelled(part: string, open: readonly OpenQuestion[], setting: Setting): Found | undefined {
  const found = open.flatMap((each): Found[] => {
    if (!speaksFor(part, each)) return [];
    const value = sure(each, part, setting);
    return value === undefined ? [] : [{ id: each.question.id, value }];
  });
  const [only, ...others] = found;
  if (others.length === 0) return only;
  // A daughter is a girl whoever's daughter she is; whose she is remains to be asked.
  const genders = found.filter(({ id }) => /(^|_)(gender|sex)$/.test(id));
  return genders.length === 1 ? genders[0] : undefined;
}

/** Does the form of the part alone tell which type of question it answers? */
function speaksFor(part: string, { question, choices }: OpenQuestion): boolean {
  const words = wordsOf(part);
  switch (question.type) {
    case 'choice':
      return (
        pickByWords(part, choices ?? (question.choices ?? []).map((value) => ({ value, labels: [] }))) !== undefined
      );
    case 'date':
      return strangersIn(words) <= 4;
    case 'money':
      return numberTokens(part).some((token) => rupeeWords.has(token) || scaleWords.has(token));
    case 'number':
      return hasItsUnit(question.id, words);
    case 'phone':
    case 'email':
      return true;
    case 'id-number':
      return question.of === 'aadhaar' || (/[a-z]/i.test(part) && /\p{Nd}/u.test(part));
    default:
      return false;
  }
}

/** Words that have nothing to do with a date. */
const strangersIn = (words: readonly string[]): number =>
  words.filter(
    (word) =>
      !/^\d/.test(word) &&
      !monthWords.has(word) &&
      !weekdayWords.has(word) &&
      !joiningWords.has(word) &&
      !wordsAroundNumbers.has(word),
  ).length;

const yearWords = new Set('saal sal varsh baras years year yrs साल वर्ष'.split(' '));
const copyWords = new Set('copies copy prati pratiyan pratiyaan कॉपी प्रति प्रतियां'.split(' '));

/** "62 saal" answers an age, "2 copies" a number of copies; other numbers need their question's name. */
const hasItsUnit = (id: string, words: readonly string[]): boolean =>
  (/(^|_)age(_|$)/.test(id) && words.some((word) => yearWords.has(word))) ||
  (/(^|_)copies$/.test(id) && words.some((word) => copyWords.has(word)));
