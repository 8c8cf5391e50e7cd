import type { HelpDesk } from '#domain/handover/office-hours.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { DocumentStore } from '../ports/out/document-store.ts';
import type { Handovers } from '../ports/out/handovers.ts';
import type { Papers } from '../ports/out/repositories.ts';
import type { Talks } from '../ports/out/talks.ts';

const AT_ONCE = 100;

/** What was said in talks, to the machine or to a person, and the files that were sent to one, are kept for some days only. */
export class ForgetTalks {
  private readonly talks: Pick<Talks, 'forgetSaidBefore'>;
  private readonly handovers: Handovers;
  private readonly papers: Papers;
  private readonly documents: DocumentStore;
  private readonly helpDesk: HelpDesk;
  private readonly clock: Clock;

  constructor(
    talks: Pick<Talks, 'forgetSaidBefore'>,
    handovers: Handovers,
    papers: Papers,
    documents: DocumentStore,
    helpDesk: HelpDesk,
    clock: Clock,
  ) {
    this.talks = talks;
    this.handovers = handovers;
    this.papers = papers;
    this.documents = documents;
    this.helpDesk = helpDesk;
    this.clock = clock;
  }

  /** Safe to repeat: a talk goes only after its files, so that none is left behind. */
  async forget(): Promise<void> {
    const before = plusMinutes(this.clock.now(), -this.helpDesk.keptDays.value * 24 * 60);
    await this.talks.forgetSaidBefore(before);
    for (let more = true; more; ) {
      const old = await this.handovers.askedBefore(before, AT_ONCE);
      for (const { id, citizenId, lines } of old.map((each) => each.snapshot())) {
        for (const paper of lines.flatMap((line) => line.paper ?? [])) {
          await this.documents.remove(paper, citizenId);
          await this.papers.remove(paper);
        }
        await this.handovers.remove(id);
      }
      more = old.length === AT_ONCE;
    }
  }
}
