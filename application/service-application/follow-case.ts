import { Paper } from '#domain/document/paper.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { DomainEvent } from '#domain/shared/event.ts';
import type { CitizenId, PaperId } from '#domain/shared/ids.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { DocumentStore } from '../ports/out/document-store.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Papers, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';

/** What happens to a case happens to every complaint that joined it, so that each complainant is told and asked. */
export class FollowCase {
  private readonly applications: ServiceApplications;
  private readonly papers: Papers;
  private readonly documents: DocumentStore;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    applications: ServiceApplications,
    papers: Papers,
    documents: DocumentStore,
    jobs: Jobs,
    transactions: Transactions,
    clock: Clock,
    ids: Ids,
  ) {
    this.applications = applications;
    this.papers = papers;
    this.documents = documents;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
    this.ids = ids;
  }

  /** Safe to repeat: who has followed already stays where he is. */
  async follow({ type, subjectId }: DomainEvent): Promise<void> {
    const found = (await this.applications.find(subjectId))?.snapshot();
    const by = found?.resolution?.by ?? 'system';
    for (const id of found?.joined ?? []) {
      await this.transactions.run(async () => {
        const copy = this.ids.next();
        const photo = found?.resolution?.photo;
        const follower = await this.applications.update(id, (each) =>
          this.step(each, type, by, found?.resolution?.note, photo && copy),
        );
        if (!follower) return;
        if (photo && follower.snapshot().resolution?.photo === copy)
          await this.keepCopy({ photo, of: found.citizenId }, { copy, of: follower.snapshot().citizenId });
        await this.jobs.add(following(follower.takeEvents()));
      });
    }
  }

  /** Each citizen's files are sealed with his own key. */
  private async keepCopy(
    { photo, of }: { photo: PaperId; of: CitizenId },
    { copy, of: citizenId }: { copy: PaperId; of: CitizenId },
  ): Promise<void> {
    const file = await this.documents.get(photo, of);
    if (!file) return;
    await this.documents.put(copy, citizenId, file);
    const receivedAt = this.clock.now();
    await this.papers.add(Paper.receive({ id: copy, citizenId, documentId: copy, mime: file.mime, receivedAt }));
  }

  private step(follower: ServiceApplication, type: string, by: string, note = '', photo?: PaperId): void {
    if (type === 'ComplaintResolved') follower.followResolution(by, note, this.clock.now(), photo);
    else follower.followStart(by, this.clock.now());
  }
}
