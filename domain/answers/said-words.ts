import { folded } from './fold.ts';
import { plain, simplified, tidy } from './plain-text.ts';
import { aliasesOf } from './words/aliases.ts';

/** A word of a message, with where it stands in the tidied text. */
export interface SaidWord {
  readonly plain: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

export interface Said {
  readonly text: string;
  readonly words: readonly SaidWord[];
}

export function saidIn(message: string): Said {
  const text = tidy(message);
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].map((match): SaidWord => {
    const word = simplified(match[0]).replace(/'/g, '');
    return { plain: word, folded: foldedWord(word), start: match.index, end: match.index + match[0].length };
  });
  return { text, words };
}

const foldedWords = new Map<string, string>();

/** Labels and aliases come again with every message, so their folded words are kept. */
export function foldedWord(word: string): string {
  const before = foldedWords.get(word);
  if (before !== undefined) return before;
  if (foldedWords.size > 20_000) foldedWords.clear();
  const result = folded(word);
  foldedWords.set(word, result);
  return result;
}

const sequences = new Map<string, readonly string[]>();

export function foldedSequence(phrase: string): readonly string[] {
  const before = sequences.get(phrase);
  if (before) return before;
  if (sequences.size > 10_000) sequences.clear();
  const result = plain(phrase.replace(/\(.*?\)/g, ' '))
    .split(' ')
    .filter((word) => word !== '')
    .map(foldedWord);
  sequences.set(phrase, result);
  return result;
}

/** Do the words from `at` on begin with the phrase? How many words it takes, or 0. */
export function wordsTaken(words: readonly SaidWord[], at: number, phrase: string): number {
  const sequence = foldedSequence(phrase);
  const matches = sequence.length > 0 && sequence.every((word, i) => words[at + i]?.folded === word);
  return matches ? sequence.length : 0;
}

/** The longest name of a question that stands at a place, in words. */
export function labelTakenAt(words: readonly SaidWord[], at: number, id: string, labels: readonly string[]): number {
  const usual = Object.hasOwn(aliasesOf, id) ? (aliasesOf[id] ?? []) : [];
  return Math.max(0, ...[...labels, ...usual].map((label) => wordsTaken(words, at, label)));
}
