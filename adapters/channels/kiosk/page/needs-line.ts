import type { Said } from './frames.ts';

const PAYING = /^(pay|bill\/pay)\//;
const CODE = /^\s*EK[\s-]*\w{4}[\s-]*\w{4}\s*$/i;

/**
 * Is only said while there is a line, and never kept for later: a payment must not begin when nobody thinks of it any
 * more, and a code that works once does not lie about.
 */
export const needsLine = (said: Said): boolean =>
  said.type === 'choice' ? PAYING.test(said.id) : said.type === 'text' && CODE.test(said.text);
