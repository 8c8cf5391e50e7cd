import type { Payment, PaymentSnapshot } from '#domain/payment/payment.ts';
import { Failure } from '#domain/shared/failure.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import type { Paying } from '../ports/in/paying.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Log } from '../ports/out/log.ts';
import type { PaymentGateway } from '../ports/out/payment-gateway.ts';
import type { Payments } from '../ports/out/repositories.ts';
import type { SettleRefund } from './settle-refund.ts';

/** A payment that nobody has spoken of for so long is asked about, in minutes. */
const SILENCE = 5;
const AT_ONCE = 50;

/** Asks the gateway about payments and refunds whose callback never came; lets links expire whose time is over. */
export class ReconcilePayments {
  private readonly payments: Payments;
  private readonly gateway: PaymentGateway;
  private readonly paying: Pick<Paying, 'settle'>;
  private readonly refunds: Pick<SettleRefund, 'follow'>;
  private readonly clock: Clock;
  private readonly log: Log;
  private last: Pick<PaymentSnapshot, 'id' | 'createdAt'> | undefined;

  constructor(
    payments: Payments,
    gateway: PaymentGateway,
    paying: Pick<Paying, 'settle'>,
    refunds: Pick<SettleRefund, 'follow'>,
    clock: Clock,
    log: Log,
  ) {
    this.payments = payments;
    this.gateway = gateway;
    this.paying = paying;
    this.refunds = refunds;
    this.clock = clock;
    this.log = log;
  }

  /** Each round goes on where the last one stopped, so that links which nobody pays keep no other waiting. */
  async reconcile(): Promise<void> {
    const now = this.clock.now();
    const found = await this.payments.unsettled(plusMinutes(now, -SILENCE), AT_ONCE, this.last);
    this.last = found.length < AT_ONCE ? undefined : found.at(-1)?.snapshot();
    for (const payment of found) {
      try {
        await this.askAbout(payment, now);
      } catch (error) {
        if (error instanceof Failure)
          this.log.warn('payment.not-reconciled', { paymentId: payment.id, code: error.code });
        else this.log.alarm('payment.not-reconciled', { paymentId: payment.id }, error);
      }
    }
  }

  private async askAbout(payment: Payment, now: Instant): Promise<void> {
    const { id, status } = payment;
    if (status === 'refund-asked') return this.refunds.follow(payment);
    for (const report of await this.gateway.find(id)) await this.paying.settle(report);
    await this.payments.update(id, (each) => each.expire(now));
  }
}
