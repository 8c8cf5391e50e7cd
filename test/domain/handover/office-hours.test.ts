import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSince, opensAt } from '#domain/handover/office-hours.ts';
import { plusMinutes } from '#domain/shared/time.ts';

const hours = { opens: '09:30', closes: '18:00' };
const holidays = new Set(['2026-03-06']);

describe('office hours', () => {
  it.each([
    ['in the middle of a working day', '2026-03-05T06:00:00.000Z', undefined],
    ['before the office opens', '2026-03-05T01:00:00.000Z', '2026-03-05T04:00:00.000Z'],
    ['in the evening before a holiday and a weekend', '2026-03-05T12:30:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['on a holiday', '2026-03-06T06:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['on a Sunday', '2026-03-08T06:00:00.000Z', '2026-03-09T04:00:00.000Z'],
  ])('%s', (_, now, opens) => {
    expect(opensAt(hours, holidays, now)).toBe(opens);
  });
});

describe('a wait in open hours', () => {
  const since = (now: string, minutes: number) => openSince(hours, holidays, now, minutes);

  it.each([
    ['began the same day while the office is open', '2026-03-05T08:00:00.000Z', 60, '2026-03-05T07:00:00.000Z'],
    ['stands still in the evening', '2026-03-05T16:00:00.000Z', 60, '2026-03-05T11:30:00.000Z'],
    ['leaves out nights, holidays and weekends', '2026-03-09T05:00:00.000Z', 120, '2026-03-05T11:30:00.000Z'],
  ])('%s', (_, now, minutes, began) => {
    expect(since(now, minutes)).toBe(began);
  });

  it('is as long as its parts together', () => {
    const moment = fc.integer({ min: 0, max: 60 * 24 * 90 }).map((n) => plusMinutes('2026-02-01T00:00:00.000Z', n));
    const minutes = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(moment, minutes, minutes, (now, one, other) => {
        expect(since(since(now, one), other)).toBe(since(now, one + other));
        expect(since(now, one) < now).toBe(true);
      }),
    );
  });
});
