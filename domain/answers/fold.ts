import { plain } from './plain-text.ts';

// biome-ignore format: a table reads best in rows
const consonants: Readonly<Record<string, string>> = {
  क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n', च: 'ch', छ: 'ch', ज: 'j', झ: 'jh', ञ: 'n',
  ट: 't', ठ: 'th', ड: 'd', ढ: 'dh', ण: 'n', त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n',
  प: 'p', फ: 'f', ब: 'b', भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', ळ: 'l', व: 'v',
  श: 'sh', ष: 'sh', स: 's', ह: 'h',
};
// biome-ignore format: a table reads best in rows
const vowels: Readonly<Record<string, string>> = {
  अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ऋ: 'ri', ए: 'e', ऐ: 'ai', ओ: 'o', औ: 'au', ऑ: 'o',
};
// biome-ignore format: a table reads best in rows
const vowelSigns: Readonly<Record<string, string>> = {
  'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'ृ': 'ri', 'े': 'e', 'ै': 'ai', 'ो': 'o', 'ौ': 'au', 'ॉ': 'o',
};

const schwa = 'ə';
const silentSchwa = /([aeiouə](?:[bcdfgjklmnprstvy]h?|h))ə((?:[bcdfgjklmnprstvy]h?|h)[aeiouə])/;

/** An inherent "a" between two open syllables is not spoken: विधवा is vidhva, जनवरी is janvari. */
function withoutSilent(text: string): string {
  let result = text;
  for (let rounds = 0; silentSchwa.test(result) && rounds < 50; rounds += 1)
    result = result.replace(silentSchwa, '$1$2');
  return result.replaceAll(schwa, 'a');
}

/** Hindi in Latin letters, roughly as people type it: the inherent "a" is written between consonants, not at the end. */
function romanised(text: string): string {
  let result = '';
  const letters = [...text];
  for (const [index, letter] of letters.entries()) {
    const consonant = consonants[letter];
    if (consonant === undefined) {
      result +=
        vowels[letter] ?? vowelSigns[letter] ?? (letter === 'ं' ? 'n' : letter === '्' || letter === 'ः' ? '' : letter);
      continue;
    }
    const after = letters[index + 1];
    const silent = after === undefined || after === '्' || after === ' ' || vowelSigns[after] !== undefined;
    result += consonant + (silent ? '' : schwa);
  }
  return withoutSilent(result);
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/([bdgjkt])h/g, '$1'],
  [/chh?/g, 'c'],
  [/sh/g, 's'],
  [/z/g, 'j'],
  [/w/g, 'v'],
  [/q|ck/g, 'k'],
  [/x/g, 'ks'],
  [/ee|ei|ey|ie|y/g, 'i'],
  [/oo|ou/g, 'u'],
  [/ai|ae/g, 'e'],
  [/au/g, 'o'],
  [/m(?=[bp])/g, 'n'],
  [/(\D)\1+/g, '$1'],
];

/**
 * One spelling for the many of one word, in both scripts: पिता, pita, pitaa; राकेश, Rakesh, raakesh. Only for comparing.
 * Vowels in the middle stay, so that different names stay different (Rajesh, Rakesh).
 */
export function folded(text: string): string {
  const latin = romanised(plain(text));
  const spelled = spellings.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), latin);
  return spelled
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/a$/, '') : word))
    .join(' ');
}

/** How many letters to change, add, leave out or swap to get from one word to the other; beyond `limit` it stops counting. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] && i > 1 && j > 1;
      const cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      row.push(swapped ? Math.min(cost, (beforeLast[j - 2] ?? 0) + 1) : cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? limit + 1;
}

/** Nearly the same, allowing for slips of the finger: one in words of four letters and more, two from nine. */
export function isAlmost(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  const limit = length >= 9 ? 2 : length >= 4 ? 1 : 0;
  return editDistance(one, other, limit) <= limit;
}
