import type { Payment } from '#domain/payment/payment.ts';
import type { DomainEvent } from '#domain/shared/event.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Demands, Payments } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';

/** Nothing is owed any more for what a citizen took back: links to pay end, and money that still comes goes back. */
export class CancelDemand {
  private readonly demands: Demands;
  private readonly payments: Payments;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly clock: Clock;

  constructor(demands: Demands, payments: Payments, jobs: Jobs, transactions: Transactions, clock: Clock) {
    this.demands = demands;
    this.payments = payments;
    this.jobs = jobs;
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
      const at = this.clock.now();
      for (const { id } of await this.payments.ofDemand(demand.id)) {
        let isNews = false;
        const payment = await this.payments.update(id, (each) => {
          isNews = awaitsMoney(each) && each.cancel(at);
        });
        if (payment?.snapshot().url && isNews) await this.jobs.add(following([cancelled(payment, applicationId, at)]));
      }
    });
  }
}

/** Told to whoever has the link, or the order in his chat. */
const cancelled = (payment: Payment, applicationId: ApplicationId, at: Instant): DomainEvent => {
  const { id, citizenId, demandId } = payment.snapshot();
  return { type: 'PaymentCancelled', citizenId, subjectId: id, at, about: { demandId, applicationId } };
};

const awaitsMoney = ({ status }: Payment): boolean => ['open', 'pending', 'failed'].includes(status);
