import { StillInHand } from '#domain/citizen/errors.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Erasing } from '../ports/in/erasing.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Log } from '../ports/out/log.ts';
import type { AuditLog, Citizens, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';

/** Forgets a citizen for good. */
export class EraseCitizen implements Erasing {
  private readonly citizens: Citizens;
  private readonly applications: ServiceApplications;
  private readonly auditLog: AuditLog;
  private readonly transactions: Transactions;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(
    citizens: Citizens,
    applications: ServiceApplications,
    auditLog: AuditLog,
    transactions: Transactions,
    clock: Clock,
    log: Log,
  ) {
    this.citizens = citizens;
    this.applications = applications;
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

  private async openOf(citizenId: CitizenId): Promise<ServiceApplication | undefined> {
    return (await this.applications.of(citizenId)).find((application) => application.isOpen);
  }
}
