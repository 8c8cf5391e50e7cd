import { StillInHand } from '#domain/citizen/errors.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Erasing } from '../ports/in/erasing.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { AuditLog, Citizens, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';

/** Forgets a citizen for good. */
export class EraseCitizen implements Erasing {
  private readonly citizens: Citizens;
  private readonly applications: ServiceApplications;
  private readonly auditLog: AuditLog;
  private readonly transactions: Transactions;
  private readonly clock: Clock;

  constructor(
    citizens: Citizens,
    applications: ServiceApplications,
    auditLog: AuditLog,
    transactions: Transactions,
    clock: Clock,
  ) {
    this.citizens = citizens;
    this.applications = applications;
    this.auditLog = auditLog;
    this.transactions = transactions;
    this.clock = clock;
  }

  async requireErasable(citizenId: CitizenId): Promise<void> {
    const open = (await this.applications.of(citizenId)).find((application) => application.isOpen);
    if (open) throw new StillInHand(open.snapshot().acknowledgementNumber);
  }

  /** Safe to repeat. */
  erase(citizenId: CitizenId): Promise<void> {
    return this.transactions.run(async () => {
      if (!(await this.citizens.find(citizenId))) return;
      await this.requireErasable(citizenId);
      await this.citizens.erase(citizenId);
      await this.auditLog.append({ who: 'citizen', what: 'erase', citizenId, at: this.clock.now() });
    });
  }
}
