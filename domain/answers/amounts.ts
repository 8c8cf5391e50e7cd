import type { Question } from '../catalogue/service-definition.ts';
import { canonicalNumber, findNumbers, type NumberFound, numberTokens } from './numbers.ts';
import { plain } from './plain-text.ts';
import {
  areaUnits,
  monthlyWords,
  noMoneyPhrases,
  paisaWords,
  roughWords,
  rupeeWords,
  squareWords,
  wordsAroundMoney,
  wordsAroundNumbers,
} from './words/units.ts';

/** A quantity as said, or why there is none. `isRough`: "about" was said, or it was converted, so it must be confirmed. */
export type AmountRead =
  | { readonly value: string; readonly isRough?: boolean }
  | { readonly problem: 'none' | 'several' | 'perMonth' };

/** More other words than this, and the digits are probably about something else. */
const mostOtherWords = 6;

/** The one number that is said. Numbers by words count only among words that belong to numbers: "bol do" is not two. */
export function readQuantity(text: string, { id }: Pick<Question, 'id'>): AmountRead {
  const tokens = numberTokens(text);
  const others = (found: NumberFound): string[] => tokens.filter((_, at) => at < found.from || at >= found.to);
  const isUnit = (word: string): boolean => id.endsWith('_sqm') && (areaUnits.has(word) || squareWords.has(word));
  const candidates = findNumbers(tokens).filter((found) =>
    isTrusted(found, others(found), (word) => wordsAroundNumbers.has(word) || isUnit(word)),
  );
  const [only, ...more] = candidates;
  if (!only) return { problem: 'none' };
  if (more.length > 0) return { problem: 'several' };
  if (isAgeInMonths(id, others(only))) return { problem: 'none' };
  const unit = id.endsWith('_sqm') ? others(only).find((word) => areaUnits.has(word)) : undefined;
  const factor = unit === undefined ? 1 : (areaUnits.get(unit) ?? 1);
  const sign = tokens[only.from - 1] === '-' && only.from === 1 ? -1 : 1;
  const isRough = others(only).some((word) => roughWords.has(word));
  if (factor === 1) return { value: canonicalNumber(sign * only.value), ...(isRough && { isRough }) };
  return { value: canonicalNumber(Math.round(only.value * factor * 100) / 100), isRough: true };
}

function isTrusted(found: NumberFound, others: readonly string[], belongs: (word: string) => boolean): boolean {
  const strangers = others.filter((token) => /\p{L}/u.test(token) && !belongs(token));
  return found.spoken ? strangers.length === 0 : strangers.length <= mostOtherWords;
}

/** "6 mahine" is no age in years. */
const isAgeInMonths = (id: string, words: readonly string[]): boolean =>
  /(^|_)age(_|$)/.test(id) &&
  words.some((word) => monthlyWords.has(word) || /^(din|days?|hafte|weeks?|months?|दिन|हफ्ते)$/.test(word));

/** Rupees and paise, as whole paise. For a yearly amount, one said by the month is not taken: whether it varies is not ours to guess. */
export function readMoney(text: string, { id }: Pick<Question, 'id'>): AmountRead {
  if (noMoneyPhrases.has(plain(text))) return { value: '0' };
  const tokens = numberTokens(text.replace(/(?<=\d)\s*\/\s*[-=]+/g, ' ').replace(/\brs\./gi, 'rs '));
  const numbers = findNumbers(tokens);
  const words = tokens.filter((_, at) => numbers.every(({ from, to }) => at < from || at >= to));
  const belongs = (word: string): boolean =>
    rupeeWords.has(word) || paisaWords.has(word) || wordsAroundMoney.has(word) || wordsAroundNumbers.has(word);
  const trusted = numbers.filter((found) => isTrusted(found, words, belongs));
  const [first, second, ...more] = trusted;
  if (!first) return { problem: 'none' };
  if (tokens[first.from - 1] === '-' && first.from === 1) return { problem: 'none' };
  if (id.startsWith('annual') && words.some((word) => monthlyWords.has(word))) return { problem: 'perMonth' };
  const paise = second && more.length === 0 ? paiseAfter(tokens, first, second) : undefined;
  if (second && paise === undefined) return { problem: 'several' };
  // "5000 paise" is how people say money at all; only less than a rupee is really paise.
  const isOnlyPaise =
    !second &&
    first.value < 100 &&
    paisaWords.has(tokens[first.to] ?? '') &&
    words.every((word) => !rupeeWords.has(word));
  const amount = isOnlyPaise ? first.value : first.value * 100 + (paise ?? 0);
  const isRough = words.some((word) => roughWords.has(word));
  return { value: Math.round(amount).toFixed(0), ...(isRough && { isRough }) };
}

/** "12 rupaye 50 paise": the second number is paise only when it says so. */
function paiseAfter(tokens: readonly string[], first: NumberFound, second: NumberFound): number | undefined {
  const isPaise = paisaWords.has(tokens[second.to] ?? '') && second.value < 100;
  const isRupees = tokens.slice(first.to, second.from).some((token) => rupeeWords.has(token));
  return isPaise && isRupees ? second.value : undefined;
}
