import { simplified, wordsOf } from './plain-text.ts';

const joining = new Set(['and', 'aur', 'or', 'और', 'तथा', 'no', 'number', 'नंबर']);
const everything = new Set(['all', 'sab', 'sabhi', 'saare', 'sare', 'सब', 'सभी', 'सारे']);

/** The numbers of a list that a text names and nothing else: `1,3`, `1 aur 3`, or all of them; absent when it is no such text. */
export function readListed(text: string, count: number): readonly number[] | undefined {
  const words = wordsOf(simplified(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
  if (words.length > 0 && words.length <= 3 && words.some((word) => everything.has(word))) {
    return Array.from({ length: count }, (_, at) => at + 1);
  }
  const said = words.filter((word) => !joining.has(word));
  const numbers = said.map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : 0));
  const fit = numbers.length > 0 && numbers.every((number) => number >= 1 && number <= count);
  return fit ? [...new Set(numbers)].sort((one, other) => one - other) : undefined;
}
