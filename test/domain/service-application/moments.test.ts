import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actTerms } from '#config/act-terms.ts';
import type { ServiceDefinition, Step } from '#domain/catalogue/service-definition.ts';
import { compensationFor } from '#domain/service-application/compensation.ts';
import { momentsOf } from '#domain/service-application/moments.ts';
import type { ApplicationSnapshot, ServiceApplication } from '#domain/service-application/service-application.ts';
import { applicationStatuses } from '#domain/service-application/status.ts';
import { plusDays, plusMinutes } from '#domain/shared/time.ts';
import { aServiceApplication } from '#test/kit/builders.ts';
import { catalogue } from '#test/kit/dialogue.ts';
import { aCalendar, NOW } from '#test/kit/fakes.ts';

const service = catalogue.find('birth-certificate') as ServiceDefinition;
const keeping = { service, ...aCalendar };
const course: readonly Step[] = [
  { role: 'dealing-assistant', action: 'scrutiny', days: 10 },
  { role: 'registrar-bd', action: 'approve', days: 2 },
];
const atScrutiny = { course, step: { index: 0, since: NOW, countedFrom: NOW }, dueOn: '2026-03-17' };
const kindsAndDays = (state: Partial<ApplicationSnapshot>) =>
  momentsOf(aServiceApplication(state).snapshot(), keeping).map(({ kind, at }) => [kind, at.slice(0, 10)]);

function passAll(application: ServiceApplication, now: string): void {
  for (let moments = momentsOf(application.snapshot(), keeping); moments[0] && moments[0].at <= now; ) {
    application.pass(moments[0], 'registrar-bd', now);
    moments = momentsOf(application.snapshot(), keeping);
  }
}

describe('momentsOf', () => {
  it('reminds at half and four fifths of a step, calls whoever is above at its end, and the authority after the promise', () => {
    expect(kindsAndDays(atScrutiny)).toEqual([
      ['remind', '2026-03-10'],
      ['remind', '2026-03-13'],
      ['escalate', '2026-03-15'],
      ['overdue', '2026-03-18'],
    ]);
  });

  it('stands still while the citizen is asked, until the question lapses', () => {
    const query = { question: 'Which ward?', by: 'officer-1', at: NOW, papers: [] };
    expect(kindsAndDays({ ...atScrutiny, status: 'query-raised', query })).toEqual([['lapse', '2026-03-21']]);
  });

  it('closes a resolved complaint a week later, when nobody said a word', () => {
    const resolution = { by: 'officer-1', at: NOW, note: 'Swept' };
    expect(kindsAndDays({ kind: 'complaint', status: 'resolved', resolution })).toEqual([['close', '2026-03-13']]);
  });

  it('frees a place that is not paid for, and reminds of one that is, the morning before', () => {
    const booking = { slot: '2026-03-20T10:00', timesMoved: 0 };
    const heldUntil = plusMinutes(NOW, 15);
    expect(kindsAndDays({ kind: 'booking', status: 'held', booking: { ...booking, heldUntil } })).toEqual([
      ['free', '2026-03-05'],
    ]);
    expect(kindsAndDays({ kind: 'booking', status: 'confirmed', booking })).toEqual([['near', '2026-03-19']]);
  });

  it('does not remind of "tomorrow" who has booked since that morning', () => {
    const booking = { slot: '2026-03-05T15:00', timesMoved: 0 };
    const history = [{ at: NOW, what: 'confirmed', by: 'citizen' }] as const;
    expect(kindsAndDays({ kind: 'booking', status: 'confirmed', booking, history })).toEqual([]);
  });

  it('comes to an end for every file, however late it is looked at', () => {
    fc.assert(
      fc.property(fc.constantFrom(...applicationStatuses), fc.integer({ min: 0, max: 500 }), (status, days) => {
        const application = aServiceApplication({ ...atScrutiny, status });
        const now = plusMinutes(NOW, days * 1440);
        passAll(application, now);
        const { passed = [] } = application.snapshot();
        expect(new Set(passed).size).toBe(passed.length);
        passAll(application, now);
        expect(application.snapshot().passed ?? []).toEqual(passed);
      }),
    );
  });
});

describe('compensationFor', () => {
  const paise = (state: Partial<ApplicationSnapshot>, day: string) =>
    compensationFor(aServiceApplication(state).snapshot(), actTerms, `${day}T06:30:00.000Z`).paise;

  it('is ten rupees for each day after the promise, and two hundred at most', () => {
    expect(['2026-03-17', '2026-03-18', '2026-04-06', '2026-04-07'].map((day) => paise(atScrutiny, day))).toEqual([
      0, 1000, 20_000, 20_000,
    ]);
  });

  it('stops with the decision, and with a question to the citizen', () => {
    const decision = { by: 'officer-1', at: '2026-03-20T06:30:00.000Z' };
    expect(paise({ ...atScrutiny, status: 'issued', decision }, '2026-06-01')).toBe(3000);
    const query = { question: 'Which ward?', by: 'officer-1', at: NOW, papers: [] };
    expect(paise({ ...atScrutiny, status: 'query-raised', query }, '2026-06-01')).toBe(0);
  });

  it('is neither lost by an appeal nor grows after a refusal, and a revocation leaves it as it was', () => {
    const refused = { by: 'officer-1', at: '2026-03-20T06:30:00.000Z', reason: 'No slip' };
    const terms = { withinDays: 30, dueOn: '2026-04-21' };
    const application = aServiceApplication({ ...atScrutiny, status: 'rejected', decision: refused });
    const claim = () => compensationFor(application.snapshot(), actTerms, '2026-06-01T06:30:00.000Z').paise;
    application.appeal('The slip is there', terms, '2026-03-22T06:30:00.000Z');
    expect(claim()).toBe(3000);
    application.allowAppeal('officer-2', '', '2026-04-10T06:30:00.000Z');
    application.recordIssued({ number: 'N-1', documentId: 'd-1' }, '2026-04-10T06:31:00.000Z');
    application.revoke('officer-1', 'Registered before', '2026-05-10T06:30:00.000Z');
    expect(claim()).toBe(3000);

    const undecided = aServiceApplication({ ...atScrutiny, status: 'submitted' });
    undecided.appeal('Nothing is decided', terms, '2026-03-22T06:30:00.000Z');
    expect(compensationFor(undecided.snapshot(), actTerms, '2026-03-24T06:30:00.000Z').paise).toBe(7000);
  });

  it('never falls as days pass', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (one, more) => {
        const [day, later] = [plusDays('2026-03-05', one), plusDays('2026-03-05', one + more)];
        expect(paise(atScrutiny, later)).toBeGreaterThanOrEqual(paise(atScrutiny, day));
      }),
    );
  });
});
