import type { ApplicationId } from '#domain/shared/ids.ts';
import { isZero } from '#domain/shared/money.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Demands, Payments, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';

/** Puts up for return what comes back of a fee that was paid. */
export class RefundFee {
  private readonly applications: ServiceApplications;
  private readonly demands: Demands;
  private readonly payments: Payments;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly clock: Clock;

  constructor(
    applications: ServiceApplications,
    demands: Demands,
    payments: Payments,
    jobs: Jobs,
    transactions: Transactions,
    clock: Clock,
  ) {
    this.applications = applications;
    this.demands = demands;
    this.payments = payments;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Safe to repeat: a payment goes back once. */
  refund(applicationId: ApplicationId): Promise<void> {
    return this.transactions.run(async () => {
      const application = (await this.applications.find(applicationId))?.snapshot();
      const amount = application?.refund;
      const paidBy = (await this.demands.ofApplication(applicationId))?.snapshot().paidBy;
      if (!application || !amount || isZero(amount) || !paidBy) return;
      let isNews = false;
      await this.payments.update(paidBy, (payment) => {
        isNews = payment.giveBack(amount);
      });
      if (!isNews) return;
      const { citizenId } = application;
      const at = this.clock.now();
      await this.jobs.add(
        following([{ type: 'FeeReturned', citizenId, subjectId: paidBy, at, about: { applicationId } }]),
      );
    });
  }
}
