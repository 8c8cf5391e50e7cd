import {
  type ChannelEntries,
  type ChannelEntry,
  type ChannelEntryFilter,
  type CostLine,
  type KeptEntry,
  wrongEvents,
} from '#application/ports/out/channel-log.ts';
import { dayOf, type Instant } from '#domain/shared/time.ts';

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
    for (const { provider = '', event, segments, paise = 0 } of this.entries) {
      if (segments === undefined || event !== 'handed') continue;
      sentSegments[provider] = (sentSegments[provider] ?? 0) + segments;
      sentPaise[provider] = (sentPaise[provider] ?? 0) + paise;
    }
    return { sentSegments, sentPaise };
  }

  async costs(since: Instant): Promise<readonly CostLine[]> {
    const lately = this.entries.filter(({ at }) => at >= since);
    const reported = (message: string | undefined): number =>
      lately
        .filter((each) => each.event === 'reported' && each.message === message && message !== undefined)
        .filter(({ what }) => what === 'delivered' || what === 'failed')
        .reduce((sum, { segments = 0 }) => sum + segments, 0);
    const lines = new Map<string, CostLine>();
    for (const { at, channel, provider, event, department, what, message, segments = 0, paise = 0 } of lately) {
      if (event !== 'handed' || provider === undefined) continue;
      const template = /^template\/([^ ]+)/.exec(what ?? '')?.[1];
      const day = dayOf(at);
      const key = JSON.stringify([day, channel, provider, department, template]);
      const before = lines.get(key);
      lines.set(key, {
        ...{ day, channel, provider },
        ...(department !== undefined && { department }),
        ...(template !== undefined && { template }),
        messages: (before?.messages ?? 0) + 1,
        segments: (before?.segments ?? 0) + segments,
        paise: (before?.paise ?? 0) + paise,
        reportedSegments: (before?.reportedSegments ?? 0) + reported(message),
      });
    }
    return [...lines.values()].toSorted(newestDayFirst);
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

const placeOf = ({ channel, provider, department = '', template = '' }: CostLine): string =>
  [channel, provider, department, template].join('\n');
const newestDayFirst = (one: CostLine, other: CostLine): number => {
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return placeOf(one) < placeOf(other) ? -1 : 1;
};
