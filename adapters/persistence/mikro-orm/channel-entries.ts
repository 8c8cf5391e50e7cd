import type {
  ChannelEntries,
  ChannelEntry,
  ChannelEntryFilter,
  ChannelEvent,
} from '#application/ports/out/channel-log.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { Instant } from '#domain/shared/time.ts';
import { columnsOf, type Database } from './database.ts';

interface Row extends Readonly<Record<string, unknown>> {
  readonly at: Date;
  readonly channel: ChannelKind;
  readonly provider: string | null;
  readonly event: ChannelEvent;
  readonly who: string | null;
  readonly message: string | null;
  readonly what: string | null;
  readonly code: string | null;
  readonly milliseconds: number | null;
  readonly segments: number | null;
  readonly paise: string | null;
}

export class StoredChannelEntries implements ChannelEntries {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async add(entries: readonly ChannelEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.database.query(ADD, [
      ...columnsOf(
        entries,
        ({ at }) => at,
        ({ channel }) => channel,
        ({ provider }) => provider ?? null,
        ({ event }) => event,
        ({ who }) => who ?? null,
        ({ message }) => message ?? null,
        ({ what }) => what ?? null,
        ({ code }) => code ?? null,
        ({ milliseconds }) => milliseconds ?? null,
        ({ segments }) => segments ?? null,
        ({ paise }) => paise ?? null,
      ),
    ]);
  }

  async find({ channel, event, who, message, before, limit }: ChannelEntryFilter): Promise<readonly ChannelEntry[]> {
    const given = [channel, event, who, message, before].map((value) => value ?? null);
    return (await this.database.query<Row>(FIND, [...given, limit])).map(entryOf);
  }

  async prune(before: Instant): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(PRUNE, [before]);
    return Number(row?.count ?? 0);
  }
}

function entryOf({ at, channel, event, ...rest }: Row): ChannelEntry {
  const { provider, who, message, what, code, milliseconds, segments, paise } = rest;
  return {
    at: new Date(at).toISOString(),
    channel,
    event,
    ...(provider !== null && { provider }),
    ...(who !== null && { who }),
    ...(message !== null && { message }),
    ...(what !== null && { what }),
    ...(code !== null && { code }),
    ...(milliseconds !== null && { milliseconds }),
    ...(segments !== null && { segments }),
    ...(paise !== null && { paise: Number(paise) }),
  };
}

const ADD = `
insert into channel_log (at, channel, provider, event, who, message, what, code, milliseconds, segments, paise)
select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
  $8::text[], $9::integer[], $10::integer[], $11::numeric[])`;

const FIND = `
select at, channel, provider, event, who, message, what, code, milliseconds, segments, paise from channel_log
where ($1::text is null or channel = $1) and ($2::text is null or event = $2) and ($3::text is null or who = $3)
  and ($4::text is null or message = $4) and ($5::timestamptz is null or at < $5::timestamptz)
order by at desc, id desc limit $6::integer`;

const PRUNE = `
with gone as (delete from channel_log where at < $1::timestamptz returning 1) select count(*) from gone`;
