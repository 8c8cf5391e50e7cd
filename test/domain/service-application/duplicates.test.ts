import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { duplicateAmong } from '#domain/service-application/duplicates.ts';
import { caseOf, metresBetween } from '#domain/service-application/same-case.ts';
import type { ApplicationSnapshot } from '#domain/service-application/service-application.ts';
import { plusHours } from '#domain/shared/time.ts';
import { aServiceApplication } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { NOW } from '#test/kit/fakes.ts';

const TODAY = '2026-03-05';
const service = {
  ...(catalogue.find('birth-certificate') as ServiceDefinition),
  subject: ['child_dob', 'mother_name'],
};
const answers = { child_dob: '2026-03-01', mother_name: 'Meera Invented' };
const other = (state: Partial<ApplicationSnapshot>) =>
  aServiceApplication({ id: 'other', answers: { ...answers, mother_name: ' meera  invented' }, ...state }).snapshot();
const duplicate = (state: Partial<ApplicationSnapshot>, asked: Record<string, string> = answers) =>
  duplicateAmong(service, { id: 'application-1', answers: asked }, [other(state)], TODAY);

describe('an application about the same thing', () => {
  it('is one that is open, or whose document is still good', () => {
    expect(duplicate({ status: 'submitted' })).toMatchObject({ isIssued: false });
    expect(duplicate({ status: 'issued' })).toMatchObject({ isIssued: true });
    const certificate = { number: 'N', documentId: 'd', validTo: '2026-03-04' };
    expect(duplicate({ status: 'issued', certificate })).toBeUndefined();
    expect(duplicate({ status: 'rejected' })).toBeUndefined();
  });

  it('is not the same application, another service, another child, or one of which nothing is known', () => {
    expect(duplicate({ id: 'application-1' })).toBeUndefined();
    expect(duplicate({ serviceId: 'death-certificate' })).toBeUndefined();
    expect(duplicate({}, { ...answers, child_dob: '2026-02-01' })).toBeUndefined();
    expect(duplicate({}, { child_dob: '2026-03-01' })).toBeUndefined();
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
