import type { PaymentReport } from '#domain/payment/payment.ts';
import type { RefundReport } from '#domain/payment/refund.ts';
import type { PaymentId } from '#domain/shared/ids.ts';
import type { Money } from '#domain/shared/money.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Checked } from './checked.ts';

/** Takes money for us. It reports; the domain decides what counts as paid. */
export interface PaymentGateway {
  readonly name: string;
  /** A page where the citizen pays. The same payment asked for twice yields the same link. @throws GatewayDown */
  createLink(order: PaymentOrder): Promise<PaymentLink>;
  /**
   * What the gateway knows of a payment now, used when no callback came: a report for each sum that was paid, or else
   * one of the last try; none until somebody tried. @throws GatewayDown
   */
  find(paymentId: PaymentId): Promise<readonly GatewayReport[]>;
  /** Gives back what was paid, or a part of it. The same order again goes back once. @throws GatewayDown, without `retry` when it refuses */
  refund(order: RefundOrder): Promise<RefundReport>;
  /** What became of an order to give back, absent when it never came. @throws GatewayDown */
  findRefund(order: RefundOrder): Promise<RefundReport | undefined>;
  check(): Promise<Checked>;
}

export interface PaymentOrder {
  readonly paymentId: PaymentId;
  readonly amount: Money;
  /** Shown on the gateway's page: the service and the acknowledgement number, no personal data. */
  readonly description: string;
  readonly expiresAt: Instant;
  /** Where the citizen's browser goes afterwards. */
  readonly returnUrl: string;
}

export interface RefundOrder {
  readonly paymentId: PaymentId;
  readonly amount: Money;
  /** What the gateway called the money when it said that it is paid, if it did. */
  readonly transactionId?: string;
  /** From 1. Another number is another order: given only when the gateway said that the last one failed. */
  readonly attempt: number;
}

export interface PaymentLink {
  readonly url: string;
  readonly gatewayReference: string;
}

/** The gateway's word on a payment, by signed callback or when asked. */
export type GatewayReport = PaymentReport;

export type { RefundReport } from '#domain/payment/refund.ts';
