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
export const isOneOf = (text: string, phrases: Phrases): boolean => isAnyOf(readingsOf(text), phrases);

/** The ways in which a short message may be read as a phrase, to be looked up in many lists; none of a long message. */
export function readingsOf(text: string): readonly Reading[] {
  if (text.length > 80) return [];
  const words = wordsOf(text);
  if (words.length === 0 || words.length > mostWords) return [];
  const whole = words.join(' ');
  const bare = words.filter((word) => !politeWords.has(word)).join(' ');
  // "Sahi" and "sahi hai" say the same.
  const short = bare.replace(/ (?:hai|h|hain|है|हैं)$/u, '');
  return [...new Set([whole, bare, short])].filter((each) => each !== '').map(readingOf);
}

export const isAnyOf = (readings: readonly Reading[], { exact, folded }: Phrases): boolean =>
  readings.some((each) => each.exact.some((text) => exact.has(text)) || (each.folded && folded.has(each.folded)));

interface Reading {
  readonly exact: readonly string[];
  readonly folded: string | undefined;
}

function readingOf(text: string): Reading {
  const drawnOut = text.replace(/(\p{L})\1{2,}/gu, '$1$1');
  return {
    exact: [text, drawnOut, drawnOut.replace(/(\p{L})\1/gu, '$1')],
    folded: text.length >= 4 ? folded(drawnOut) : undefined,
  };
}
