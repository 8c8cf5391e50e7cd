import { type IsoDate, isDate } from '../shared/time.ts';
import { readNumber } from './numbers.ts';
import { simplified } from './plain-text.ts';
import { numberWords } from './words/numbers.ts';

/** Where the question looks: births lie in the past, bookings in the future. */
export type Side = 'past' | 'future' | undefined;

export interface DateSetting {
  readonly today: IsoDate;
  readonly side: Side;
}

/** A date found in a text. */
export interface DateFound {
  readonly date: IsoDate;
  /** All of day, month and year were said, and in the usual order. */
  readonly stated: boolean;
  /** Other days that may be meant. */
  readonly alternatives: readonly IsoDate[];
  /** Tokens from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
}

/** `noSuchDate`: 30 February. `dateIncomplete`: a month or a year without a day. */
export type DateProblem = 'notADate' | 'noSuchDate' | 'dateIncomplete';

export interface DateToken {
  readonly text: string;
  readonly value?: number;
  /** By digits, not by words. */
  readonly digits: boolean;
  /** Characters in the simplified text. */
  readonly start: number;
  readonly end: number;
}

/** Words, numbers and signs; numbers said by words are one token. */
export function dateTokens(text: string): DateToken[] {
  const matches = [
    ...simplified(text)
      .slice(0, 1000)
      .matchAll(/\d+|[\p{L}\p{M}]+|\S/gu),
  ];
  const words = matches.map(([word]) => word);
  const tokens: DateToken[] = [];
  for (let at = 0; at < matches.length; ) {
    const [word = '', start] = [words[at], matches[at]?.index ?? 0];
    const spoken = numberWords.has(word) ? readNumber(words, at) : undefined;
    const last = matches[spoken ? spoken.to - 1 : at];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    const digits = /^\d/.test(word);
    const value = spoken?.value ?? (digits ? Number(word) : undefined);
    const shown = spoken ? words.slice(at, spoken.to).join(' ') : word;
    tokens.push({ text: shown, digits, start, end, ...(value !== undefined && { value }) });
    at = spoken ? spoken.to : at + 1;
  }
  return tokens;
}

/** The ISO day, if there is such a day in a year that a living person's papers can speak of. */
export function dayOf(year: number, month: number, day: number): IsoDate | undefined {
  if (year < 1850 || year > 2150) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

/** "24" is 2024 unless the question looks back and 2024 is still to come. */
export function fullYear(year: number, month: number, day: number, { today, side }: DateSetting): number {
  if (year >= 100) return year;
  const thisCentury = Math.floor(Number(today.slice(0, 4)) / 100) * 100 + year;
  if (side === 'future') return thisCentury;
  const candidate = dayOf(thisCentury, month, day) ?? `${thisCentury}-12-31`;
  const limit = side === 'past' ? today : `${Number(today.slice(0, 4)) + 20}-12-31`;
  return candidate <= limit ? thisCentury : thisCentury - 100;
}

/** The nearest such day on the side of the question; without a side, the past one, and the coming one as an alternative. */
export function nearestYear(month: number, day: number, { today, side }: DateSetting): IsoDate[] {
  const year = Number(today.slice(0, 4));
  // Nine years, because 29 February may be eight years away.
  const days = Array.from({ length: 17 }, (_, i) => dayOf(year - 8 + i, month, day)).filter(
    (each) => each !== undefined,
  );
  const past = days.filter((each) => each <= today).at(-1);
  const future = days.find((each) => each >= today);
  const wanted = side === 'future' ? [future] : side === 'past' ? [past] : [past, future];
  return [...new Set(wanted.filter((each) => each !== undefined))];
}
