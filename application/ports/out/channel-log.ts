import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { Instant, IsoDate } from '#domain/shared/time.ts';

/** One line of the channel log: machine words, counts and ids, never what a citizen said, his name or his number. */
export interface ChannelEntry {
  readonly at: Instant;
  readonly channel: ChannelKind;
  /** The adapter, such as `twilio-sms`; absent for what we decided ourselves. */
  readonly provider?: string;
  readonly event: ChannelEvent;
  /** Whose number it was, or whose news; absent where one number serves all and a citizen was answered. */
  readonly department?: string;
  /** A keyed hash that is the same for everything of one contact point. */
  readonly who?: string;
  /** Our reference of an outgoing message. */
  readonly message?: string;
  /** The shape of what was said, such as `text/24`. */
  readonly what?: string;
  /** The provider's code or ours: why it failed, or went by another channel. */
  readonly code?: string;
  /** How long the provider, or storing, took. */
  readonly milliseconds?: number;
  /** Of an SMS that was handed over: how many, and what they cost. Of a report: how many the provider counts. */
  readonly segments?: number;
  readonly paise?: number;
}

/**
 * `received` from a citizen, `handed` over to the provider or `refused` by it, `reported` by it later, `moved` to another
 * channel, `held`, `given-up`, `dropped` as not wanted any more, or a `notice` of the provider or the adapter.
 */
export type ChannelEvent = (typeof channelEvents)[number];

export const channelEvents = [
  ...(['received', 'handed', 'refused', 'reported', 'moved', 'held', 'given-up', 'dropped', 'notice'] as const),
] as const;

/** After these a message did not go as it was meant to; a `reported` one neither, when it `failed`. */
export const wrongEvents: readonly ChannelEvent[] = ['refused', 'moved', 'held', 'given-up', 'dropped'];

/** A line as it is kept; `position` tells lines of one moment apart. */
export interface KeptEntry extends ChannelEntry {
  readonly position: number;
}

/** What stands in the channel log. */
export interface ChannelEntries {
  add(entries: readonly ChannelEntry[]): Promise<void>;
  /** Newest first. */
  find(filter: ChannelEntryFilter): Promise<readonly KeptEntry[]>;
  /** What was handed over since, by day, provider, department and approved text; the newest day first. */
  costs(since: Instant): Promise<readonly CostLine[]>;
  /** Forgets what is older. Returns how many lines went. */
  prune(before: Instant): Promise<number>;
}

export interface ChannelEntryFilter {
  readonly channel?: ChannelKind;
  readonly event?: ChannelEvent;
  readonly who?: string;
  readonly message?: string;
  /** Its lines, and what became of its messages. */
  readonly department?: string;
  readonly isWrong?: boolean;
  readonly from?: Instant;
  readonly until?: Instant;
  /** Those before this line, the next page. */
  readonly olderThan?: Pick<KeptEntry, 'at' | 'position'>;
  readonly limit: number;
}

/** What one department had sent on one day by one provider. Counts only. */
export interface CostLine {
  /** In India. */
  readonly day: IsoDate;
  readonly channel: ChannelKind;
  readonly provider: string;
  /** Absent where a citizen was answered by a number that serves all. */
  readonly department?: string;
  /** The approved text, by its name; absent for all else. */
  readonly template?: string;
  readonly messages: number;
  /** As we counted them before sending, and what they cost by the tariff. */
  readonly segments: number;
  readonly paise: number;
  /** As the provider counts them in its reports; 0 where it does not say. */
  readonly reportedSegments: number;
}
