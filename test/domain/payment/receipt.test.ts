import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { financialYearOf, Receipt, receiptNumber } from '#domain/payment/receipt.ts';
import { rupees } from '#domain/shared/money.ts';

const issue = () =>
  Receipt.issue({
    number: 'MCD/2026-27/R/000123',
    paymentId: 'p1',
    demandId: 'd1',
    citizenId: 'c1',
    serviceId: 'birth-certificate',
    applicationId: 'a1',
    lines: [{ name: 'fee', amount: rupees(50) }],
    amount: rupees(50),
    method: 'upi',
    bankReference: '415900000001',
    paidAt: '2026-06-10T10:30:00.000Z',
    issuedAt: '2026-06-10T10:30:05.000Z',
  });

describe('Receipt', () => {
  it('keeps its first print', () => {
    const receipt = issue();

    expect(receipt.print('doc1')).toBe(true);
    expect(receipt.print('doc2')).toBe(false);
    expect(receipt.documentId).toBe('doc1');
  });

  it('comes back from its snapshot as it was', () => {
    const receipt = issue();
    receipt.print('doc1');

    expect(Receipt.restore(JSON.parse(JSON.stringify(receipt.snapshot()))).snapshot()).toEqual(receipt.snapshot());
  });
});

describe('receiptNumber', () => {
  it('names the department, the financial year and the place in the series', () => {
    expect(receiptNumber('mcd', '2026-27', 123)).toBe('MCD/2026-27/R/000123');
  });

  it('grows rather than repeats after a million receipts', () => {
    expect(receiptNumber('mcd', '2026-27', 1_000_000)).toBe('MCD/2026-27/R/1000000');
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
