import { wordsOf } from './plain-text.ts';

/** Longest insult of the list, in words. */
const MOST_WORDS = 2;

/** Whether a text insults, by words and phrases of the installation's list. */
export function isRude(text: string, insults: ReadonlySet<string>): boolean {
  const words = wordsOf(text);
  return words.some((_, at) =>
    Array.from({ length: MOST_WORDS }, (_each, count) => words.slice(at, at + count + 1).join(' ')).some((said) =>
      insults.has(said),
    ),
  );
}

/** As they are compared: the same word in other letters of its script is the same. */
export const insultsFrom = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map((word) => wordsOf(word).join(' ')));
