import type { PaymentId } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import type { Instant } from '../shared/time.ts';

/** The gateway's word on money that goes back, by signed callback or when asked. */
export interface RefundReport {
  readonly paymentId: PaymentId;
  /** The gateway's own number of the refund. */
  readonly refundReference: string;
  /** `pending`: it took the order, and the bank has yet to do it. */
  readonly outcome: 'pending' | 'done' | 'failed';
  readonly amount: Money;
  /** The bank's number (ARN or RRN) by which the citizen finds the money on his statement. */
  readonly bankReference?: string;
  /** A short code, such as `account-closed`. */
  readonly reason?: string;
  readonly at: Instant;
}

/** `refund-failed`: the gateway could not, or did not take the order; it is asked again later, or a person sees to it. */
const refundStatuses = ['refund-due', 'refund-asked', 'refund-failed', 'refunded'] as const;
export type RefundStatus = (typeof refundStatuses)[number];

export const isRefund = (status: string): status is RefundStatus => refundStatuses.some((each) => each === status);

/** How far a payment's money is on its way back. */
export interface RefundState {
  readonly status: RefundStatus;
  /** The gateway's number of the refund that it tries, or tried last. */
  readonly refundReference?: string;
  /** Those that the gateway took and could not do. */
  readonly failedRefunds?: readonly string[];
}

/**
 * Where a refund stands after a report, absent when that is no news. What is said of one refund only ever moves on, so
 * that reports may come in any order. Done is the end, and is reached from a failure too: then it was done by hand.
 */
export function afterReport(
  { status, refundReference, failedRefunds = [] }: RefundState,
  { outcome, refundReference: told }: Pick<RefundReport, 'outcome' | 'refundReference'>,
): RefundStatus | undefined {
  if (status === 'refunded') return undefined;
  if (outcome === 'done') return 'refunded';
  // Of one that failed nothing but a late success is news; beside the one under way nothing but a success.
  if (failedRefunds.includes(told) || (status === 'refund-asked' && refundReference !== told)) return undefined;
  if (outcome === 'failed') return 'refund-failed';
  return status === 'refund-asked' ? undefined : 'refund-asked';
}
