import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  daysBetween,
  isDate,
  plusDays,
  plusHours,
  plusWorkingDays,
  weekdayOf,
  workingDaysBetween,
  yearsBetween,
} from '#domain/shared/time.ts';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => plusDays('1990-01-01', days));
const someDays = fc.integer({ min: 0, max: 400 });
const anyHolidays = fc.array(fc.integer({ min: 0, max: 500 })).map((offsets) => offsets);

describe('a day', () => {
  it('in India begins at half past six in the evening of UTC', () => {
    expect(dayOf('2026-03-05T18:29:59.999Z')).toBe('2026-03-05');
    expect(dayOf('2026-03-05T18:30:00.000Z')).toBe('2026-03-06');
  });

  it('exists, or is none', () => {
    for (const day of ['2024-02-29', '2026-12-31']) expect(isDate(day)).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '26-1-1', '2026-03-05T00:00', ''])
      expect(isDate(text)).toBe(false);
  });

  it('counted forward is counted back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, days) => {
        expect(daysBetween(day, plusDays(day, days))).toBe(days);
      }),
    );
  });

  it('completes a year on the birthday itself', () => {
    expect(yearsBetween('2008-03-05', '2026-03-04')).toBe(17);
    expect(yearsBetween('2008-03-05', '2026-03-05')).toBe(18);
    expect(yearsBetween('2008-02-29', '2026-02-28')).toBe(17);
  });
});

describe('an instant', () => {
  it('plus hours keeps its form, so that instants sort as texts', () => {
    expect(plusHours('2026-03-05T23:30:00.000Z', 24)).toBe('2026-03-06T23:30:00.000Z');
  });
});

describe('working days', () => {
  it('pass over weekends and holidays', () => {
    expect(plusWorkingDays('2026-03-06', 1, new Set())).toBe('2026-03-09');
    expect(plusWorkingDays('2026-03-06', 1, new Set(['2026-03-09']))).toBe('2026-03-10');
    expect(plusWorkingDays('2026-03-07', 0, new Set())).toBe('2026-03-07');
  });

  it('counted forward are counted back, and end on none but a working day', () => {
    fc.assert(
      fc.property(anyDay, someDays, anyHolidays, (from, days, offsets) => {
        const holidays = new Set(offsets.map((offset) => plusDays(from, offset)));
        const to = plusWorkingDays(from, days, holidays);
        expect(workingDaysBetween(from, to, holidays)).toBe(days);
        if (days > 0) expect([0, 6].includes(weekdayOf(to)) || holidays.has(to)).toBe(false);
      }),
    );
  });

  it('are none back in time', () => {
    expect(workingDaysBetween('2026-03-10', '2026-03-05', new Set())).toBe(0);
  });
});
