import { folded } from './fold.ts';
import { plain, wordsOf } from './plain-text.ts';
import { politeWords } from './words/commands.ts';

/** A list of whole messages that mean one thing. */
export interface Phrases {
  readonly exact: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
}

export const phrasesFrom = (list: readonly string[]): Phrases => {
  const exact = new Set(list.map(plain));
  // Folding short words would make different words one, such as "na" and "naa ji".
  return { exact, folded: new Set([...exact].filter((each) => each.length >= 4).map(folded)) };
};

/** Longer messages are never commands, whatever words they hold. */
const mostWords = 7;

/** Is the whole message one of the phrases, but for politeness and spelling? Never a part of a longer message. */
export function isOneOf(text: string, phrases: Phrases): boolean {
  if (text.length > 80) return false;
  const words = wordsOf(text);
  if (words.length === 0 || words.length > mostWords) return false;
  const whole = words.join(' ');
  const bare = words.filter((word) => !politeWords.has(word)).join(' ');
  // "Sahi" and "sahi hai" say the same.
  const short = bare.replace(/ (?:hai|h|hain|है|हैं)$/u, '');
  return [whole, bare, short].some((each) => each !== '' && matches(each, phrases));
}

function matches(text: string, phrases: Phrases): boolean {
  const drawnOut = text.replace(/(\p{L})\1{2,}/gu, '$1$1');
  if (
    phrases.exact.has(text) ||
    phrases.exact.has(drawnOut) ||
    phrases.exact.has(drawnOut.replace(/(\p{L})\1/gu, '$1'))
  )
    return true;
  return text.length >= 4 && phrases.folded.has(folded(drawnOut));
}
