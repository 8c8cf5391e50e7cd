import { describe, expect, it } from 'vitest';
import { dueAfterRest, dueAt, dueOn } from '#domain/service-application/due-date.ts';
import { catalogue } from '#test/kit/dialogue.ts';

const none = new Set<string>();
const service = (id: string) => {
  const found = catalogue.find(id);
  if (!found) throw new Error(`no service ${id}`);
  return found;
};
const birth = service('birth-certificate');
const complaint = service('sanitation-complaint');
const garbage = { complaint_type: 'garbage' };

describe('the due day', () => {
  it('counts calendar days where the promise is in calendar days', () => {
    expect(dueOn(birth, { request_type: 'new', child_dob: '2026-03-01' }, '2026-03-05', none)).toBe('2026-03-12');
  });

  it('passes over weekends and holidays where it is in working days', () => {
    expect(dueOn(complaint, garbage, '2026-03-05', none)).toBe('2026-03-06');
    expect(dueOn(complaint, garbage, '2026-03-06', none)).toBe('2026-03-09');
    expect(dueOn(complaint, garbage, '2026-03-06', new Set(['2026-03-09']))).toBe('2026-03-10');
  });

  it('moves by the days that a question was with the citizen', () => {
    const rest = { from: '2026-03-06', to: '2026-03-09' };
    expect(dueAfterRest(birth, {}, { filedOn: '2026-03-05', dueOn: '2026-03-12' }, rest, none)).toBe('2026-03-15');
  });

  it('never falls on a Sunday by such a move where it is in working days', () => {
    const promise = { filedOn: '2026-03-05', dueOn: '2026-03-06' };
    // From Friday to Sunday no working day was lost; to Monday one.
    expect(dueAfterRest(complaint, garbage, promise, { from: '2026-03-06', to: '2026-03-08' }, none)).toBe(
      '2026-03-06',
    );
    expect(dueAfterRest(complaint, garbage, promise, { from: '2026-03-06', to: '2026-03-09' }, none)).toBe(
      '2026-03-09',
    );
  });

  it('has its hour where the promise is in hours, and only there', () => {
    const water = service('water-quality-complaint');
    expect(dueAt(water, { complaint_type: 'manhole' }, '2026-03-05T04:30:00.000Z')).toBe('2026-03-05T16:30:00.000Z');
    expect(dueAt(complaint, garbage, '2026-03-05T04:30:00.000Z')).toBeUndefined();
  });
});
