import {
  type DateFound,
  type DateProblem,
  type DateSetting,
  type DateToken,
  dayOf,
  fullYear,
  nearestYear,
} from './date-parts.ts';
import { joiningWords, monthWords } from './words/dates.ts';

export type Found = DateFound | { readonly problem: DateProblem; readonly from: number; readonly to: number };

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A date by day, month and year that begins at a token, in whatever order and way they are written. */
export function statedDateAt(tokens: readonly DateToken[], from: number, setting: DateSetting): Found | undefined {
  return (
    figuresAt(tokens, from, setting) ??
    dayThenMonthAt(tokens, from, setting) ??
    monthThenDayAt(tokens, from, setting) ??
    yearThenMonthAt(tokens, from) ??
    runOfDigitsAt(tokens, from, setting) ??
    dayAndMonthFiguresAt(tokens, from, setting)
  );
}

const separators = new Set(['/', '-', '.', ',', '।', '|', '\\']);
const isSeparator = (token: DateToken | undefined): boolean => token !== undefined && separators.has(token.text);
const isFigure = (token: DateToken | undefined, ...lengths: number[]): boolean =>
  token?.digits === true && lengths.includes(token.text.length);

/** 5/3/2024, 05-03-24, 5 3 2024, 2024-03-05, 5.3.24. Day first; month first only where day first is impossible. */
function figuresAt(tokens: readonly DateToken[], from: number, setting: DateSetting): Found | undefined {
  const first = from;
  const second = isSeparator(tokens[first + 1]) ? first + 2 : first + 1;
  const third = isSeparator(tokens[second + 1]) ? second + 2 : second + 1;
  const [a, b, c] = [tokens[first], tokens[second], tokens[third]];
  if (!a || !b || !c || !isFigure(b, 1, 2)) return undefined;
  const span = { from, to: third + 1 };
  // A fourth figure makes it something else, such as a phone number or an account.
  if (continues(tokens, span, second === first + 1)) return undefined;
  const [one, two, three] = [a.value ?? 0, b.value ?? 0, c.value ?? 0];
  if (isFigure(a, 4) && isFigure(c, 1, 2)) return foundOn(dayOf(one, two, three), span, true);
  if (!isFigure(a, 1, 2) || !isFigure(c, 2, 4)) return undefined;
  const year = isFigure(c, 2) ? fullYear(three, two, one, setting) : three;
  const dayFirst = dayOf(year, two, one);
  if (dayFirst !== undefined || two <= 12) return foundOn(dayFirst, span, isFigure(c, 4));
  return foundOn(dayOf(isFigure(c, 2) ? fullYear(three, one, two, setting) : three, one, two), span, false);
}

/** Do figures go on before or after? Beside a date written with signs, figures after a space are a time of day. */
function continues(tokens: readonly DateToken[], { from, to }: Span, isSpaced: boolean): boolean {
  const beside = (at: number, beyond: number): boolean => {
    if (isSeparator(tokens[at]) && tokens[at]?.text !== ',') return tokens[beyond]?.digits === true;
    return isSpaced && tokens[at]?.digits === true;
  };
  return beside(to, to + 1) || beside(from - 1, from - 2);
}

const foundOn = (date: string | undefined, span: Span, stated: boolean, alternatives: readonly string[] = []): Found =>
  date === undefined ? { problem: 'noSuchDate', ...span } : { date, stated, alternatives, ...span };

/** The next token that says something, past signs and small words; at most three of them. */
function pastJoining(tokens: readonly DateToken[], from: number): number {
  let at = from;
  while (
    at < from + 3 &&
    (isSeparator(tokens[at]) || tokens[at]?.text === "'" || joiningWords.has(tokens[at]?.text ?? ''))
  ) {
    at += 1;
  }
  return at;
}

const monthAt = (tokens: readonly DateToken[], at: number): number | undefined =>
  monthWords.get(tokens[at]?.text ?? '');

const isDayNumber = (token: DateToken | undefined): token is DateToken & { value: number } =>
  token?.value !== undefined &&
  Number.isInteger(token.value) &&
  token.value >= 1 &&
  token.value <= 31 &&
  !(token.digits && token.text.length > 2);

