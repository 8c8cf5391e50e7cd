import type { DomainEvent } from '#domain/shared/event.ts';
import type { NewJob } from './ports/out/jobs.ts';

/** Everything that can follow from something else, each done by one use case, at least once and safe to repeat. */
export const reactionNames = [
  'accept-paper',
  'transcribe-note',
  'fetch-bill',
  'raise-demand',
  'cancel-demand',
  'open-payment',
  'record-fee-paid',
  'issue-receipt',
  'issue-certificate',
  'record-issued',
  'tell-citizen',
  'send-documents',
  'wake-talk',
  'record-entry',
  'erase-citizen',
  'keep-time',
  'revoke-certificate',
  'free-place',
  'refund-fee',
  'ask-refund',
  'renew-document',
  'follow-case',
  'raise-alarm',
] as const;

export type ReactionName = (typeof reactionNames)[number];

/** One table: which use case follows which event. */
export const reactions: Readonly<Record<string, readonly ReactionName[]>> = {
  ConsentGiven: ['record-entry'],
  ConsentWithdrawn: ['record-entry'],
  FeeAsked: ['raise-demand', 'keep-time', 'record-entry'],
  ApplicationFiled: ['tell-citizen', 'keep-time', 'raise-alarm', 'record-entry'],
  QueryRaised: ['tell-citizen', 'keep-time'],
  QueryAnswered: ['keep-time', 'record-entry'],
  StepTaken: ['tell-citizen', 'keep-time'],
  StepReminded: ['record-entry'],
  StepEscalated: ['record-entry'],
  ApplicationOverdue: ['tell-citizen', 'record-entry'],
  ApplicationLapsed: ['tell-citizen', 'record-entry'],
  ApplicationApproved: ['issue-certificate'],
  ApplicationRejected: ['tell-citizen'],
  ApplicationWithdrawn: ['cancel-demand', 'record-entry'],
  AppealFiled: ['keep-time', 'record-entry'],
  AppealDismissed: ['tell-citizen', 'keep-time'],
  ApplicationCorrected: ['renew-document', 'tell-citizen'],
  ApplicationRevoked: ['revoke-certificate', 'tell-citizen'],
  RenewalDue: ['tell-citizen'],
  ComplaintStarted: ['tell-citizen', 'follow-case'],
  ComplaintResolved: ['tell-citizen', 'keep-time', 'follow-case'],
  ComplaintReopened: ['keep-time', 'record-entry'],
  ComplaintClosed: ['tell-citizen', 'record-entry'],
  BookingConfirmed: ['issue-certificate', 'tell-citizen', 'keep-time', 'record-entry'],
  BookingMoved: ['renew-document', 'keep-time', 'record-entry'],
  BookingCancelled: ['free-place', 'cancel-demand', 'refund-fee', 'revoke-certificate', 'tell-citizen', 'record-entry'],
  BookingEnded: [],
  BookingNear: ['tell-citizen'],
  FeeToReturn: ['refund-fee', 'record-entry'],
  FeeReturned: ['ask-refund', 'tell-citizen', 'record-entry'],
  DuesPaid: ['record-entry'],
  PaymentSettled: ['record-fee-paid', 'tell-citizen', 'issue-receipt', 'record-entry'],
  PaymentFailed: ['tell-citizen'],
  PaymentPending: ['tell-citizen'],
  PaymentCancelled: ['tell-citizen'],
  PaymentMismatched: ['tell-citizen', 'record-entry'],
  RefundDue: ['ask-refund', 'tell-citizen', 'record-entry'],
  // Who was told that the money goes back need not hear that the bank is on it.
  RefundAsked: ['record-entry'],
  RefundFailed: ['tell-citizen', 'record-entry'],
  RefundFailedAgain: ['record-entry'],
  RefundDone: ['tell-citizen', 'record-entry'],
  CertificateIssued: ['record-issued', 'tell-citizen', 'record-entry'],
  ReceiptIssued: ['tell-citizen'],
  CertificateDelivered: ['keep-time'],
};

/** The jobs that follow from events, to be stored in the transaction that stores what happened. */
export const following = (events: readonly DomainEvent[]): readonly NewJob[] =>
  events.flatMap((event) =>
    (reactions[event.type] ?? []).map((kind) => ({
      citizenId: event.citizenId,
      kind,
      payload: { event },
      runAt: event.at,
    })),
  );
