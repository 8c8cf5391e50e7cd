import { Consent } from '#domain/consent/consent.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Consenting } from '../ports/in/consenting.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Consents } from '../ports/out/repositories.ts';
import type { Talks } from '../ports/out/talks.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';

/** Keeps what citizens allow, and ends it when they take it back; then what was said in their talks goes too. */
export class KeepConsent implements Consenting {
  private readonly consents: Consents;
  private readonly talks: Pick<Talks, 'forgetSaid'>;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    consents: Consents,
    talks: Pick<Talks, 'forgetSaid'>,
    jobs: Jobs,
    transactions: Transactions,
    clock: Clock,
    ids: Ids,
  ) {
    this.consents = consents;
    this.talks = talks;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
    this.ids = ids;
  }

  give(given: {
    citizenId: CitizenId;
    purpose: string;
    noticeVersion: string;
    language: string;
    channel: string;
  }): Promise<void> {
    return this.transactions.run(async () => {
      const held = await this.consents.heldBy(given.citizenId);
      const same = held.some((consent) => {
        const { purpose, noticeVersion } = consent.snapshot();
        return purpose === given.purpose && noticeVersion === given.noticeVersion;
      });
      if (same) return;
      const now = this.clock.now();
      const id = this.ids.next();
      const { citizenId, purpose, noticeVersion, language, channel } = given;
      await this.consents.add(Consent.give({ id, citizenId, purpose, noticeVersion, language, channel }, now));
      await this.jobs.add(following([{ type: 'ConsentGiven', citizenId, subjectId: id, at: now, about: { purpose } }]));
    });
  }

  withdrawAll(citizenId: CitizenId): Promise<void> {
    return this.transactions.run(async () => {
      const now = this.clock.now();
      await this.talks.forgetSaid(citizenId);
      for (const consent of await this.consents.heldBy(citizenId)) {
        const { id, purpose } = consent.snapshot();
        await this.consents.update(id, (each) => each.withdraw(now));
        await this.jobs.add(
          following([{ type: 'ConsentWithdrawn', citizenId, subjectId: id, at: now, about: { purpose } }]),
        );
      }
    });
  }
}
