import { pageData } from './page-data.ts';

const { language, texts } = pageData();
const locale = `${language}-IN`;

/** The sentence behind a key, with its gaps filled. */
export const t = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (gap, name: string) => String(values[name] ?? gap));

const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const daysInIndia = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Asia/Kolkata' });
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Kolkata' });

export const showDay = (date: string): string => days.format(new Date(`${date}T00:00:00Z`));
/** The day on which a moment falls in India, wherever the reader's clock stands. */
export const showDayOf = (at: string): string => daysInIndia.format(new Date(at));
export const showMoment = (at: string): string => moments.format(new Date(at));
export const showNumber = (value: number): string => value.toLocaleString(locale);
export const showPercent = (share: number): string => share.toLocaleString(locale, { style: 'percent' });
