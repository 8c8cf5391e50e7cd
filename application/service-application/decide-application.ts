import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { ConsentWithdrawn, NotYourOffice } from '#domain/department/errors.ts';
import { type DeskAction, requireMay } from '#domain/department/officer.ts';
import { ApplicationUnknown } from '#domain/service-application/errors.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Deciding, Decision } from '../ports/in/deciding.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { AuditLog, Consents, Officers, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';
import { following } from '../reactions.ts';

/** What officers decide. Right office? Fee paid? Still open? Not changed meanwhile? Then it is so, and written down. */
export class DecideApplication implements Pick<Deciding, 'query' | 'approve' | 'reject' | 'resolve'> {
  private readonly applications: ServiceApplications;
  private readonly officers: Officers;
  private readonly consents: Consents;
  private readonly auditLog: AuditLog;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly catalogue: Catalogue;
  private readonly clock: Clock;
  private readonly wakeup: Wakeup;

  constructor(
    applications: ServiceApplications,
    officers: Officers,
    consents: Consents,
    auditLog: AuditLog,
    jobs: Jobs,
    transactions: Transactions,
    catalogue: Catalogue,
    clock: Clock,
    wakeup: Wakeup,
  ) {
    this.applications = applications;
    this.officers = officers;
    this.consents = consents;
    this.auditLog = auditLog;
    this.jobs = jobs;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.clock = clock;
    this.wakeup = wakeup;
  }

  query(command: Decision & { question: string }): Promise<void> {
    return this.decide(command, 'query', (application, now) =>
      application.raiseQuery(command.officerId, command.question, now),
    );
  }

  approve(command: Decision): Promise<void> {
    return this.decide(command, 'approve', (application, now) => application.approve(command.officerId, now));
  }

  reject(command: Decision & { reason: string }): Promise<void> {
    return this.decide(command, 'reject', (application, now) =>
      application.reject(command.officerId, command.reason, now),
    );
  }

  resolve(command: Decision & { note: string }): Promise<void> {
    return this.decide(command, 'resolve', (application, now) =>
      application.resolve(command.officerId, command.note, now),
    );
  }

  private async decide(
    { officerId, applicationId, seenVersion }: Decision,
    action: DeskAction,
    act: (application: ServiceApplication, now: Instant) => void,
  ): Promise<void> {
    const officer = await this.officers.find(officerId);
    if (!officer) throw new NotYourOffice();
    const now = this.clock.now();
    await this.transactions.run(async () => {
      const changed = await this.applications.update(applicationId, (application) => {
        const service = this.catalogue.find(application.snapshot().serviceId);
        if (!service) throw new ApplicationUnknown();
        requireMay(officer, action, service);
        application.requireVersion(seenVersion);
        act(application, now);
      });
      if (!changed) throw new ApplicationUnknown();
      const { citizenId, serviceId } = changed.snapshot();
      // Thrown inside the transaction, so nothing of the decision stays: nobody decides on data he may not use.
      const held = await this.consents.heldBy(citizenId);
      if (!held.some((consent) => consent.snapshot().purpose === serviceId)) throw new ConsentWithdrawn();
      await this.jobs.add(following(changed.takeEvents()));
      await this.auditLog.append({
        who: `officer:${officerId}`,
        what: action,
        citizenId,
        subjectId: applicationId,
        purpose: serviceId,
        at: now,
      });
    });
    this.wakeup.wake('jobs');
  }
}
