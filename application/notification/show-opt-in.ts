import { channelKinds } from '#domain/shared/contact-point.ts';
import type { CitizenId, OfficerId } from '#domain/shared/ids.ts';
import { readMobile } from '#domain/shared/mobile.ts';
import type { ShowingOptIn, ShownOptIn } from '../ports/in/showing-opt-in.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { AuditLog, Citizens } from '../ports/out/repositories.ts';
import type { Talks } from '../ports/out/talks.ts';

/** Shows how the owner of a number said yes to being written to. */
export class ShowOptIn implements ShowingOptIn {
  private readonly citizens: Pick<Citizens, 'behind'>;
  private readonly talks: Pick<Talks, 'find'>;
  private readonly auditLog: Pick<AuditLog, 'append'>;
  private readonly clock: Clock;

  constructor(
    citizens: Pick<Citizens, 'behind'>,
    talks: Pick<Talks, 'find'>,
    auditLog: Pick<AuditLog, 'append'>,
    clock: Clock,
  ) {
    this.citizens = citizens;
    this.talks = talks;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  async show(officerId: OfficerId, number: string): Promise<readonly ShownOptIn[]> {
    const address = readMobile(number);
    if (address === undefined) return [];
    const holders = await this.citizens.behind(channelKinds.map((channel) => ({ channel, kind: 'phone', address })));
    const his = [...new Set(holders.flatMap((holder) => holder ?? []))];
    const shown: ShownOptIn[] = [];
    for (const citizenId of his) shown.push(await this.showOne(officerId, citizenId));
    return shown;
  }

  private async showOne(officerId: OfficerId, citizenId: CitizenId): Promise<ShownOptIn> {
    await this.auditLog.append({ who: `officer:${officerId}`, what: 'view-opt-in', citizenId, at: this.clock.now() });
    const conversation = (await this.talks.find(citizenId))?.conversation;
    return {
      ...(conversation?.optIn && { optIn: conversation.optIn }),
      stopped: conversation?.noticesStopped ?? false,
    };
  }
}
