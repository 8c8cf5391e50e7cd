import type { Money } from '../shared/money.ts';
import { type IsoDate, isDate } from '../shared/time.ts';

/** How one language says numbers, money and days; data, because Hindi has an own word for each number below a hundred. */
export interface NumberWords {
  /** 0 to 99. */
  readonly numbers: readonly string[];
  readonly hundred: string;
  readonly thousand: string;
  readonly lakh: string;
  readonly crore: string;
  /** 1 to 31, as they are said in a date. */
  readonly daysOfMonth: readonly string[];
  /** January first. */
  readonly months: readonly string[];
  /** With the gaps `{{day}}`, `{{month}}` and `{{year}}`. */
  readonly date: string;
  /** `one` is for a single rupee; with the gap `{{number}}`. */
  readonly rupees: { readonly one: string; readonly other: string };
  readonly paise: { readonly one: string; readonly other: string };
  /** With the gap `{{amount}}`, and `{{rupees}}` and `{{paise}}`. */
  readonly only: { readonly single: string; readonly both: string };
}

const CRORE = 10_000_000;
const LAKH = 100_000;

/** A whole number as it is said in India: `twelve lakh thirty-four thousand five hundred`. From a hundred crore on, the crores are counted in the same way. */
export function numberInWords(number: number, words: NumberWords): string {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`not a whole number from zero on: ${number}`);
  if (number < 100) return wordAt(words.numbers, number);
  const { scale, word } = largestScale(number, words);
  const count = `${numberInWords(Math.floor(number / scale), words)} ${word}`;
  const rest = number % scale;
  return rest === 0 ? count : `${count} ${numberInWords(rest, words)}`;
}

function largestScale(number: number, words: NumberWords): { scale: number; word: string } {
  if (number >= CRORE) return { scale: CRORE, word: words.crore };
  if (number >= LAKH) return { scale: LAKH, word: words.lakh };
  if (number >= 1000) return { scale: 1000, word: words.thousand };
  return { scale: 100, word: words.hundred };
}

/** An amount as it is written on a receipt: `Rupees twelve and fifty paise only`. Paise are left out when there are none. */
export function moneyInWords({ paise }: Money, words: NumberWords): string {
  const [whole, part] = [Math.floor(paise / 100), paise % 100];
  const rupees = counted(whole, words.rupees, words);
  if (part === 0) return fill(words.only.single, { amount: rupees });
  const small = counted(part, words.paise, words);
  return whole === 0 ? fill(words.only.single, { amount: small }) : fill(words.only.both, { rupees, paise: small });
}

const counted = (number: number, forms: NumberWords['rupees'], words: NumberWords): string =>
  fill(number === 1 ? forms.one : forms.other, { number: numberInWords(number, words) });

/** A day as it is written on a certificate: `fifth March two thousand twenty-six`. */
export function dateInWords(date: IsoDate, words: NumberWords): string {
  if (!isDate(date)) throw new RangeError('not a day that exists');
  return fill(words.date, {
    day: wordAt(words.daysOfMonth, Number(date.slice(8)) - 1),
    month: wordAt(words.months, Number(date.slice(5, 7)) - 1),
    year: yearInWords(Number(date.slice(0, 4)), words),
  });
}

/** Years of the second millennium are said by hundreds, in Hindi as in English: `nineteen hundred ninety-eight`. */
function yearInWords(year: number, words: NumberWords): string {
  if (year < 1100 || year > 1999) return numberInWords(year, words);
  const century = `${wordAt(words.numbers, Math.floor(year / 100))} ${words.hundred}`;
  return year % 100 === 0 ? century : `${century} ${wordAt(words.numbers, year % 100)}`;
}

/** Digits grouped as in India: three, then by twos: `12,34,567`. */
export function groupDigits(number: number): string {
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number: ${number}`);
  const sign = number < 0 ? '-' : '';
  return sign + String(Math.abs(number)).replace(/\B(?=(\d{2})*\d{3}$)/g, ',');
}

/** An amount in digits, always with paise and without the rupee sign: `1,02,233.95`. */
export function moneyInDigits({ paise }: Money): string {
  const whole = Math.abs(paise);
  const digits = `${groupDigits(Math.floor(whole / 100))}.${String(whole % 100).padStart(2, '0')}`;
  return paise < 0 ? `-${digits}` : digits;
}

const fill = (pattern: string, gaps: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => gaps[name] ?? gap);

function wordAt(table: readonly string[], index: number): string {
  const word = table[index];
  if (word === undefined) throw new RangeError(`no word for ${index}`);
  return word;
}
