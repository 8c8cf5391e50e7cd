import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { linesOfFee } from '#domain/catalogue/fee.ts';
import { Demand, type DemandLine } from '#domain/payment/demand.ts';
import type { ApplicationSnapshot } from '#domain/service-application/service-application.ts';
import { waitsForFee } from '#domain/service-application/status.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import { dayOf } from '#domain/shared/time.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Demands, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';

/** Puts up for payment what an application owes: its fee, or the dues that it pays. */
export class RaiseDemand {
  private readonly applications: ServiceApplications;
  private readonly demands: Demands;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly catalogue: Catalogue;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    applications: ServiceApplications,
    demands: Demands,
    jobs: Jobs,
    transactions: Transactions,
    catalogue: Catalogue,
    clock: Clock,
    ids: Ids,
  ) {
    this.applications = applications;
    this.demands = demands;
    this.jobs = jobs;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.clock = clock;
    this.ids = ids;
  }

  /** Safe to repeat: an application has one demand. */
  raise(applicationId: ApplicationId): Promise<void> {
    return this.transactions.run(async () => {
      const application = (await this.applications.find(applicationId))?.snapshot();
      if (!application || !waitsForFee(application.status)) return;
      const now = this.clock.now();
      // Raised before, its link was asked for in the same transaction.
      if (await this.demands.ofApplication(applicationId)) return;
      const { citizenId, serviceId } = application;
      const account = this.accountOf(application);
      await this.demands.add(
        Demand.raise({
          id: this.ids.next(),
          citizenId,
          serviceId,
          applicationId,
          ...(account && { account }),
          lines: this.linesOf(application),
          billedIds: (application.billed ?? []).map(({ id }) => id),
          raisedAt: now,
        }),
      );
      await this.jobs.add([{ citizenId, kind: 'open-payment', payload: { applicationId }, runAt: now }]);
    });
  }

  private accountOf(application: ApplicationSnapshot): string | undefined {
    const { answers } = application;
    const dues = this.catalogue.of(application)?.dues;
    return dues && answers[dues.account];
  }

  private linesOf(application: ApplicationSnapshot): readonly DemandLine[] {
    const { answers, billed, filedAt, fee } = application;
    const service = this.catalogue.of(application);
    if (billed)
      return billed.map(({ id, period, amount }) => ({ name: service?.dues?.eachByItself ? id : period, amount }));
    // The application's own figure counts: the rates may have changed since it was filed.
    return linesOfFee(service, answers, dayOf(filedAt), fee).map(({ id, amount }) => ({ name: id, amount }));
  }
}
