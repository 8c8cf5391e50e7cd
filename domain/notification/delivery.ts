import type { ChannelKind } from '../shared/contact-point.ts';

/** Where a message stands on its way to the citizen. */
export interface Delivery {
  /** `dead` was given up; `dropped` was not wanted any more, and `code` says why. */
  readonly state: 'waiting' | 'held' | 'sent' | 'dead' | 'dropped';
  /** A channel is being asked to take it just now. */
  readonly isUnderWay: boolean;
  /** Its words are kept, so that it can still go by another channel. */
  readonly isKept: boolean;
  /** The channel that took it last; once it has come, the one by which it came: that one counts. */
  readonly channel?: ChannelKind;
  readonly status?: DeliveryWord;
  /** Channels that are not asked again. */
  readonly tried: readonly ChannelKind[];
  /** Channels that brought it as well. */
  readonly duplicates: readonly ChannelKind[];
  /** Why it failed, or went by another channel. */
  readonly code?: string;
}

export type DeliveryWord = 'sent' | 'delivered' | 'read' | 'failed';

/** What a channel said of it. */
export interface Said {
  readonly channel: ChannelKind;
  readonly status: DeliveryWord;
  readonly code?: string;
  /** It failed, and another channel may be able to. */
  readonly elsewhere?: boolean;
}

const RANKS: Readonly<Record<DeliveryWord, number>> = { sent: 1, failed: 2, delivered: 3, read: 4 };

/** Statuses only rise. `failed` stands between `sent` and `delivered`: a message that arrived has not failed. */
export const deliveryRank = (status: DeliveryWord | undefined): number => (status === undefined ? 0 : RANKS[status]);

const meansCame = (status: DeliveryWord | undefined): boolean => deliveryRank(status) >= RANKS.delivered;
const withDuplicate = (delivery: Delivery, channel: ChannelKind): Delivery =>
  delivery.duplicates.includes(channel) ? delivery : { ...delivery, duplicates: [...delivery.duplicates, channel] };

/** After a channel has taken it. */
export function handedTo(before: Delivery, channel: ChannelKind, mayKeep: boolean): Delivery {
  // What was dropped while a channel was taking it has left, but goes no further.
  const isKept = mayKeep && before.state !== 'dropped';
  const after = { ...before, isUnderWay: false, isKept };
  if (meansCame(before.status) && before.channel !== channel)
    return { ...withDuplicate(after, channel), state: 'sent', isKept: false };
  if (before.channel !== channel) return { ...after, state: 'sent', channel, status: 'sent' };
  // It may have failed before we knew that it was taken.
  const hasFailed = isKept && before.tried.includes(channel);
  const keeps = isKept && !meansCame(before.status);
  return { ...after, state: hasFailed ? 'waiting' : 'sent', status: before.status ?? 'sent', isKept: keeps };
}

/** After a word of a channel: never backwards, and whatever comes late neither brings it twice nor counts twice. */
export function afterWord(before: Delivery, said: Said): Delivery {
  const { channel, status } = said;
  if (before.duplicates.includes(channel)) return before;
  const isOwn = before.channel === channel;
  const isCurrent = isOwn || !before.tried.includes(channel);
  if (!isOwn && meansCame(before.status)) return status === 'failed' ? before : withDuplicate(before, channel);
  if (meansCame(status)) return cameBy(before, channel, status);
  if (!isCurrent || deliveryRank(status) <= (isOwn ? deliveryRank(before.status) : 0)) return before;
  const goesOn = said.elsewhere === true && before.state === 'sent' && before.isKept;
  return {
    ...before,
    channel,
    status,
    ...(said.code !== undefined && { code: said.code }),
    ...(said.elsewhere && { tried: [...before.tried, channel] }),
    ...(goesOn && { state: 'waiting' }),
  };
}

function cameBy(before: Delivery, channel: ChannelKind, status: DeliveryWord): Delivery {
  if (before.channel === channel && deliveryRank(status) <= deliveryRank(before.status)) return before;
  const { channel: other } = before;
  const isTwice = other !== undefined && other !== channel && before.status === 'sent';
  return {
    ...(isTwice ? withDuplicate(before, other) : before),
    channel,
    status,
    // What is under way cannot be called back, and its words are needed until it is handed over.
    ...(!before.isUnderWay && { state: 'sent', isKept: false }),
  };
}
