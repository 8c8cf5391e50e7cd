/** A moment as ISO 8601 in UTC with milliseconds, such as `2026-03-05T04:30:00.000Z`; such texts sort as time does. */
export type Instant = string;

/** A calendar day as `YYYY-MM-DD`, always meant in the installation's time zone. */
export type IsoDate = string;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const plusMinutes = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * MINUTE).toISOString();

export const plusHours = (at: Instant, hours: number): Instant => plusMinutes(at, hours * 60);

/** Negative when `to` is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / MINUTE;

export const plusDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The same day some months later, or the last of a month that is shorter. */
export function plusMonths(date: IsoDate, months: number): IsoDate {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(Number(date.slice(8)), last)).padStart(2, '0')}`;
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** Full years passed from one day to another, as age is counted: the birthday itself completes a year. */
export function yearsBetween(from: IsoDate, to: IsoDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Minutes that the installation's local time is ahead of UTC; India has had one offset and no summer time since 1945. */
export const INDIA_OFFSET_MINUTES = 330;

/** The calendar day on which a moment falls, in India. */
export const dayOf = (at: Instant): IsoDate => plusMinutes(at, INDIA_OFFSET_MINUTES).slice(0, 10);

/** The moment at which clocks in India show `HH:MM` on a day. */
export const instantAt = (day: IsoDate, time: string): Instant =>
  plusMinutes(`${day}T${time}:00.000Z`, -INDIA_OFFSET_MINUTES);

/** The day and hour that clocks in India show, as `2026-12-05T10:00`; such texts sort as time does. */
export const localTimeOf = (at: Instant): string => plusMinutes(at, INDIA_OFFSET_MINUTES).slice(0, 16);

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Does the text name a day that exists? `2026-02-30` does not. */
export function isDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The day that is `days` working days after `from`: Monday to Friday, less the holidays. Delhi's offices keep a five-day week. */
export function plusWorkingDays(from: IsoDate, days: number, holidays: ReadonlySet<IsoDate>): IsoDate {
  let day = from;
  for (let left = days; left > 0; ) {
    day = plusDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** How many working days come after `from`, up to and with `to`. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, holidays: ReadonlySet<IsoDate>): number {
  let count = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}

export const isWorkingDay = (day: IsoDate, holidays: ReadonlySet<IsoDate>): boolean =>
  weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !holidays.has(day);
