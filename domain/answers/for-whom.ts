import { wordsOf } from './plain-text.ts';
import { forEnglish, forWords, nameWords, relationWords } from './words/relations.ts';

export type ForWhom = keyof typeof relationWords;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map((word) => wordsOf(word).join(' ')));
const relations = (Object.keys(relationWords) as ForWhom[]).map((name) => [name, setOf(relationWords[name])] as const);
const links = setOf(forWords);
const names = setOf(nameWords);
/** After a relation a word of respect may stand. */
const RESPECT = new Set(['ji', 'जी']);

/** For whom a message asks, when it says so: "papa ke liye pension", "meri beti ka certificate", "for my son". */
export function forWhomSaid(text: string): ForWhom | undefined {
  const words = wordsOf(text);
  const found = words.flatMap((word, at): ForWhom[] => {
    const named = relations.find(([, set]) => set.has(word))?.[0];
    if (named === undefined) return [];
    const next = RESPECT.has(words[at + 1] ?? '') ? at + 2 : at + 1;
    const isLinked = links.has(words[next] ?? '') && !names.has(words[next + 1] ?? '');
    const isEnglish = words.slice(at - 2, at).join(' ') === forEnglish;
    return (at >= 2 && isEnglish) || isLinked ? [named] : [];
  });
  const [first, ...others] = found;
  return others.every((each) => each === first) ? first : undefined;
}
