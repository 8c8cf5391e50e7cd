import { type DeliveryLimits, NOT_IN_TIME } from '#domain/notification/delivery-limits.ts';
import { nextContactPoint } from '#domain/notification/fallback.ts';
import { urgencies } from '#domain/notification/urgency.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { Channels } from '../ports/out/channels.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Log } from '../ports/out/log.ts';
import type { Outbox, UndeliveredMessage } from '../ports/out/outbox.ts';
import type { Citizens } from '../ports/out/repositories.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

/** Looked at in one go; what is left is looked at in the next one. */
const AT_ONCE = 200;

/** Sends by the next channel what a channel took and did not report as delivered in its time. */
export class MoveLateMessages {
  private readonly outbox: Outbox;
  private readonly citizens: Citizens;
  private readonly channels: Channels;
  private readonly limits: DeliveryLimits;
  private readonly wakeup: Wakeup;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(
    outbox: Outbox,
    citizens: Citizens,
    channels: Channels,
    limits: DeliveryLimits,
    wakeup: Wakeup,
    clock: Clock,
    log: Log,
  ) {
    this.outbox = outbox;
    this.citizens = citizens;
    this.channels = channels;
    this.limits = limits;
    this.wakeup = wakeup;
    this.clock = clock;
    this.log = log;
  }

  async move(): Promise<void> {
    for (const kind of Object.keys(this.limits) as ChannelKind[])
      for (const urgency of urgencies) {
        const minutes = this.limits[kind]?.[urgency].value;
        if (minutes === undefined) continue;
        const before = plusMinutes(this.clock.now(), -minutes);
        const late = await this.outbox.undelivered(kind, urgency, before, AT_ONCE);
        for (const message of late) await this.moveOne(message, kind);
      }
  }

  private async moveOne({ id, citizenId, tried }: UndeliveredMessage, channel: ChannelKind): Promise<void> {
    const points = (await this.citizens.find(citizenId))?.snapshot().contactPoints.map(({ point }) => point) ?? [];
    const order = this.channels.fallback.filter((kind) => this.channels.of(kind));
    const elsewhere = nextContactPoint(points, order, [...tried, channel]) !== undefined;
    // Who has no other channel may still get it; it is only not looked at again.
    const said = { reference: id, channel, messageId: '', status: 'failed', code: NOT_IN_TIME } as const;
    await this.outbox.recordStatus({ ...said, at: this.clock.now(), elsewhere });
    this.log.warn(elsewhere ? 'message.late' : 'message.late-without-another-channel', { messageId: id, channel });
    if (elsewhere) this.wakeup.wake('messages');
  }
}
