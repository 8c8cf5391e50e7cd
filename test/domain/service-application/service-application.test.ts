import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AlreadyDecided,
  ChangedMeanwhile,
  FeeUnpaid,
  NotNow,
  ReasonMissing,
  ReopenedBefore,
} from '#domain/service-application/errors.ts';
import { ServiceApplication } from '#domain/service-application/service-application.ts';
import { applicationStatuses, isEnded } from '#domain/service-application/status.ts';
import { nothing, rupees } from '#domain/shared/money.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import { aServiceApplication } from '#test/kit/builders.ts';
import { NOW } from '#test/kit/fakes.ts';

const LATER = '2026-03-10T04:30:00.000Z';
const DUE = '2026-03-20';

/** Everything that anybody may try with a file. */
const acts: readonly ((application: ServiceApplication) => void)[] = [
  (each) => each.recordFeePaid(DUE, LATER),
  (each) => each.raiseQuery('officer-1', 'Which ward?', LATER),
  (each) => each.answerQuery('Ward 12', ['paper-9'], DUE, LATER),
  (each) => each.approve('officer-1', LATER),
  (each) => each.reject('officer-1', 'Not born here', LATER),
  (each) => each.recordIssued({ number: 'N', documentId: 'd' }, LATER),
  (each) => each.resolve('officer-1', 'Swept', LATER),
  (each) => each.confirmResolved(LATER),
  (each) => each.reopen(DUE, LATER),
  (each) => each.withdraw(LATER),
];

