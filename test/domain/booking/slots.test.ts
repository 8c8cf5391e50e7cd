import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundOf } from '#domain/booking/refund.ts';
import { freeDays, placeWanted, plannedDays, type Setting } from '#domain/booking/slots.ts';
import type { BookingPlan, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { rupees } from '#domain/shared/money.ts';
import { catalogue } from '#test/kit/dialogue.ts';

const dated = <Value>(value: Value) => ({ value, from: '2026-01-01', verified: false, source: 'invented' });
const plan: BookingPlan = {
  slot: 'time',
  resource: ['hall'],
  earliest: 'today',
  latest: 'today+7d',
  days: 'working',
  times: [
    { start: '10:00', end: '11:00' },
    { start: '17:00', end: '23:00', when: "hall == 'large'" },
  ],
  capacity: dated(10),
  reserved: { percent: dated(20), when: 'age >= 60' },
  holdMinutes: dated(15),
  refunds: [
    { hoursBefore: 24, percent: dated(50) },
    { hoursBefore: 240, percent: dated(90) },
  ],
};
// A Thursday noon; the Monday after is a holiday.
const setting = (facts: Setting['facts'] = {}): Setting => ({
  facts,
  holidays: new Set(['2026-03-09']),
  now: '2026-03-05T12:00',
});
const service = { ...(catalogue.find('birth-certificate') as ServiceDefinition), id: 'hall', booking: plan };

describe('plannedDays', () => {
  it('leave out what has passed, weekends, holidays, and times whose condition fails', () => {
    expect(plannedDays(plan, setting({ hall: 'small' })).map(({ day }) => day)).toEqual([
      '2026-03-06',
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
    ]);
    expect(plannedDays(plan, setting({ hall: 'large' }))[0]).toEqual({ day: '2026-03-05', times: ['17:00'] });
  });
});

describe('freeDays', () => {
  const taken = (...places: readonly number[]) => new Map([['2026-03-06T10:00', new Set(places)]]);
  const first = (facts: Setting['facts'], gone: ReadonlyMap<string, ReadonlySet<number>>) =>
    freeDays(plan, setting({ hall: 'small', ...facts }), gone)[0]?.day;

  it('keep the last places for those whom they are for', () => {
    expect(first({}, taken(1, 2, 3, 4, 5, 6, 7, 8))).toBe('2026-03-10');
    expect(first({ age: 70 }, taken(1, 2, 3, 4, 5, 6, 7, 8))).toBe('2026-03-06');
    expect(first({ age: 70 }, taken(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))).toBe('2026-03-10');
  });

  it('are never more than planned, and each can be asked for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 10 })), fc.integer({ min: 18, max: 90 }), (places, age) => {
        const world = setting({ hall: 'large', age });
        const free = freeDays(plan, world, taken(...places));
        for (const { day, times } of free) {
          for (const time of times)
            expect(placeWanted(service, { hall: 'large' }, `${day}T${time}`, world)).toBeDefined();
        }
        expect(free.length).toBeLessThanOrEqual(plannedDays(plan, world).length);
      }),
    );
  });

  it('of a booking of several days are those on which all of them are free', () => {
    const two = { ...plan, lengthDays: 'days' };
    const free = freeDays(
      two,
      setting({ hall: 'small', days: 2 }),
      new Map([['2026-03-11T10:00', new Set([1, 2, 3, 4, 5, 6, 7, 8])]]),
    );
    expect(free.map(({ day }) => day)).toEqual(['2026-03-06', '2026-03-12']);
  });
});

describe('placeWanted', () => {
  it('refuses a time that the plan does not have', () => {
    expect(placeWanted(service, { hall: 'small' }, '2026-03-07T10:00', setting())).toBeUndefined();
    expect(placeWanted(service, { hall: 'small' }, '2026-03-06T03:00', setting())).toBeUndefined();
  });
});

describe('a hall that is let by the day and by the half day', () => {
  const hall = catalogue.find('community-hall-booking') as ServiceDefinition;
  const wanted = (days: string, slot: string) => placeWanted(hall, { hall: 'x', days }, slot, setting({ days }))?.slots;

  it('is gone for each half of a day that is taken whole, and not for the other half of one that is not', () => {
    expect(wanted('1', '2026-03-20T09:00')).toEqual(['2026-03-20T09:00', '2026-03-20T13:00', '2026-03-20T18:00']);
    expect(wanted('half', '2026-03-20T13:00')).toEqual(['2026-03-20T13:00']);
    expect(wanted('2', '2026-03-20T09:00')).toHaveLength(6);
  });
});

describe('refundOf', () => {
  it.each([
    ['2026-03-20T10:00', 90_000],
    ['2026-03-08T10:00', 50_000],
    ['2026-03-06T10:00', 0],
  ])('of what is booked for %s is %i paise of a thousand rupees', (slot, paise) => {
    expect(refundOf(plan, [{ id: 'rent', amount: rupees(1000) }], slot, '2026-03-05T12:00')).toEqual({ paise });
  });

  it('gives a deposit back in full, and the rent by its own plan', () => {
    const hall = catalogue.find('community-hall-booking')?.booking as BookingPlan;
    const paid = [
      { id: 'rent', amount: rupees(5000) },
      { id: 'deposit', amount: rupees(20_000) },
    ];
    expect(refundOf(hall, paid, '2026-03-20T09:00', '2026-03-05T12:00')).toEqual(rupees(23_750));
    expect(refundOf(hall, paid, '2026-03-06T09:00', '2026-03-05T12:00')).toEqual(rupees(20_000));
  });
});
