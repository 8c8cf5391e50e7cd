import {
  type ChannelEntries,
  type ChannelEntry,
  type ChannelEntryFilter,
  type ChannelEvent,
  type CostLine,
  type KeptEntry,
  wrongEvents,
} from '#application/ports/out/channel-log.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { Instant } from '#domain/shared/time.ts';
import { columnsOf, type Database } from './database.ts';

interface Row extends Readonly<Record<string, unknown>> {
  readonly id: string;
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
  readonly department: string | null;
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
        ({ department }) => department ?? null,
      ),
    ]);
  }

  async find(filter: ChannelEntryFilter): Promise<readonly KeptEntry[]> {
    const { channel, event, who, message, department, from, until, olderThan, isWrong = false, limit } = filter;
    const given = [channel, event, who, message, department, from, until, olderThan?.at, olderThan?.position];
    const values = [...given.map((value) => value ?? null), isWrong ? wrongEvents : null, limit];
    return (await this.database.query<Row>(FIND, values)).map(entryOf);
  }

  async costs(since: Instant): Promise<readonly CostLine[]> {
    return (await this.database.query<CostRow>(COSTS, [since])).map(costLineOf);
  }

  async prune(before: Instant): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(PRUNE, [before]);
    return Number(row?.count ?? 0);
  }
}

function entryOf({ id, at, channel, event, ...rest }: Row): KeptEntry {
  const { provider, who, message, what, code, milliseconds, segments, paise, department } = rest;
  return {
    position: Number(id),
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
    ...(department !== null && { department }),
  };
}

interface CostRow extends Readonly<Record<string, unknown>> {
  readonly day: string;
  readonly channel: ChannelKind;
  readonly provider: string;
  readonly department: string | null;
  readonly template: string | null;
  readonly messages: string;
  readonly segments: string;
  readonly paise: string;
  readonly reported: string;
}

const costLineOf = ({ day, channel, provider, department, template, ...counts }: CostRow): CostLine => ({
  ...{ day, channel, provider },
  ...(department !== null && { department }),
  ...(template !== null && { template }),
  messages: Number(counts.messages),
  segments: Number(counts.segments),
  paise: Number(counts.paise),
  reportedSegments: Number(counts.reported),
});

// A report names the message; what it counts is summed once for each line that was handed over.
const COSTS = `
with reported as (
  select message, sum(segments) as segments from channel_log
  where event = 'reported' and segments is not null and what in ('delivered', 'failed') and at >= $1::timestamptz
  group by message
)
select to_char(h.at at time zone 'Asia/Kolkata', 'YYYY-MM-DD') as day, h.channel, h.provider, h.department,
  substring(h.what from '^template/([^ ]+)') as template, count(*) as messages, coalesce(sum(h.segments), 0) as segments,
  coalesce(sum(h.paise), 0) as paise, coalesce(sum(r.segments), 0) as reported
from channel_log h left join reported r on r.message = h.message
where h.event = 'handed' and h.provider is not null and h.at >= $1::timestamptz
group by 1, 2, 3, 4, 5 order by 1 desc, 2, 3, 4 nulls first, 5 nulls first`;

const ADD = `
insert into channel_log (at, channel, provider, event, who, message, what, code, milliseconds, segments, paise,
  department)
select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
  $8::text[], $9::integer[], $10::integer[], $11::numeric[], $12::text[])`;

const FIND = `
select id, at, channel, provider, event, who, message, what, code, milliseconds, segments, paise, department
from channel_log
where ($1::text is null or channel = $1) and ($2::text is null or event = $2) and ($3::text is null or who = $3)
  and ($4::text is null or message = $4)
  and ($5::text is null or department = $5
    or message in (select its.message from channel_log its where its.department = $5))
  and ($6::timestamptz is null or at >= $6::timestamptz) and ($7::timestamptz is null or at < $7::timestamptz)
  and ($8::timestamptz is null or (at, id) < ($8::timestamptz, $9::bigint))
  and ($10::text[] is null or event = any($10) or (event = 'reported' and what = 'failed'))
order by at desc, id desc limit $11::integer`;

const PRUNE = `
with gone as (delete from channel_log where at < $1::timestamptz returning 1) select count(*) from gone`;
