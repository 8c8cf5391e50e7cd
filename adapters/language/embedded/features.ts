import { fold, skeletonOf } from './fold.ts';
import type { ConceptFinder } from './lexicon.ts';
import { normalise, wordsOf } from './normalise.ts';
import { romanise } from './romanise.ts';
import { spellOut } from './shorthand.ts';

/** A text in the several forms from which features are taken; all lists are parallel but the concepts. */
export interface Forms {
  /** As written, in Latin letters. */
  readonly plain: readonly string[];
  /** With shorthand spelt out. */
  readonly words: readonly string[];
  readonly folded: readonly string[];
  readonly concepts: readonly number[];
}

export function formsOf(text: string, concepts: ConceptFinder): Forms {
  const plain: string[] = [];
  const words: string[] = [];
  const folded: string[] = [];
  for (const word of wordsOf(normalise(text))) {
    const known = wordForms.get(word) ?? learn(word);
    plain.push(known.plain);
    words.push(known.spelt);
    folded.push(known.folded);
  }
  return { plain, words, folded, concepts: concepts.find(folded) };
}

/** The forms of words met before: folding is the slowest step, and people use the same words. */
const wordForms = new Map<string, { plain: string; spelt: string; folded: string }>();
const MOST_WORDS = 20_000;

function learn(word: string): { plain: string; spelt: string; folded: string } {
  const plain = romanise(word);
  const spelt = spellOut(plain);
  const forms = { plain, spelt, folded: fold(spelt) };
  if (wordForms.size >= MOST_WORDS) wordForms.clear();
  wordForms.set(word, forms);
  return forms;
}

/** Features of one kind: each found one by its hash, with how often it occurs. */
export type Counts = Map<number, number>;

interface Channel {
  readonly weight: number;
  collect(forms: Forms, into: (hash: number) => void): void;
}

/** Which channels a classifier looks through. `citizen`: what Delhi's citizens speak of, in three languages; `act`: what they want of it; `chat`: any chatbot's messages. */
export type Profile = keyof typeof profiles;

const words = (weight: number, of: (forms: Forms) => readonly string[]): Channel => ({
  weight,
  collect: (forms, into) => {
    const list = of(forms);
    list.forEach((word, i) => {
      const hash = hashOf(word, SEED);
      into(hash);
      const next = list[i + 1];
      if (next !== undefined) into(hashOf(next, step(hash, 32)));
    });
  },
});

const singleWords = (weight: number, of: (forms: Forms) => readonly string[]): Channel => ({
  weight,
  collect: (forms, into) => {
    for (const word of of(forms)) into(hashOf(word, SEED));
  },
});

/** Letter groups of 2 to `longest` within each word, its edges included. */
const letters = (weight: number, longest: number, of: (forms: Forms) => readonly string[]): Channel => ({
  weight,
  collect: (forms, into) => {
    for (const word of of(forms)) {
      const edged = ` ${word} `;
      for (let from = 0; from < edged.length - 1; from += 1) {
        let hash = SEED;
        for (let i = from; i < Math.min(edged.length, from + longest); i += 1) {
          hash = step(hash, edged.charCodeAt(i));
          if (i > from) into(hash);
        }
      }
    }
  },
});

/** Concepts and pairs of them: `father`, `passed away` and `house` together mean what none of them means alone. */
const concepts = (weight: number): Channel => ({
  weight,
  collect: ({ concepts: found }, into) => {
    const few = found.slice(0, 12);
    few.forEach((one, i) => {
      into(step(SEED, one + 1));
      for (const other of few.slice(i + 1)) into(step(step(SEED, one + 1), other + 1));
    });
  },
});

const profiles = {
  citizen: [
    words(0.5, (forms) => forms.folded),
    letters(1, 5, (forms) => forms.words),
    letters(1, 5, (forms) => forms.folded),
    singleWords(0.5, (forms) => forms.folded.map(skeletonOf)),
    concepts(1.25),
  ],
  act: [words(1, (forms) => forms.folded), letters(1, 5, (forms) => forms.folded), concepts(0.5)],
  chat: [
    words(0.5, (forms) => forms.plain),
    letters(1, 5, (forms) => forms.plain),
    letters(0.5, 4, (forms) => forms.plain.map(fold)),
  ],
} satisfies Record<string, readonly Channel[]>;

export const channelWeights = (profile: Profile): readonly number[] => profiles[profile].map(({ weight }) => weight);

/** The features of a text, one map a channel; a feature's hash differs between channels. */
export function countFeatures(forms: Forms, profile: Profile): Counts[] {
  return profiles[profile].map((channel, number) => {
    const counts: Counts = new Map();
    const salt = Math.imul(number + 1, 0x9e3779b1);
    channel.collect(forms, (hash) => {
      const key = (hash ^ salt) >>> 0;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
    return counts;
  });
}

/** FNV-1a over UTF-16 units. */
const SEED = 0x811c9dc5;
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) >>> 0;
const hashOf = (text: string, seed: number): number => {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = step(hash, text.charCodeAt(i));
  return hash;
};
