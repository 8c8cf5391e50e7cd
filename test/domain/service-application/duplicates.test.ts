import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { duplicatesAmong, requireSeen } from '#domain/service-application/duplicates.ts';
import { OthersUnseen } from '#domain/service-application/errors.ts';
import { caseOf, metresBetween } from '#domain/service-application/same-case.ts';
import type { ApplicationSnapshot } from '#domain/service-application/service-application.ts';
import { plusHours } from '#domain/shared/time.ts';
import { aServiceApplication } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { NOW } from '#test/kit/fakes.ts';

const TODAY = '2026-03-05';
const service = catalogue.find('birth-certificate') as ServiceDefinition;
const asked = { id: 'application-1', citizenId: 'citizen-1' };
const other = (state: Partial<ApplicationSnapshot> = {}) => aServiceApplication({ id: 'other', ...state }).snapshot();
const among = (others: readonly ApplicationSnapshot[], of: Partial<ServiceDefinition> = {}) =>
  duplicatesAmong({ ...service, ...of }, asked, others, TODAY);

describe('an application about the same thing', () => {
  it('is one that is open, or whose document is still good', () => {
    expect(among([other({ status: 'submitted' })])).toMatchObject([{ isIssued: false }]);
    expect(among([other({ status: 'issued' })])).toMatchObject([{ isIssued: true }]);
    const certificate = { number: 'N', documentId: 'd', validTo: '2026-03-04' };
    expect(among([other({ status: 'issued', certificate })])).toEqual([]);
    expect(among([other({ status: 'rejected' })])).toEqual([]);
    expect(among([other({ id: 'application-1' })])).toEqual([]);
  });

  it('may be somebody else’s; the citizen’s own is told first, and of these what is out', () => {
    const others = [
      other({ id: 'hers', citizenId: 'citizen-2', status: 'issued' }),
      other({ id: 'open' }),
      other({ id: 'out', status: 'issued' }),
    ];
    const found = among(others);
    expect(found.map(({ application }) => application.id)).toEqual(['out', 'open', 'hers']);
    expect(found.map(({ isOfAnother }) => isOfAnother)).toEqual([false, false, true]);
  });

  it('is not somebody else’s place, nor what she calls by the same name', () => {
    const hers = other({ citizenId: 'citizen-2' });
    expect(among([hers], { kind: 'booking' })).toEqual([]);
    expect(among([hers], { subjectBy: 'citizen' })).toEqual([]);
    expect(among([other()], { subjectBy: 'citizen' })).toHaveLength(1);
  });

  it('is not granted by who has not looked at the others', () => {
    const others = among([other()]);
    expect(() => requireSeen(others, false)).toThrow(OthersUnseen);
    expect(() => requireSeen(others, true)).not.toThrow();
    expect(() => requireSeen([], false)).not.toThrow();
  });
});

describe('a complaint of somebody else', () => {
  const merge = { same: ['complaint_type'], place: 'location', metres: 50, hours: 48 };
  const place = (latitude: number, longitude = 77.2) => `Karol Bagh · ${latitude.toFixed(5)},${longitude.toFixed(5)}`;
  const complaint = (location: string, more: Partial<ApplicationSnapshot> = {}) =>
    aServiceApplication({
      kind: 'complaint',
      status: 'assigned',
      answers: { complaint_type: 'drain', location },
      ...more,
    }).snapshot();
  const joins = (mine: Record<string, string>, one: ApplicationSnapshot, filedAt = NOW) =>
    caseOf(merge, { answers: mine, filedAt }, [one]) !== undefined;

  it('is about the same thing when it is of the same kind, near, and soon', () => {
    const mine = { complaint_type: 'drain', location: place(28.65) };
    expect(joins(mine, complaint(place(28.6503)))).toBe(true);
    expect(joins(mine, complaint(place(28.651)))).toBe(false);
    expect(joins({ ...mine, complaint_type: 'garbage' }, complaint(place(28.65)))).toBe(false);
    expect(joins(mine, complaint(place(28.65)), plusHours(NOW, 49))).toBe(false);
    expect(joins(mine, complaint(place(28.65), { status: 'closed' }))).toBe(false);
    expect(joins(mine, complaint(place(28.65), { joins: 'first' }))).toBe(false);
  });

  it('lies as far from one place as that from it, and nowhere from itself', () => {
    const degree = fc.double({ min: 28, max: 29, noNaN: true });
    fc.assert(
      fc.property(degree, degree, (one, two) => {
        expect(metresBetween(place(one), place(two))).toBeCloseTo(metresBetween(place(two), place(one)), 3);
        expect(metresBetween(place(one), place(one))).toBe(0);
      }),
    );
  });
});
