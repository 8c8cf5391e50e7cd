import { saidIn } from './said-words.ts';
import { ordinalWords } from './words/numbers.ts';
import { forWords } from './words/relations.ts';

const links = new Set(forWords.split(' '));
/** "Doosre parivaar ke sadasya ki umar": so far after the number the thing that is counted is named. */
const MOST_WORDS = 5;

/** Which entry of a list a sentence speaks of, and what it says of it: "doosre sadasya ki umar 12 hai". */
export function entrySaid(text: string): { readonly n: number; readonly rest: string } | undefined {
  const { text: tidied, words } = saidIn(text);
  const at = words.findIndex(({ plain }) => ordinalWords.has(plain));
  const n = ordinalWords.get(words[at]?.plain ?? '');
  if (n === undefined) return undefined;
  const link = words.findIndex((word, i) => i > at && i <= at + MOST_WORDS && isLink(word.plain));
  const next = words[link + 1];
  return link > at && next ? { n, rest: tidied.slice(next.start) } : undefined;
}

const isLink = (word: string): boolean => links.has(word) || /^[a-z]+s$/.test(word);
