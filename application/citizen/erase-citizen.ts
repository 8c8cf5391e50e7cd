import { StillInHand } from '#domain/citizen/errors.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Erasing } from '../ports/in/erasing.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Log } from '../ports/out/log.ts';
import type { AuditLog, Citizens, Demands, Payments, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { refundsOf } from '../refunds-of.ts';

/** Forgets a citizen for good. */
export class EraseCitizen implements Erasing {
  private readonly citizens: Citizens;
  private readonly applications: ServiceApplications;
  private readonly demands: Demands;
  private readonly payments: Payments;
  private readonly auditLog: AuditLog;
  private readonly transactions: Transactions;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(
    citizens: Citizens,
    applications: ServiceApplications,
    demands: Demands,
    payments: Payments,
    auditLog: AuditLog,
    transactions: Transactions,
    clock: Clock,
    log: Log,
  ) {
    this.citizens = citizens;
    this.applications = applications;
    this.demands = demands;
    this.payments = payments;
    this.auditLog = auditLog;
    this.transactions = transactions;
    this.clock = clock;
    this.log = log;
  }

  async requireErasable(citizenId: CitizenId): Promise<void> {
    const open = await this.openOf(citizenId);
    if (open) throw new StillInHand(open.snapshot().acknowledgementNumber);
  }

  /** Safe to repeat. Who filed something after asking for it stays: he wants to hear what becomes of that. */
  erase(citizenId: CitizenId): Promise<void> {
    return this.transactions.run(async () => {
      if (!(await this.citizens.find(citizenId))) return;
      if (await this.openOf(citizenId)) return this.log.warn('citizen.not-erased', { citizenId });
      await this.citizens.erase(citizenId);
      await this.auditLog.append({ who: 'citizen', what: 'erase', citizenId, at: this.clock.now() });
    });
  }

  /** Open too is one whose money is still on its way back: without its citizen nobody could say to whom. */
  private async openOf(citizenId: CitizenId): Promise<ServiceApplication | undefined> {
    for (const application of await this.applications.of(citizenId)) {
      if (application.isOpen) return application;
      const refunds = await refundsOf(application, this.demands, this.payments);
      if (refunds.some(({ status }) => status !== 'refunded')) return application;
    }
    return undefined;
  }
}
