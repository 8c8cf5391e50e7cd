import type { Answers } from '../catalogue/service-definition.ts';
import type { DocumentId, OfficerId } from '../shared/ids.ts';
import type { Instant, IsoDate } from '../shared/time.ts';
import type { ApplicationSnapshot, Change } from './application-snapshot.ts';
import { currentStep, nextCheck, nextStep, statusAt, stepAt } from './course.ts';
import { NotNow } from './errors.ts';

/** This step is done; the file goes to the next. The last step is not passed on: it is decided. */
export function forward(state: ApplicationSnapshot, by: OfficerId, note: string, now: Instant): Change {
  if (!nextStep(state)) throw new NotNow(state.acknowledgementNumber);
  const index = (state.step?.index ?? -1) + 1;
  return {
    status: statusAt(state.course ?? [], index),
    set: { step: stepAt(index, now) },
    drop: ['escalatedTo'],
    entry: { by, ...(note && { note }) },
    events: ['StepTaken'],
  };
}

/** The document exists and can be fetched; what must still be looked at afterwards begins. */
export function issue(
  state: ApplicationSnapshot,
  certificate: { number: string; documentId: DocumentId; validTo?: IsoDate },
  now: Instant,
): Change {
  // A document in place of another leaves the checks where they stood.
  const isAgain = state.certificate !== undefined;
  const check = isAgain ? undefined : nextCheck({ course: state.course ?? [] });
  return {
    status: state.status === 'approved' ? 'issued' : state.status,
    set: { certificate, ...(check !== undefined && { step: stepAt(check, now) }) },
    drop: isAgain ? [] : ['escalatedTo', 'step'],
    entry: { what: 'certificate-issued', by: 'system' },
    events: ['CertificateDelivered'],
  };
}

/** Looked at after the issue, and found right. */
export function check(state: ApplicationSnapshot, by: OfficerId, note: string, now: Instant): Change {
  if (state.status !== 'issued' || !currentStep(state)?.afterIssue) throw new NotNow(state.acknowledgementNumber);
  const next = nextCheck(state);
  return {
    status: 'issued',
    ...(next === undefined ? { drop: ['step'] } : { set: { step: stepAt(next, now) } }),
    entry: { what: 'checked', by, ...(note && { note }) },
    events: [],
  };
}

/** The citizen asks the appellate authority: against a refusal, or because nothing was decided in time. */
export function appeal(state: ApplicationSnapshot, grounds: string, dueOn: IsoDate, now: Instant): Change {
  const { status: from, dueOn: promisedOn, decision } = state;
  const refusedAt = from === 'rejected' ? decision?.at : undefined;
  return {
    status: 'appealed',
    set: { appeal: { grounds, at: now, from, promisedOn, ...(refusedAt && { refusedAt }) }, dueOn },
    entry: { by: 'citizen', note: grounds },
    events: ['AppealFiled'],
  };
}

/** The authority gives what was refused. */
export const allowAppeal = (state: ApplicationSnapshot, by: OfficerId, note: string, now: Instant): Change => ({
  status: 'approved',
  set: { decision: { by, at: now }, ...decided(state, now) },
  entry: { by, ...(note && { note }) },
  events: ['ApplicationApproved'],
});

/** The authority finds the refusal right; there is no further appeal here. */
export const dismissAppeal = (state: ApplicationSnapshot, by: OfficerId, reason: string, now: Instant): Change => ({
  status: state.appeal?.from ?? 'rejected',
  set: { ...decided(state, now), ...(state.appeal?.from === 'rejected' && { decision: { by, at: now, reason } }) },
  entry: { what: 'appeal-dismissed', by, note: reason },
  events: ['AppealDismissed'],
});

const decided = ({ appeal: open }: ApplicationSnapshot, now: Instant): Partial<ApplicationSnapshot> =>
  open ? { appeal: { ...open, decidedAt: now } } : {};

/** What was issued was wrong in a word: it is approved as corrected, and a document in place of the first follows. */
export const correct = (
  state: ApplicationSnapshot,
  by: OfficerId,
  { reason, ...corrected }: { reason: string; answers: Answers; about?: string },
): Change => {
  if (state.status !== 'issued' || !state.certificate) throw new NotNow(state.acknowledgementNumber);
  return {
    status: 'approved',
    set: corrected,
    entry: { what: 'corrected', by, note: reason },
    events: ['ApplicationCorrected'],
  };
};

/** What was issued no longer counts. The decision stands as it was taken: how long it took is counted to there. */
export const revoke = (state: ApplicationSnapshot, by: OfficerId, reason: string): Change => {
  if (state.status !== 'issued') throw new NotNow(state.acknowledgementNumber);
  return {
    status: 'revoked',
    entry: { by, note: reason },
    events: ['ApplicationRevoked'],
  };
};
