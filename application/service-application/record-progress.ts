import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { dueOn } from '#domain/service-application/due-date.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { DomainEvent } from '#domain/shared/event.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Places } from '../ports/out/places.ts';
import type { ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';

/** Moves an application on when something else is done: its fee is paid, its certificate exists. Safe to repeat. */
export class RecordProgress {
  private readonly applications: ServiceApplications;
  private readonly places: Places;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly catalogue: Catalogue;
  private readonly calendar: Calendar;
  private readonly clock: Clock;

  constructor(
    applications: ServiceApplications,
    places: Places,
    jobs: Jobs,
    transactions: Transactions,
    catalogue: Catalogue,
    calendar: Calendar,
    clock: Clock,
  ) {
    this.applications = applications;
    this.places = places;
    this.jobs = jobs;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** A booking whose place went meanwhile is over, and its fee goes back. */
  async recordFeePaid(applicationId: ApplicationId): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async () => {
      const isBooking = (await this.applications.find(applicationId))?.snapshot().kind === 'booking';
      const isLost = isBooking && !(await this.places.confirm(applicationId));
      await this.feePaid(applicationId, isLost, now);
    });
  }

  private feePaid(applicationId: ApplicationId, isLost: boolean, now: Instant): Promise<void> {
    return this.change(applicationId, (application) => {
      if (isLost) application.losePlace(now);
      const { answers, dueOn: promised } = application.snapshot();
      const service = this.catalogue.of(application.snapshot());
      // The promise counts from a complete application, and without its fee it was not complete.
      const due = service ? dueOn(service, answers, now, this.calendar.holidays) : promised;
      application.recordFeePaid(due, now);
    });
  }

  recordIssued({ subjectId, about }: DomainEvent): Promise<void> {
    const number = about?.number ?? '';
    const documentId = about?.documentId ?? '';
    const issued = { number, documentId, ...(about?.validTo && { validTo: about.validTo }) };
    return this.change(subjectId, (application) => application.recordIssued(issued, this.clock.now()));
  }

  private change(id: ApplicationId, act: (application: ServiceApplication) => void): Promise<void> {
    return this.transactions.run(async () => {
      const changed = await this.applications.update(id, act);
      if (changed) await this.jobs.add(following(changed.takeEvents()));
    });
  }
}
