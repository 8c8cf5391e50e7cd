import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reminderDays, validUntil } from '#domain/catalogue/validity.ts';
import { plusDays } from '#domain/shared/time.ts';

const validity = (...value: readonly string[]) => ({
  until: { value, from: '2020-01-01', verified: true, source: 'invented' },
});

describe('validUntil', () => {
  it.each([
    [['issued+1y'], '2026-03-05', '2027-03-04'],
    [['issued+6m'], '2026-08-31', '2027-02-27'],
    [['issued+30d'], '2026-03-05', '2026-04-04'],
    [['financial-year-end'], '2026-03-31', '2026-03-31'],
    [['financial-year-end'], '2026-04-01', '2027-03-31'],
    [['issued+1y', 'vaccination_valid_to'], '2026-03-05', '2026-11-30'],
    [['vaccination_valid_to', 'unanswered'], '2026-03-05', '2026-11-30'],
  ])('takes the earliest of %j for what is issued on %s', (bounds, issuedOn, end) => {
    expect(validUntil(validity(...bounds), { vaccination_valid_to: '2026-11-30' }, issuedOn)).toBe(end);
  });

  it('knows no end where none is set', () => {
    expect(validUntil(undefined, {}, '2026-03-05')).toBeUndefined();
  });

  it('lies within a year and never before the issue, for any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const issuedOn = plusDays('2000-01-01', offset);
        const end = validUntil(validity('issued+1y', 'financial-year-end'), {}, issuedOn) ?? '';
        expect(end >= issuedOn && end < plusDays(issuedOn, 366)).toBe(true);
      }),
    );
  });
});

describe('reminderDays', () => {
  it('come before the end, the earliest first', () => {
    const days = reminderDays({ ...validity('issued+1y'), remindDaysBefore: [7, 30] }, '2027-03-31');
    expect(days).toEqual(['2027-03-01', '2027-03-24']);
  });
});
