import type { DomainEvent } from '#domain/shared/event.ts';
import type { NewJob } from './ports/out/jobs.ts';

/** Everything that can follow from something else, each done by one use case, at least once and safe to repeat. */
export const reactionNames = [
  'accept-paper',
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
] as const;

export type ReactionName = (typeof reactionNames)[number];

/** One table: which use case follows which event. */
export const reactions: Readonly<Record<string, readonly ReactionName[]>> = {
  ConsentGiven: ['record-entry'],
  ConsentWithdrawn: ['record-entry'],
  FeeAsked: ['raise-demand', 'record-entry'],
  ApplicationFiled: ['tell-citizen', 'record-entry'],
  QueryRaised: ['tell-citizen'],
  QueryAnswered: ['record-entry'],
  ApplicationApproved: ['issue-certificate'],
  ApplicationRejected: ['tell-citizen'],
  ApplicationWithdrawn: ['cancel-demand', 'record-entry'],
  ComplaintResolved: ['tell-citizen'],
  ComplaintReopened: ['record-entry'],
  ComplaintClosed: ['record-entry'],
  DuesPaid: ['record-entry'],
  PaymentSettled: ['record-fee-paid', 'tell-citizen', 'issue-receipt', 'record-entry'],
  PaymentFailed: ['tell-citizen'],
  PaymentPending: ['tell-citizen'],
  RefundDue: ['tell-citizen', 'record-entry'],
  CertificateIssued: ['record-issued', 'tell-citizen', 'record-entry'],
  ReceiptIssued: ['tell-citizen'],
  CertificateDelivered: [],
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
