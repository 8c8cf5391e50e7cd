import type { Payment } from '#domain/payment/payment.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Demands, Payments } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';

/** Nothing is owed any more for what a citizen took back: links to pay end, and money that still comes goes back. */
export class CancelDemand {
  private readonly demands: Demands;
  private readonly payments: Payments;
  private readonly transactions: Transactions;
  private readonly clock: Clock;

  constructor(demands: Demands, payments: Payments, transactions: Transactions, clock: Clock) {
    this.demands = demands;
    this.payments = payments;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Safe to repeat. What was paid before stays paid. */
  cancel(applicationId: ApplicationId): Promise<void> {
    return this.transactions.run(async () => {
      const known = await this.demands.ofApplication(applicationId);
      if (!known) return;
      // The demand first, as settling does: what is settled at the same moment is settled before this or after it.
      const demand = await this.demands.update(known.id, (each) => {
        if (!each.isPaid) each.cancel();
      });
      if (!demand || demand.isPaid) return;
      for (const { id } of await this.payments.ofDemand(demand.id))
        await this.payments.update(id, (payment) => {
          if (awaitsMoney(payment)) payment.cancel(this.clock.now());
        });
    });
  }
}

const awaitsMoney = ({ status }: Payment): boolean => ['open', 'pending', 'failed'].includes(status);
