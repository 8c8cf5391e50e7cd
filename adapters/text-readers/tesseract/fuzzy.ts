const devanagariZero = 0x0966;

/** One spelling for what looks alike: composed, without invisible marks, digits as 0 to 9. */
export const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[०-९]/gu, (digit) => String(digit.charCodeAt(0) - devanagariZero))
    .replace(/[‘’`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();

/** Only what tells words apart: lower case letters, vowel signs and digits; no nukta, no punctuation, no spaces. */
export const fold = (text: string): string =>
  normalise(text)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replace(/\u093c|[\u0300-\u036f]/gu, '')
    .replace(/ँ/gu, 'ं');

/** Edits between two texts, counted no further than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replace, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}

/** Misread letters that a text of this length may have and still be meant. */
export const allowance = (length: number): number => (length < 5 ? 0 : Math.floor(length * 0.2));

/** Does the folded text contain the folded phrase, give or take a few misread letters? */
export function contains(text: string, phrase: string): boolean {
  if (phrase.length === 0) return false;
  if (text.includes(phrase)) return true;
  const limit = allowance(phrase.length);
  if (limit === 0) return false;
  for (let start = 0; start + phrase.length - limit <= text.length; start += 1) {
    if (distance(text.slice(start, start + phrase.length), phrase, limit) <= limit) return true;
  }
  return false;
}
