import type { Payment } from '#domain/payment/payment.ts';
import { Failure } from '#domain/shared/failure.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Paying } from '../ports/in/paying.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Log } from '../ports/out/log.ts';
import type { PaymentGateway } from '../ports/out/payment-gateway.ts';
import type { Payments } from '../ports/out/repositories.ts';
import type { SettleRefund } from './settle-refund.ts';

const AT_ONCE = 50;

/**
 * Asks the gateway about payments and refunds whose callback never came, and about what else may have come of those that
 * are paid; lets links expire whose time is over.
 */
export class ReconcilePayments {
  private readonly payments: Payments;
  private readonly gateway: PaymentGateway;
  private readonly paying: Pick<Paying, 'settle'>;
  private readonly refunds: Pick<SettleRefund, 'follow'>;
  private readonly clock: Clock;
  private readonly log: Log;

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

  async reconcile(): Promise<void> {
    const now = this.clock.now();
    for (const payment of await this.payments.dueForLook(now, AT_ONCE)) {
      try {
        await this.askAbout(payment, now);
      } catch (error) {
        if (!(error instanceof Failure)) this.log.alarm('payment.not-reconciled', { paymentId: payment.id }, error);
        else this.log.warn('payment.not-reconciled', { paymentId: payment.id, code: error.code });
        // It stays due while the gateway is down; what it will not answer keeps no other waiting.
        if (!(error instanceof Failure && error.retry))
          await this.payments.update(payment.id, (each) => each.look(now));
      }
    }
  }

  private async askAbout(payment: Payment, now: Instant): Promise<void> {
    const { id, status } = payment;
    if (status === 'refund-asked') await this.refunds.follow(payment);
    for (const report of await this.gateway.find(id)) await this.paying.settle(report);
    await this.payments.update(id, (each) => {
      each.expire(now);
      each.look(now);
    });
  }
}
