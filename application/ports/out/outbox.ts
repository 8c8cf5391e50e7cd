import type { DeliveryWord } from '#domain/notification/delivery.ts';
import type { HeardOn } from '#domain/notification/session-window.ts';
import type { Urgency } from '#domain/notification/urgency.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { NewMessage } from './talks.ts';

/** Messages that must still reach citizens. */
export interface Outbox {
  /** Takes part in a surrounding transaction. */
  add(messages: readonly NewMessage[]): Promise<void>;
  /**
   * Claims messages that are due for `leaseSeconds`: for each citizen the earliest only, and none while an earlier one of
   * his is still under way; replies before notices, and news last.
   */
  lease(limit: number, leaseSeconds: number, now: Instant): Promise<readonly LeasedMessage[]>;
  /** Handed over: the provider's ids, so that delivery statuses find it. Its words go, unless they are `kept`. */
  sent(
    messages: readonly {
      readonly message: LeasedMessage;
      readonly channel: ChannelKind;
      readonly providerIds: readonly string[];
      readonly kept?: boolean;
      readonly at: Instant;
    }[],
  ): Promise<void>;
  /** Tried again at `retryAt`, by the same channel or without those in `tried`. */
  postpone(message: LeasedMessage, code: string, retryAt: Instant, tried: readonly ChannelKind[]): Promise<void>;
  /** As if it had not been leased, until `until`: the channel's pace did not allow it yet. */
  putOff(message: LeasedMessage, code: string, until: Instant): Promise<void>;
  /** Given up: kept for the operator. */
  giveUp(message: LeasedMessage, code: string): Promise<void>;
  /** Waits until the citizen writes again, because no channel can bring it now. */
  hold(message: LeasedMessage, code: string): Promise<void>;
  /** Frees what was held for these citizens. */
  release(citizenIds: readonly CitizenId[]): Promise<void>;
  /**
   * Drops whatever waits, is held, or could still go by another channel, of these urgencies: `code` says why on its
   * record. Takes part in a surrounding transaction. Returns what would have left.
   */
  drop(citizenId: CitizenId, urgencies: readonly Urgency[], code: string): Promise<readonly DroppedMessage[]>;
  /**
   * Those that this channel took before `before`, is not known to have brought, and whose words are kept; the oldest
   * first.
   */
  undelivered(
    channel: ChannelKind,
    urgency: Urgency,
    before: Instant,
    limit: number,
  ): Promise<readonly UndeliveredMessage[]>;
  /** Notes a provider's word, as a `Delivery` takes it. */
  recordStatus(status: {
    reference?: string;
    channel: ChannelKind;
    messageId: string;
    status: DeliveryWord;
    at: Instant;
    code?: string;
    /** A message that failed, and whose words are kept, is tried once more without this channel. */
    elsewhere?: boolean;
  }): Promise<void>;
}

export interface UndeliveredMessage {
  readonly id: string;
  readonly citizenId: CitizenId;
  readonly tried: readonly ChannelKind[];
}

export interface DroppedMessage {
  readonly id: string;
  /** The channel that had it last; absent: none yet. */
  readonly channel?: ChannelKind;
}

export interface LeasedMessage extends NewMessage {
  /** Unique; also the reference that providers give back. */
  readonly id: string;
  readonly attempts: number;
  readonly tried: readonly ChannelKind[];
  readonly heardOn: HeardOn;
}
