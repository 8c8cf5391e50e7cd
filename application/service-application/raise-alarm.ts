import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { holds } from '#domain/catalogue/rule.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import { dayOf } from '#domain/shared/time.ts';
import type { Log } from '../ports/out/log.ts';
import type { ServiceApplications } from '../ports/out/repositories.ts';

/** Some complaints cannot wait until somebody opens the list: the administrators hear of them at once, without names. */
export class RaiseAlarm {
  private readonly applications: ServiceApplications;
  private readonly catalogue: Catalogue;
  private readonly log: Log;

  constructor(applications: ServiceApplications, catalogue: Catalogue, log: Log) {
    this.applications = applications;
    this.catalogue = catalogue;
    this.log = log;
  }

  async raise(applicationId: ApplicationId): Promise<void> {
    const application = (await this.applications.find(applicationId))?.snapshot();
    const service = application && this.catalogue.find(application.serviceId);
    const rule = service?.complaint?.alarm;
    if (!application || !service || rule === undefined) return;
    const today = dayOf(application.filedAt);
    if (holds(rule, answersAsFacts(service, application.answers, today), today) !== true) return;
    this.log.alarm('complaint.urgent', { applicationId, serviceId: service.id });
  }
}
