import type { ChannelEntries, ChannelEntry, ChannelEntryFilter } from '#application/ports/out/channel-log.ts';
import type { Instant } from '#domain/shared/time.ts';

export class InMemoryChannelEntries implements ChannelEntries {
  private entries: readonly ChannelEntry[] = [];

  async add(entries: readonly ChannelEntry[]): Promise<void> {
    this.entries = [...this.entries, ...entries];
  }

  async find({ channel, event, who, message, before, limit }: ChannelEntryFilter): Promise<readonly ChannelEntry[]> {
    const isWanted = (entry: ChannelEntry): boolean =>
      (channel === undefined || entry.channel === channel) &&
      (event === undefined || entry.event === event) &&
      (who === undefined || entry.who === who) &&
      (message === undefined || entry.message === message) &&
      (before === undefined || entry.at < before);
    return this.entries
      .filter(isWanted)
      .toReversed()
      .toSorted((one, other) => (one.at === other.at ? 0 : one.at < other.at ? 1 : -1))
      .slice(0, limit);
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
