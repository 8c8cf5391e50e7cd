import type { PaymentId } from '#domain/shared/ids.ts';
import type { Money } from '#domain/shared/money.ts';
import type { GatewayReport, RefundReport } from '../out/payment-gateway.ts';

export interface Paying {
  /** Takes the gateway's word on a payment. The same report again changes nothing; a wrong amount is set aside. */
  settle(report: GatewayReport): Promise<void>;
  /** Takes the gateway's word on money that goes back. @throws PaymentUnknown @throws NoRefundDue */
  settleRefund(report: RefundReport): Promise<void>;
  /** What the short link `/pay/<id>` shows before it sends the citizen on. @throws PaymentUnknown */
  open(paymentId: PaymentId): Promise<PayablePage>;
}

export interface PayablePage {
  readonly status: 'open' | 'pending' | 'paid' | 'expired' | 'cancelled';
  readonly amount: Money;
  readonly description: string;
  /** Where to pay; absent unless open. */
  readonly url?: string;
  readonly receiptNumber?: string;
}
