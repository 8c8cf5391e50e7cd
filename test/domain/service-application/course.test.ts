import { describe, expect, it } from 'vitest';
import type { Step } from '#domain/catalogue/service-definition.ts';
import { AlreadyDecided, NotNow, ReasonMissing } from '#domain/service-application/errors.ts';
import { ServiceApplication } from '#domain/service-application/service-application.ts';
import { nothing } from '#domain/shared/money.ts';
import { aServiceApplication } from '#test/kit/builders.ts';
import { NOW } from '#test/kit/fakes.ts';

const DUE = '2026-03-20';
const LATER = '2026-03-10T04:30:00.000Z';

const scrutiny: Step = { role: 'dealing-assistant', action: 'scrutiny', days: 2 };
const enquiry: Step = { role: 'patwari', action: 'enquiry', days: 5, visit: 'field' };
const hearing: Step = { role: 'tehsildar', action: 'appear', days: 3, visit: 'office' };
const decision: Step = { role: 'sdm', action: 'approve', days: 2 };
const inspection: Step = { role: 'licensing-inspector', action: 'inspect', days: 15, afterIssue: true };

function filed(...course: readonly Step[]): ServiceApplication {
  const { status: _status, history: _history, version: _version, ...rest } = aServiceApplication().snapshot();
  return ServiceApplication.file({ ...rest, fee: nothing, dueOn: DUE, course }, NOW);
}

const typesOf = (application: ServiceApplication): readonly string[] =>
  application.takeEvents().map(({ type }) => type);
const certificate = { number: 'N-1', documentId: 'document-1' };

describe('an application on its course', () => {
  it('goes from step to step, and shows visits and the last look by its status', () => {
    const application = filed(scrutiny, enquiry, hearing, decision);
    const statuses = [application.snapshot().status];
    for (let step = 0; step < 3; step += 1) {
      application.forward('officer-1', '', DUE, LATER);
      statuses.push(application.snapshot().status);
    }
    expect(statuses).toEqual(['submitted', 'field-verification', 'appointment-needed', 'pending-approval']);
    expect(() => application.forward('officer-1', '', DUE, LATER)).toThrow(NotNow);
  });

  it('can be decided at any step by whoever decides', () => {
    const application = filed(scrutiny, decision);
    application.approve('officer-1', LATER);
    expect(application.snapshot().status).toBe('approved');
  });

  it('waits for nobody where only the machine has to look, and is checked when the document is out', () => {
    const application = filed(inspection);
    expect(application.snapshot()).toMatchObject({ status: 'approved', decision: { by: 'system' } });
    expect(typesOf(application)).toEqual(['ApplicationFiled', 'ApplicationApproved']);
    expect(() => application.check('officer-1', 'in order', LATER)).toThrow(NotNow);
    application.recordIssued(certificate, LATER);
    application.check('officer-1', 'in order', LATER);
    expect(application.snapshot().status).toBe('issued');
    expect(application.snapshot().step).toBeUndefined();
  });

  it('counts the days of a step without the time in which the citizen was asked', () => {
    const application = filed(scrutiny, decision);
    application.raiseQuery('officer-1', 'Which ward?', NOW);
    application.answerQuery('Ward 12', [], DUE, LATER);
    expect(application.snapshot().step).toMatchObject({ since: NOW, countedFrom: LATER });
  });
});

describe('an appeal', () => {
  const terms = { withinDays: 30, dueOn: '2026-04-10' };

  it('may be made once, within its days after a refusal, and says why', () => {
    const application = filed(decision);
    expect(() => application.appeal('It was late', terms, NOW)).toThrow(NotNow);
    application.reject('officer-1', 'Not born here', NOW);
    expect(() => application.appeal('  ', terms, LATER)).toThrow(ReasonMissing);
    expect(() => application.appeal('I was', terms, '2026-04-20T04:30:00.000Z')).toThrow(NotNow);
    application.appeal('I was', terms, LATER);
    expect(() => application.approve('officer-1', LATER)).toThrow(NotNow);
    application.dismissAppeal('officer-2', 'The register says otherwise', LATER);
    expect(application.snapshot()).toMatchObject({ status: 'rejected', decision: { by: 'officer-2' } });
    expect(() => application.appeal('Once more', terms, LATER)).toThrow(NotNow);
  });

  it('may be made when the promise is broken, and then goes back to its step if it is dismissed', () => {
    const application = filed(scrutiny, decision);
    application.appeal('Nothing happens', terms, '2026-03-21T04:30:00.000Z');
    application.dismissAppeal('officer-2', 'The enquiry takes longer', '2026-03-22T04:30:00.000Z');
    expect(application.snapshot().status).toBe('submitted');
  });

  it('that is allowed leads to the document', () => {
    const application = filed(decision);
    application.reject('officer-1', 'Not born here', NOW);
    application.appeal('I was', terms, LATER);
    application.takeEvents();
    application.allowAppeal('officer-2', '', LATER);
    expect(typesOf(application)).toEqual(['ApplicationApproved']);
  });
});

describe('what was issued', () => {
  it('can be revoked with a reason, and nothing else', () => {
    const application = filed(decision);
    expect(() => application.revoke('officer-1', 'Forged', LATER)).toThrow(NotNow);
    application.approve('officer-1', LATER);
    application.recordIssued(certificate, LATER);
    expect(() => application.reject('officer-1', 'Forged', LATER)).toThrow(AlreadyDecided);
    expect(() => application.revoke('officer-1', '', LATER)).toThrow(ReasonMissing);
    application.revoke('officer-1', 'Forged slip', LATER);
    expect(application.snapshot().history.at(-1)).toMatchObject({ what: 'revoked', note: 'Forged slip' });
  });
});

describe('a document with a mistake in it', () => {
  const corrected = { answers: { mother_name: 'Meera Invented' } };
  const aMistake = () => {
    const application = filed(decision);
    application.approve('officer-1', NOW);
    application.recordIssued(certificate, NOW);
    application.takeEvents();
    return application;
  };

  it('is issued anew with a reason, and who decided on it, and when, stays', () => {
    const application = aMistake();
    const { decision: decided } = application.snapshot();
    expect(() => application.correct('officer-2', corrected, ' ', LATER)).toThrow(ReasonMissing);
    application.correct('officer-2', corrected, 'The mother’s name', LATER);
    expect(application.snapshot()).toMatchObject({ status: 'approved', decision: decided, ...corrected });
    expect(typesOf(application)).toEqual(['ApplicationCorrected']);
    application.recordIssued({ number: 'N-2', documentId: 'd-2' }, LATER);
    expect(application.snapshot()).toMatchObject({ status: 'issued', certificate: { number: 'N-2' } });
  });

  it('is corrected only once it is out, and not while the new one is made', () => {
    const application = filed(decision);
    expect(() => application.correct('officer-1', corrected, 'Name', LATER)).toThrow(NotNow);
    const again = aMistake();
    again.correct('officer-1', corrected, 'Name', LATER);
    expect(() => again.correct('officer-1', corrected, 'Name', LATER)).toThrow(NotNow);
  });
});

describe('a file whose document is out', () => {
  it('stands at no step any more, and is nobody’s to catch up with', () => {
    const application = filed(scrutiny, decision);
    application.pass({ id: 'late', kind: 'escalate', at: LATER }, 'sdm', LATER);
    expect(application.snapshot()).toMatchObject({ escalatedTo: 'sdm' });
    application.approve('officer-1', LATER);
    application.recordIssued(certificate, LATER);
    expect(application.snapshot()).not.toHaveProperty('step');
    expect(application.snapshot()).not.toHaveProperty('escalatedTo');
  });
});
