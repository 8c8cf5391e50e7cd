import { fold } from './fold.ts';
import { normalise, wordsOf } from './normalise.ts';
import { romanise } from './romanise.ts';
import { spellOut } from './shorthand.ts';

/** Things that citizens speak of, each with the words for it in any language. A form of several words must occur whole. */
export interface Lexicon {
  readonly concepts: Readonly<Record<string, readonly string[]>>;
}

export const emptyLexicon: Lexicon = { concepts: {} };

/** From this length on, a word also counts as a form that it begins with, or from which it differs by one letter. */
const LONG = 5;
const MOST_WORDS = 20_000;

/** Finds concepts in folded words. */
export class ConceptFinder {
  private readonly exact = new Map<string, number[]>();
  private readonly near = new Map<string, number[]>();
  /** What was found for words met before. */
  private readonly met = new Map<string, readonly number[]>();
  private readonly phrases = new Map<string, { rest: string[]; concept: number }[]>();

  constructor(lexicon: Lexicon) {
    Object.values(lexicon.concepts).forEach((forms, concept) => {
      for (const form of forms) this.add(soundsOf(form), concept);
    });
  }

  /** The concepts that occur, each once, in order of their numbers. */
  find(folded: readonly string[]): number[] {
    const found = new Set<number>();
    folded.forEach((word, at) => {
      for (const concept of this.ofWord(word)) found.add(concept);
      for (const { rest, concept } of this.phrases.get(word) ?? [])
        if (rest.every((next, i) => folded[at + 1 + i] === next)) found.add(concept);
    });
    return [...found].sort((one, other) => one - other);
  }

  private add([first, ...rest]: string[], concept: number): void {
    if (first === undefined) return;
    if (rest.length > 0) append(this.phrases, first, { rest, concept });
    else {
      append(this.exact, first, concept);
      if (first.length >= LONG) for (const shorter of withoutOneLetter(first)) append(this.near, shorter, concept);
    }
  }

  private ofWord(word: string): readonly number[] {
    const met = this.met.get(word);
    if (met) return met;
    const found = this.lookUp(word);
    if (this.met.size >= MOST_WORDS) this.met.clear();
    this.met.set(word, found);
    return found;
  }

  private lookUp(word: string): readonly number[] {
    const exact = this.exact.get(word);
    if (exact) return exact;
    if (word.length < LONG) return [];
    for (let length = word.length - 1; length >= LONG; length -= 1) {
      const prefix = this.exact.get(word.slice(0, length));
      if (prefix) return prefix;
    }
    for (const shorter of withoutOneLetter(word)) {
      const near = this.near.get(shorter);
      if (near) return near;
    }
    return [];
  }
}

const soundsOf = (form: string): string[] => wordsOf(normalise(form)).map((word) => fold(spellOut(romanise(word))));

/** The word itself and each of its shortenings by one letter; two words that share one differ by about one edit. The first letter stays. */
function withoutOneLetter(word: string): string[] {
  const all = [word];
  for (let i = 1; i < word.length; i += 1) all.push(word.slice(0, i) + word.slice(i + 1));
  return all;
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
