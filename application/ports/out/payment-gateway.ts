import type { PaymentReport } from '#domain/payment/payment.ts';
import type { PaymentId } from '#domain/shared/ids.ts';
import type { Money } from '#domain/shared/money.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Checked } from './checked.ts';

/** Takes money for us. It reports; the domain decides what counts as paid. */
export interface PaymentGateway {
  readonly name: string;
  /** A page where the citizen pays. The same payment asked for twice yields the same link. @throws GatewayDown */
  createLink(order: PaymentOrder): Promise<PaymentLink>;
  /** What the gateway knows of a payment now, absent until somebody tried to pay; used when no callback came. @throws GatewayDown */
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
export type GatewayReport = PaymentReport;