function attempt(application: ServiceApplication, act: (application: ServiceApplication) => void): void {
  try {
    act(application);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const file = (kind: 'application' | 'complaint' | 'payment', fee = nothing) => {
  const { id, citizenId, serviceId, definitionVersion, department, acknowledgementNumber, answers, papers, dueOn } =
    aServiceApplication().snapshot();
  return ServiceApplication.file(
    {
      id,
      citizenId,
      serviceId,
      definitionVersion,
      kind,
      department,
      acknowledgementNumber,
      answers,
      papers,
      fee,
      dueOn,
    },
    NOW,
  );
};

const anyKind = fc.constantFrom('application' as const, 'complaint' as const, 'payment' as const);

describe('ServiceApplication', () => {
  it.each([
    ['application', nothing, 'submitted', 'ApplicationFiled'],
    ['application', rupees(50), 'payment-pending', 'FeeAsked'],
    ['complaint', nothing, 'registered', 'ApplicationFiled'],
    ['payment', rupees(900), 'payment-pending', 'FeeAsked'],
  ] as const)('of kind %s begins, by its fee, where it belongs', (kind, fee, status, event) => {
    const application = file(kind, fee);
    expect(application.snapshot().status).toBe(status);
    expect(application.takeEvents().map(({ type }) => type)).toEqual([event]);
    expect(application.takeEvents()).toEqual([]);
  });

  it('refuses every decision while the fee is unpaid', () => {
    const application = file('application', rupees(50));
    expect(() => application.approve('officer-1', LATER)).toThrow(FeeUnpaid);
    expect(() => application.reject('officer-1', 'No', LATER)).toThrow(FeeUnpaid);
    expect(() => application.raiseQuery('officer-1', 'Why?', LATER)).toThrow(FeeUnpaid);
  });

  it('goes to its officer when the fee is paid, once, and the promise counts from then', () => {
    const application = file('application', rupees(50));
    application.takeEvents();
    application.recordFeePaid(DUE, LATER);
    application.recordFeePaid('2026-12-31', LATER);
    expect(application.snapshot()).toMatchObject({ status: 'submitted', feePaid: true, dueOn: DUE });
    expect(application.takeEvents().map(({ type }) => type)).toEqual(['ApplicationFiled']);
  });

  it('stays withdrawn when the fee comes after all', () => {
    const application = file('application', rupees(50));
    application.withdraw(LATER);
    application.takeEvents();
    application.recordFeePaid(DUE, LATER);
    expect(application.snapshot()).toMatchObject({ status: 'withdrawn', feePaid: true });
    expect(application.takeEvents()).toEqual([]);
  });

  it('keeps the papers that answered a first question when a second is asked', () => {
    const application = aServiceApplication();
    application.raiseQuery('officer-1', 'Which ward?', LATER);
    application.answerQuery('Ward 12', ['paper-9'], DUE, LATER);
    application.raiseQuery('officer-1', 'And the house?', LATER);
    expect(application.snapshot().papers).toContainEqual({ requirement: 'query', paperId: 'paper-9' });
  });

  it('takes one answer to one question', () => {
    const application = aServiceApplication();
    expect(() => application.answerQuery('Ward 12', [], DUE, LATER)).toThrow(NotNow);
    application.raiseQuery('officer-1', ' Which ward? ', LATER);
    expect(application.snapshot().query).toMatchObject({ question: 'Which ward?', papers: [] });
    expect(() => application.raiseQuery('officer-1', 'And?', LATER)).toThrow(NotNow);
    application.answerQuery('Ward 12', [], DUE, LATER);
    expect(application.snapshot()).toMatchObject({ status: 'query-answered', dueOn: DUE });
    expect(() => application.answerQuery('Ward 13', [], DUE, LATER)).toThrow(NotNow);
  });

  it('asks for a reason before it is rejected, and for words before a question or a resolution', () => {
    expect(() => aServiceApplication().reject('officer-1', ' ', LATER)).toThrow(ReasonMissing);
    expect(() => aServiceApplication().raiseQuery('officer-1', '', LATER)).toThrow(ReasonMissing);
    expect(() => aServiceApplication({ kind: 'complaint' }).resolve('officer-1', '', LATER)).toThrow(ReasonMissing);
  });

  it('is issued once, after it was approved', () => {
    const application = aServiceApplication();
    const certificate = { number: 'MCD-BIRTH-26-0000001-K7QXM', documentId: 'document-1' };
    expect(() => application.recordIssued(certificate, LATER)).toThrow(NotNow);
    application.approve('officer-1', LATER);
    expect(application.snapshot().status).toBe('approved');
    application.recordIssued(certificate, LATER);
    application.recordIssued({ number: 'another', documentId: 'another' }, LATER);
    expect(application.snapshot()).toMatchObject({ status: 'issued', certificate });
  });

  it('that is a complaint is reopened once by the citizen, and then only closed', () => {
    const complaint = aServiceApplication({ kind: 'complaint' });
    expect(() => complaint.approve('officer-1', LATER)).toThrow(NotNow);
    complaint.resolve('officer-1', 'Swept', LATER);
    complaint.reopen(DUE, LATER);
    expect(complaint.snapshot()).toMatchObject({ status: 'reopened', dueOn: DUE, timesReopened: 1 });
    complaint.resolve('officer-1', 'Swept again', LATER);
    expect(() => complaint.reopen(DUE, LATER)).toThrow(ReopenedBefore);
    complaint.confirmResolved(LATER);
    complaint.confirmResolved(LATER);
    expect(complaint.snapshot().status).toBe('closed');
  });

  it('cannot be withdrawn once an officer approved it', () => {
    const application = aServiceApplication();
    application.approve('officer-1', LATER);
    expect(() => application.withdraw(LATER)).toThrow(AlreadyDecided);
  });

  it('notices that it changed since the officer looked', () => {
    const application = aServiceApplication();
    const { version } = application.snapshot();
    application.raiseQuery('officer-1', 'Which ward?', LATER);
    expect(() => application.requireVersion(version)).toThrow(ChangedMeanwhile);
    expect(() => application.requireVersion(version + 1)).not.toThrow();
  });

  it('stays as it ended, whatever is tried', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...applicationStatuses.filter(isEnded)),
        anyKind,
        fc.boolean(),
        fc.array(fc.constantFrom(...acts), { maxLength: 12 }),
        (status, kind, feePaid, tried) => {
          const application = aServiceApplication({ status, kind, feePaid });
          for (const act of tried) attempt(application, act);
          expect(application.snapshot().status).toBe(status);
          expect(application.takeEvents()).toEqual([]);
        },
      ),
    );
  });

  it('that was approved can become nothing but issued', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 12 }), (tried) => {
        const application = aServiceApplication({ status: 'approved' });
        for (const act of tried) attempt(application, act);
        expect(['approved', 'issued']).toContain(application.snapshot().status);
      }),
    );
  });

  it('comes back from its snapshot as it was, through JSON', () => {
    fc.assert(
      fc.property(
        anyKind,
        fc.constantFrom(nothing, rupees(50)),
        fc.array(fc.constantFrom(...acts)),
        (kind, fee, tried) => {
          const application = file(kind, fee);
          for (const act of tried) attempt(application, act);
          const stored = JSON.stringify(application.snapshot());
          const restored = ServiceApplication.restore(JSON.parse(stored));
          expect(JSON.stringify(restored.snapshot())).toBe(stored);
          expect(restored.takeEvents()).toEqual([]);
        },
      ),
    );
  });

  it('grows its version and its history by one with every change, and by none with a refusal', () => {
    fc.assert(
      fc.property(anyKind, fc.array(fc.constantFrom(...acts)), (kind, tried) => {
        const application = file(kind);
        for (const act of tried) {
          const before = application.snapshot();
          attempt(application, act);
          const after = application.snapshot();
          const grown = after === before ? 0 : 1;
          expect([after.version - before.version, after.history.length - before.history.length]).toEqual([
            grown,
            grown,
          ]);
        }
      }),
    );
  });
});
