/** Spellings that sound alike become one, for English words too. The order matters: digraphs before letters. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/aa+/gu, 'a'],
  [/ee+/gu, 'i'],
  [/oo+/gu, 'u'],
  [/(.)\1+/gu, '$1'],
  [/chh?/gu, 'C'],
  [/ck|q/gu, 'k'],
  [/c(?=[eiy])/gu, 's'],
  [/c/gu, 'k'],
  [/ph/gu, 'f'],
  [/sh/gu, 's'],
  [/([bdgjkt])h/gu, '$1'],
  [/z/gu, 'j'],
  [/w/gu, 'v'],
  [/y/gu, 'i'],
  [/x/gu, 'ks'],
  [/[ae]i/gu, 'e'],
  [/[ao]u/gu, 'o'],
  [/ie/gu, 'i'],
  [/C/gu, 'c'],
  [/(.)\1+/gu, '$1'],
];
const VOWEL = /[aeiou]/gu;

/** How a romanised word sounds: `pramaan` and `praman`, `shaadi` and `shadi` are the same. Numbers stay. */
export function fold(word: string): string {
  if (/^\p{N}+$/u.test(word)) return word;
  const folded = FOLDS.reduce((so, [from, to]) => so.replace(from, to), word);
  return folded.length > 3 ? folded.replace(/[aeiou]$/u, '') : folded;
}

/** The first letter and the consonants: `janam`, `janm` and जन्म are all `jnm`. */
export const skeletonOf = (folded: string): string =>
  folded.slice(0, 1) + folded.slice(1).replace(VOWEL, '').replace(/h/gu, '');
