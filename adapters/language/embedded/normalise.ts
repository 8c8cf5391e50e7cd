import { withAsciiDigits } from '#domain/shared/digits.ts';

/** Nukta, zero-width characters and variation selectors: people type them or not, without meaning anything by it. */
const UNSEEN = /\u093c|[\u200b-\u200f\u2060\ufeff]|\p{Variation_Selector}/gu;
const LINK = /\b(?:https?:\/\/|www\.)\S+/gu;
/** Marks belong to the word: without \p{M} a Hindi word is split at its vowel signs. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** One way of writing: composed letters, lower case, plain digits, `pleaseeee` as `pleasee`, links as one word. */
export function normalise(text: string): string {
  return withAsciiDigits(text.normalize('NFKC'))
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(LINK, ' weblink ')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
    .replace(/([\p{L}\p{M}])\1{2,}/gu, '$1$1');
}

/** The words of a normalised text; at most 120, so that no message is slow. */
export function wordsOf(normalised: string): string[] {
  const words: string[] = [];
  for (const [word] of normalised.slice(0, 4000).matchAll(WORD)) {
    words.push(word.slice(0, 40));
    if (words.length === 120) break;
  }
  return words;
}
