import { withAsciiDigits } from '../shared/digits.ts';

/** What nobody sees: zero-width signs (but not the joiners that Hindi spelling uses), byte order marks, control characters. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?!\s)\p{Cc}/gu;

/** Text as an answer keeps it: composed, without invisible signs, one space between words. */
export const tidy = (text: string): string => text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();

/** Tidy text whose lines stay lines. */
export const tidyLines = (text: string): string =>
  text
    .split(/\r?\n/)
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n');

/**
 * Text to compare and to look for words in, never to keep: small letters, plain digits, straight signs, and Hindi
 * without the marks that people leave out (nukta, and moon-dot for dot).
 */
export const simplified = (text: string): string =>
  withAsciiDigits(tidy(text.normalize('NFKC')))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\u093c/g, '')
    .normalize('NFC')
    .replace(/\u0901/g, '\u0902')
    .replace(/[\u200c\u200d]/g, '')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/₨/g, '₹');

/** The words of a text, without signs. Apostrophes vanish inside words: "father's" is "fathers". */
export const wordsOf = (text: string): string[] =>
  simplified(text)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '')
    .match(/[\p{L}\p{M}]+|\d+/gu) ?? [];

/** The words in one line, to compare whole answers by. */
export const plain = (text: string): string => wordsOf(text).join(' ');
