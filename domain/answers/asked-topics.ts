import { folded } from './fold.ts';
import { doneWords, outrightWords, topicWords } from './words/topics.ts';

/** What people ask about a service before they begin it. */
export type Topic = keyof typeof topicWords;

/** Longer messages tell a story, in which any word may stand. */
const MOST_WORDS = 20;

/** The sides of a service that a message asks about, such as its fee and its days; none where it asks in general. */
export function topicsAsked(text: string): readonly Topic[] {
  const words = wordsIn(text);
  if (words.length > MOST_WORDS) return [];
  return topics.filter(([, ways]) => ways.some((way) => isAskedBy(way, words))).map(([topic]) => topic);
}

/**
 * Does it ask first, and begin nothing yet? Fee, days and papers are told to whoever begins, so those who also want it
 * done need no answer before; where to go and who may apply are not.
 */
export function asksFirst(text: string): boolean {
  const words = wordsIn(text);
  const topics = topicsAsked(text);
  if (topics.length === 0 || !words.some((word) => outright.has(word))) return false;
  return topics.some((topic) => topic === 'who' || topic === 'where') || !words.some((word) => done.has(word));
}

interface Way {
  readonly all: readonly Test[];
  readonly none: readonly Test[];
}
type Test = (word: string) => boolean;

const testOf = (word: string): Test => {
  const plain = folded(word.replace(/[-*]/g, ''));
  return word.endsWith('*') ? (said) => said.startsWith(plain) : (said) => said === plain;
};

const wayOf = (written: string): Way => {
  const words = written.split(' ');
  return {
    all: words.filter((word) => !word.startsWith('-')).map(testOf),
    none: words.filter((word) => word.startsWith('-')).map(testOf),
  };
};

const topics = (Object.keys(topicWords) as Topic[]).map((topic) => [topic, topicWords[topic].map(wayOf)] as const);
const outright: ReadonlySet<string> = new Set([...outrightWords].map(folded));
const done: ReadonlySet<string> = new Set([...doneWords].map(folded));

/** "Kaun se kagaz" asks which, and not who. */
const wordsIn = (text: string): readonly string[] =>
  folded(text)
    .replace(/\bkon (s[aei])\b/g, 'kon$1')
    .split(' ');

const isAskedBy = ({ all, none }: Way, words: readonly string[]): boolean =>
  all.every((test) => words.some(test)) && !words.some((word) => none.some((test) => test(word)));
