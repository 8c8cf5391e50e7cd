import { describe, expect, it } from 'vitest';
import { opensAt } from '#domain/handover/office-hours.ts';

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
