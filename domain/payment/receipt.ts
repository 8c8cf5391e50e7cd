import type { IsoDate } from '../shared/time.ts';

/** India's financial year, from 1 April to 31 March: `2026-27`. */
export function financialYearOf(day: IsoDate): string {
  const year = Number(day.slice(0, 4));
  const first = Number(day.slice(5, 7)) >= 4 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}

/**
 * A number such as `MCD-2026-27-R-000123`: each department has its own series for each financial year.
 * The counter comes from the store, in the transaction that keeps the receipt, so that the series has no gaps.
 */
export function receiptNumber(department: string, financialYear: string, counter: number): string {
  if (!Number.isSafeInteger(counter) || counter < 1) throw new RangeError(`not a place in a series: ${counter}`);
  return `${department.toUpperCase()}-${financialYear}-R-${String(counter).padStart(6, '0')}`;
}
