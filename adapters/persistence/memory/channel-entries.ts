import {
  type ChannelEntries,
  type ChannelEntry,
  type ChannelEntryFilter,
  type KeptEntry,
  wrongEvents,
} from '#application/ports/out/channel-log.ts';
import type { Instant } from '#domain/shared/time.ts';

export class InMemoryChannelEntries implements ChannelEntries {
  private entries: readonly KeptEntry[] = [];
  private count = 0;

  async add(entries: readonly ChannelEntry[]): Promise<void> {
    const kept = entries.map((entry) => {
      this.count += 1;
      return { ...entry, position: this.count };
    });
    this.entries = [...this.entries, ...kept];
  }

  async find(filter: ChannelEntryFilter): Promise<readonly KeptEntry[]> {
    const { channel, event, who, message, department, isWrong = false, from, until, olderThan, limit } = filter;
    const itsMessages = new Set(
      this.entries.filter((entry) => entry.department === department).map((entry) => entry.message),
    );
    const isOf = (entry: KeptEntry): boolean =>
      entry.department === department || (entry.message !== undefined && itsMessages.has(entry.message));
    const isWanted = (entry: KeptEntry): boolean =>
      (channel === undefined || entry.channel === channel) &&
      (event === undefined || entry.event === event) &&
      (who === undefined || entry.who === who) &&
      (message === undefined || entry.message === message) &&
      (department === undefined || isOf(entry)) &&
      (!isWrong || wentWrong(entry)) &&
      (from === undefined || entry.at >= from) &&
      (until === undefined || entry.at < until) &&
      (olderThan === undefined || newestFirst(olderThan, entry) < 0);
    return this.entries.filter(isWanted).toSorted(newestFirst).slice(0, limit);
  }

  figures(): { sentSegments: Readonly<Record<string, number>>; sentPaise: Readonly<Record<string, number>> } {
    const sentSegments: Record<string, number> = {};
    const sentPaise: Record<string, number> = {};
    for (const { provider = '', segments, paise = 0 } of this.entries) {
      if (segments === undefined) continue;
      sentSegments[provider] = (sentSegments[provider] ?? 0) + segments;
      sentPaise[provider] = (sentPaise[provider] ?? 0) + paise;
    }
    return { sentSegments, sentPaise };
  }

  async prune(before: Instant): Promise<number> {
    const kept = this.entries.filter(({ at }) => at >= before);
    const gone = this.entries.length - kept.length;
    this.entries = kept;
    return gone;
  }
}

type Place = Pick<KeptEntry, 'at' | 'position'>;
const newestFirst = (one: Place, other: Place): number =>
  one.at === other.at ? other.position - one.position : one.at < other.at ? 1 : -1;

const wentWrong = ({ event, what }: ChannelEntry): boolean =>
  wrongEvents.includes(event) || (event === 'reported' && what === 'failed');
