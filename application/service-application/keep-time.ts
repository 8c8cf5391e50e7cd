import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { supervisorOf } from '#domain/department/officer.ts';
import { currentStep } from '#domain/service-application/course.ts';
import { type Moment, momentsOf } from '#domain/service-application/moments.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';

/** Does what follows from time having passed: reminders, escalation, compensation, what lapses and what closes. */
export class KeepTime {
  private readonly applications: ServiceApplications;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly catalogue: Catalogue;
  private readonly calendar: Calendar;
  private readonly clock: Clock;

  constructor(
    applications: ServiceApplications,
    jobs: Jobs,
    transactions: Transactions,
    catalogue: Catalogue,
    calendar: Calendar,
    clock: Clock,
  ) {
    this.applications = applications;
    this.jobs = jobs;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Acts on every moment that has come, and looks again at the next one. Safe to repeat: a moment is passed once. */
  keep(applicationId: ApplicationId): Promise<void> {
    const now = this.clock.now();
    return this.transactions.run(async () => {
      let wakeAt: string | undefined;
      const application = await this.applications.update(applicationId, (each) => {
        const service = this.catalogue.of(each.snapshot());
        if (!service) return;
        const next = () => momentsOf(each.snapshot(), { service, ...this.calendar })[0];
        for (let moment = next(); moment && moment.at <= now; moment = next())
          each.pass(moment, aboveHolder(moment, service, each), now);
        wakeAt = each.wakeAt(next()?.at, now);
      });
      if (!application) return;
      await this.jobs.add(following(application.takeEvents()));
      if (wakeAt === undefined) return;
      const { citizenId } = application.snapshot();
      await this.jobs.add([{ citizenId, kind: 'keep-time', payload: { applicationId }, runAt: wakeAt }]);
    });
  }
}

/** When the whole promise is broken, the appellate authority is told; for one step, whoever is next above it. */
function aboveHolder({ kind }: Moment, service: ServiceDefinition, application: ServiceApplication): string {
  const above = supervisorOf(service, currentStep(application.snapshot())?.role);
  return kind === 'overdue' ? (service.appeal?.to ?? above) : above;
}