/** The year after a month: 2024, '24, "do hazaar chaubis", "nineteen ninety". */
function yearAt(tokens: readonly DateToken[], from: number): { year: number; to: number; full: boolean } | undefined {
  const at = pastJoining(tokens, from);
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.value === undefined || !Number.isInteger(token.value)) return undefined;
  if (token.digits) {
    if (!isFigure(token, 2, 4)) return undefined;
    return { year: token.value, to: at + 1, full: token.text.length === 4 };
  }
  if (token.value >= 1850) return { year: token.value, to: at + 1, full: true };
  const isCentury = token.value === 19 || token.value === 20;
  if (isCentury && next?.value !== undefined && !next.digits && next.value >= 10 && next.value < 100) {
    return { year: token.value * 100 + next.value, to: at + 2, full: true };
  }
  return token.value >= 10 && token.value < 100 ? { year: token.value, to: at + 1, full: false } : undefined;
}

function inMonth(day: number, month: number, span: Span, year: ReturnType<typeof yearAt>, setting: DateSetting): Found {
  if (year) {
    const full = year.full ? year.year : fullYear(year.year, month, day, setting);
    return foundOn(dayOf(full, month, day), { ...span, to: year.to }, year.full);
  }
  const [date, ...alternatives] = nearestYear(month, day, setting);
  return foundOn(date, span, false, alternatives);
}

/** 5 March 2024, 5th of March, paanch march, 5-Mar-24; without a year, the nearest one. */
function dayThenMonthAt(tokens: readonly DateToken[], from: number, setting: DateSetting): Found | undefined {
  const day = tokens[from];
  if (!isDayNumber(day)) return undefined;
  const at = pastJoining(tokens, from + 1);
  const month = monthAt(tokens, at);
  if (month === undefined) return undefined;
  return inMonth(day.value, month, { from, to: at + 1 }, yearAt(tokens, at + 1), setting);
}

/** March 5, 2024. */
function monthThenDayAt(tokens: readonly DateToken[], from: number, setting: DateSetting): Found | undefined {
  const month = monthAt(tokens, from);
  if (month === undefined) return undefined;
  const at = pastJoining(tokens, from + 1);
  const day = tokens[at];
  if (isDayNumber(day)) return inMonth(day.value, month, { from, to: at + 1 }, yearAt(tokens, at + 1), setting);
  const year = yearAt(tokens, from + 1);
  return year?.full ? { problem: 'dateIncomplete', from, to: year.to } : undefined;
}

/** 2024 March 5. */
function yearThenMonthAt(tokens: readonly DateToken[], from: number): Found | undefined {
  const year = tokens[from];
  if (!isFigure(year, 4)) return undefined;
  const monthIndex = pastJoining(tokens, from + 1);
  const dayIndex = pastJoining(tokens, monthIndex + 1);
  const [month, day] = [monthAt(tokens, monthIndex), tokens[dayIndex]];
  if (month === undefined || !isDayNumber(day)) return undefined;
  return foundOn(dayOf(year?.value ?? 0, month, day.value), { from, to: dayIndex + 1 }, true);
}

/** 05032024, 20240305, 050324: only when nothing stands beside it that would make it part of something longer. */
function runOfDigitsAt(tokens: readonly DateToken[], from: number, setting: DateSetting): Found | undefined {
  const run = tokens[from];
  const span = { from, to: from + 1 };
  if (!run || !isFigure(run, 6, 8) || continues(tokens, span, true)) return undefined;
  const part = (start: number, end: number): number => Number(run.text.slice(start, end));
  const [day, month] = [part(0, 2), part(2, 4)];
  if (run.text.length === 6) {
    const date = month <= 12 ? dayOf(fullYear(part(4, 6), month, day, setting), month, day) : undefined;
    return date === undefined ? undefined : foundOn(date, span, false);
  }
  const date = dayOf(part(4, 8), month, day);
  return foundOn(date ?? dayOf(part(0, 4), part(4, 6), part(6, 8)), span, true);
}

/** 5/3 and nothing more: the nearest such day. */
function dayAndMonthFiguresAt(tokens: readonly DateToken[], from: number, setting: DateSetting): Found | undefined {
  const [day, sign, month] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  const span = { from, to: from + 3 };
  if (!isFigure(day, 1, 2) || !isFigure(month, 1, 2) || (sign?.text !== '/' && sign?.text !== '-')) return undefined;
  if (continues(tokens, span, false)) return undefined;
  const [date, ...alternatives] = nearestYear(month?.value ?? 0, day?.value ?? 0, setting);
  return foundOn(date, span, false, alternatives);
}
