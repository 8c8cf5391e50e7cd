import type { PaymentId } from '#domain/shared/ids.ts';
import type { Money } from '#domain/shared/money.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Checked } from './checked.ts';

/** Takes money for us. It reports; the domain decides what counts as paid. */
export interface PaymentGateway {
  readonly name: string;
  /** A page where the citizen pays. The same payment asked for twice yields the same link. @throws GatewayDown */
  createLink(order: PaymentOrder): Promise<PaymentLink>;
  /** What the gateway knows of a payment now; used when no callback came. @throws GatewayDown */
  find(paymentId: PaymentId): Promise<GatewayReport | undefined>;
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

export interface PaymentLink {
  readonly url: string;
  readonly gatewayReference: string;
}

/** The gateway's word on a payment, by signed callback or when asked. */
export interface GatewayReport {
  readonly paymentId: PaymentId;
  readonly gatewayReference: string;
  /** Unique for each report, so that the same one twice is known. */
  readonly reportId: string;
  readonly outcome: 'paid' | 'failed' | 'pending';
  readonly amount: Money;
  readonly method?: 'upi' | 'card' | 'net-banking' | 'wallet' | 'cash';
  /** The bank's own number (UTR or RRN). */
  readonly bankReference?: string;
  /** A short code, such as `declined`. */
  readonly reason?: string;
  readonly at: Instant;
}
