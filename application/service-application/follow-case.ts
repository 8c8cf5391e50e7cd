import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { DomainEvent } from '#domain/shared/event.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';

/** What happens to a case happens to every complaint that joined it, so that each complainant is told and asked. */
export class FollowCase {
  private readonly applications: ServiceApplications;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly clock: Clock;

  constructor(applications: ServiceApplications, jobs: Jobs, transactions: Transactions, clock: Clock) {
    this.applications = applications;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Safe to repeat: who has followed already stays where he is. */
  async follow({ type, subjectId }: DomainEvent): Promise<void> {
    const found = (await this.applications.find(subjectId))?.snapshot();
    const by = found?.resolution?.by ?? 'system';
    for (const id of found?.joined ?? []) {
      await this.transactions.run(async () => {
        const follower = await this.applications.update(id, (each) =>
          this.step(each, type, by, found?.resolution?.note),
        );
        if (follower) await this.jobs.add(following(follower.takeEvents()));
      });
    }
  }

  private step(follower: ServiceApplication, type: string, by: string, note = ''): void {
    if (type === 'ComplaintResolved') follower.followResolution(by, note, this.clock.now());
    else follower.followStart(by, this.clock.now());
  }
}
