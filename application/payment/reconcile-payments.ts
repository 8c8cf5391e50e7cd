import type { PaymentSnapshot } from '#domain/payment/payment.ts';
import { Failure } from '#domain/shared/failure.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { Paying } from '../ports/in/paying.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Log } from '../ports/out/log.ts';
import type { PaymentGateway } from '../ports/out/payment-gateway.ts';
import type { Payments } from '../ports/out/repositories.ts';

/** A payment that nobody has spoken of for so long is asked about, in minutes. */
const SILENCE = 5;
const AT_ONCE = 50;

/** Asks the gateway about payments whose callback never came; lets links expire whose time is over. */
export class ReconcilePayments {
  private readonly payments: Payments;
  private readonly gateway: PaymentGateway;
  private readonly paying: Pick<Paying, 'settle'>;
  private readonly clock: Clock;
  private readonly log: Log;
  private last: Pick<PaymentSnapshot, 'id' | 'createdAt'> | undefined;

  constructor(payments: Payments, gateway: PaymentGateway, paying: Pick<Paying, 'settle'>, clock: Clock, log: Log) {
    this.payments = payments;
    this.gateway = gateway;
    this.paying = paying;
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
        const report = await this.gateway.find(payment.id);
        if (report) await this.paying.settle(report);
        await this.payments.update(payment.id, (each) => each.expire(now));
      } catch (error) {
        if (error instanceof Failure)
          this.log.warn('payment.not-reconciled', { paymentId: payment.id, code: error.code });
        else this.log.alarm('payment.not-reconciled', { paymentId: payment.id }, error);
      }
    }
  }
}
