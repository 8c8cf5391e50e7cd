import { simplified } from './plain-text.ts';
import { addedFractions, englishTens, fractionWords, numberWords, scaleWords } from './words/numbers.ts';

/** A number in a row of tokens: the tokens from `from` up to, not including, `to`. */
export interface NumberFound {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Said by small words alone, which also mean other things: "do", "char", "sau". */
  readonly spoken: boolean;
}

/** "1,00,000" and "100,000" are one number, "2,3" is two. "5k" and "2L" are two tokens. */
export function numberTokens(text: string): string[] {
  const joined = simplified(text)
    .slice(0, 2000)
    .replace(/(?<![\d,.])\d{1,3}(?:,\d{2,3})*,\d{3}(?![\d,])/g, (grouped) => grouped.replaceAll(',', ''))
    .replace(/(?<=\d\s?)l(?![\p{L}\p{M}])/gu, ' lakh');
  return joined.match(/\d+(?:\.\d+)?|[\p{L}\p{M}]+|\S/gu) ?? [];
}

export function findNumbers(tokens: readonly string[]): NumberFound[] {
  const found: NumberFound[] = [];
  for (let at = 0; at < tokens.length; ) {
    const number = readNumber(tokens, at);
    if (number) found.push(number);
    at = number ? number.to : at + 1;
  }
  return found;
}

/** These mean a hundred and so on only after a number: "so" is also English. */
const needNumberBefore = new Set(['so', 'sou', 'k', 'cr', 'lak']);

/**
 * The number that begins at a token: 1240, "barah sau chalis", "1 lakh 20 hazaar", "sadhe teen sau" (350), "dhai hazaar".
 * Scales must fall, so "do teen" is two numbers and not five.
 */
export function readNumber(tokens: readonly string[], from: number): NumberFound | undefined {
  let total = 0;
  let group: number | undefined;
  let pending: number | undefined;
  let openTo = Number.POSITIVE_INFINITY; // what may still be added to the group must be below this
  let lastScale = Number.POSITIVE_INFINITY;
  let to = from;
  let spoken = true;
  let isBare = false; // a scale without a number before it, as in "hazaar": a thousand, or a misheard eighty thousand

  const addSmall = (value: number, isTens: boolean): boolean => {
    if (group === undefined) group = value + (pending ?? 0);
    else if (pending === undefined && value < openTo && openTo <= 100) group += value;
    else return false;
    openTo = isTens ? 10 : 0;
    pending = undefined;
    return true;
  };
  const multiply = (scale: number, word: string): boolean => {
    if (group === undefined && ((pending === undefined && needNumberBefore.has(word)) || scale >= lastScale))
      return false;
    isBare ||= group === undefined && pending === undefined;
    const base = group ?? 1 + (pending ?? 0);
    pending = undefined;
    if (scale === 100) {
      if (base >= 100) return false;
      [group, openTo] = [base * 100, 100];
      return true;
    }
    if (scale >= lastScale) return false;
    [total, group, openTo, lastScale] = [total + base * scale, undefined, Number.POSITIVE_INFINITY, scale];
    return true;
  };
  const take = (token: string): boolean => {
    if (/^\d/.test(token)) return addSmall(Number(token), false);
    const word = numberWords.get(token) ?? fractionWords.get(token);
    if (word !== undefined) return addSmall(word, englishTens.has(token));
    const scale = scaleWords.get(token);
    if (scale !== undefined) return multiply(scale, token);
    const fraction = addedFractions.get(token);
    if (fraction === undefined || pending !== undefined || group !== undefined) return false;
    pending = fraction;
    return true;
  };

  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const continues =
      at > from && isAnd(token) && scaleWords.has(tokens[at - 1] ?? '') && numberWords.has(tokens[at + 1] ?? '');
    if (continues) continue;
    if (!take(token)) break;
    spoken &&= !isUnmistakable(token);
    to = at + 1;
  }
  const value = Math.round((total + (group ?? 0)) * 1e6) / 1e6;
  const isComplete = to > from && pending === undefined && (group !== undefined || total > 0);
  return isComplete && value < 1e15 ? { value, from, to, spoken: spoken || isBare } : undefined;
}

const isUnmistakable = (token: string): boolean =>
  /^\d/.test(token) || ((scaleWords.get(token) ?? 0) >= 1000 && !needNumberBefore.has(token));

const isAnd = (token: string): boolean => token === 'and' || token === 'aur' || token === 'और';

/** As an answer keeps it: digits, a point only where needed. */
export const canonicalNumber = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : value.toFixed(6).replace(/0+$/, '').replace(/\.$/, '');
