import { pageData } from '#adapters/web/page/page-data.ts';
import { t } from '#adapters/web/page/texts.ts';

const locale = `${pageData().language}-IN`;
const timeZone = 'Asia/Kolkata';
const times = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone });
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
const dates = new Intl.DateTimeFormat('en-CA', { timeZone });

const DAY_MS = 86_400_000;

export const showTime = (at: number): string => times.format(at);

/** The day in India, as `2026-03-05`. */
export const dayOf = (at: number): string => dates.format(at);

export function showDay(at: number): string {
  const now = Date.now();
  if (dayOf(at) === dayOf(now)) return t('simulator.today');
  return dayOf(at) === dayOf(now - DAY_MS) ? t('simulator.yesterday') : days.format(at);
}
