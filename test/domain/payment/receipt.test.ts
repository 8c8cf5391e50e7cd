import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { financialYearOf, receiptNumber } from '#domain/payment/receipt.ts';

describe('receiptNumber', () => {
  it('names the department, the financial year and the place in the series', () => {
    expect(receiptNumber('mcd', '2026-27', 123)).toBe('MCD-2026-27-R-000123');
  });

  it('grows rather than repeats after a million receipts', () => {
    expect(receiptNumber('mcd', '2026-27', 1_000_000)).toBe('MCD-2026-27-R-1000000');
  });

  it('differs for each place in the series', () => {
    const place = fc.integer({ min: 1, max: 10 ** 8 });
    fc.assert(
      fc.property(place, place, (one, other) => {
        expect(receiptNumber('mcd', '2026-27', one) === receiptNumber('mcd', '2026-27', other)).toBe(one === other);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %s as a place', (counter) => {
    expect(() => receiptNumber('mcd', '2026-27', counter)).toThrow(RangeError);
  });
});

describe('financialYearOf', () => {
  it.each([
    ['2026-03-31', '2025-26'],
    ['2026-04-01', '2026-27'],
    ['2027-01-15', '2026-27'],
    ['2099-04-01', '2099-00'],
  ])('places %s in %s', (day, year) => {
    expect(financialYearOf(day)).toBe(year);
  });
});
