import type { Money } from '#domain/shared/money.ts';
import { type IsoDate, isDate } from '#domain/shared/time.ts';

// Thousands, then lakh and crore: 1,00,000. Digits are Latin in every language, as on bills and keypads.
const whole = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 6 });
const rupees = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 });
const withPaise = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const numberText = (value: number): string => whole.format(value);

/** `₹1,00,000`; paise are shown only where there are some. */
export function moneyText({ paise }: Money): string {
  const amount = Math.abs(paise) / 100;
  const digits = paise % 100 === 0 ? rupees.format(amount) : withPaise.format(amount);
  return `${paise < 0 ? '−' : ''}₹${digits}`;
}

export interface DayParts {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** `05/03/2026`. */
  readonly inDigits: string;
}

export function partsOfDay(date: IsoDate): DayParts | undefined {
  if (!isDate(date)) return undefined;
  const [year = '', month = '', day = ''] = date.split('-');
  return {
    day: Number(day),
    month: Number(month),
    year: Number(year),
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay(),
    inDigits: `${day}/${month}/${year}`,
  };
}
