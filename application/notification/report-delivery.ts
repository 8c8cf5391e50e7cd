import type { DeliveryStatus } from '#domain/conversation/message.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { Operating } from '../ports/in/operating.ts';
import type { Log } from '../ports/out/log.ts';
import type { Outbox } from '../ports/out/outbox.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

/** Notes what providers say of our messages; what failed after all goes by the next channel. */
export class ReportDelivery implements Pick<Operating, 'reportDelivery'> {
  private readonly outbox: Outbox;
  private readonly wakeup: Wakeup;
  private readonly log: Log;

  constructor(outbox: Outbox, wakeup: Wakeup, log: Log) {
    this.outbox = outbox;
    this.wakeup = wakeup;
    this.log = log;
  }

  async reportDelivery(channel: ChannelKind, statuses: readonly DeliveryStatus[]): Promise<void> {
    for (const { messageId, status, at, code, reference, instead } of statuses) {
      if (status === 'failed') this.log.warn('message.reported-failed', { channel, code });
      await this.outbox.recordStatus({
        channel,
        messageId,
        status,
        at,
        ...(code && { code }),
        ...(reference && { reference }),
        ...(status === 'failed' && instead !== undefined && instead !== 'nothing' && { elsewhere: true }),
      });
      if (status === 'failed') this.wakeup.wake('messages');
    }
  }
}
