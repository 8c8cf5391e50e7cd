import type { DeliveryStatus } from '#domain/conversation/message.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { Operating } from '../ports/in/operating.ts';
import type { Log } from '../ports/out/log.ts';
import type { Outbox } from '../ports/out/outbox.ts';

/** Notes what providers say of our messages. */
export class ReportDelivery implements Pick<Operating, 'reportDelivery'> {
  private readonly outbox: Outbox;
  private readonly log: Log;

  constructor(outbox: Outbox, log: Log) {
    this.outbox = outbox;
    this.log = log;
  }

  async reportDelivery(channel: ChannelKind, statuses: readonly DeliveryStatus[]): Promise<void> {
    for (const { messageId, status, at, code, reference } of statuses) {
      if (status === 'failed') this.log.warn('message.reported-failed', { channel, code });
      await this.outbox.recordStatus({
        channel,
        messageId,
        status,
        at,
        ...(code && { code }),
        ...(reference && { reference }),
      });
    }
  }
}
