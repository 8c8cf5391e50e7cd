import type { Clock } from '#application/ports/out/clock.ts';
import type { Log } from '#application/ports/out/log.ts';
import type {
  NewEntry,
  SaidPage,
  SaidPart,
  Talk,
  Talks,
  TurnResult,
  WaitingEntry,
} from '#application/ports/out/talks.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { SaidLine } from '#domain/shared/said-line.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import { type Key, openJson, sealJson } from '../sealing/index.ts';
import { BROKEN_TURN_PAUSE_SECONDS, MOST_ENTRIES } from '../store.ts';
import { columnsOf, type Database, instantOf } from './database.ts';
import { entrySealedAs, type Inbox, type SealedEntryBody } from './inbox.ts';
import { jobColumns, newJobs } from './jobs.ts';
import type { KeyRing } from './key-ring.ts';
import { messageColumns, newMessages } from './outbox.ts';

const partSealedAs = (citizenId: CitizenId): string => `said/${citizenId}`;

const conversationSealedAs = (citizenId: CitizenId): string => `conversation/${citizenId}`;

interface Claimed extends Readonly<Record<string, unknown>> {
  readonly citizen_id: string;
  readonly sealed: Buffer | null;
  readonly wrapped: Buffer;
}

interface PartRow extends Readonly<Record<string, unknown>> {
  readonly seq: string;
  readonly sealed: Buffer;
  readonly wrapped: Buffer;
}

interface EntryRow extends Readonly<Record<string, unknown>> {
  readonly citizen_id: string;
  readonly seq: string;
  readonly attempts: number;
  readonly due_at: unknown;
  readonly sealed: Buffer;
}

/** What a statement does with an entry. */
interface EntryChange {
  readonly citizenId: CitizenId;
  readonly seq: number;
  readonly status: 'waiting' | 'done' | 'set-aside';
  readonly failures: number;
  readonly dueAt: string | undefined;
}

interface Taken {
  readonly citizenId: CitizenId;
  readonly key: Key;
  readonly result: TurnResult;
}

type Turn = (talk: Talk) => Promise<TurnResult>;

export class StoredTalks implements Talks {
  private readonly database: Database;
  private readonly keys: KeyRing;
  private readonly inbox: Inbox;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(database: Database, keys: KeyRing, inbox: Inbox, clock: Clock, log: Log) {
    this.database = database;
    this.keys = keys;
    this.inbox = inbox;
    this.clock = clock;
    this.log = log;
  }

  put(entries: readonly NewEntry[]): Promise<void> {
    return this.inbox.put(entries);
  }

  take(limit: number, turn: Turn): Promise<number> {
    return this.database.run(async () => {
      const now = this.clock.now();
      const claimed = await this.database.query<Claimed>(CLAIM, [now, limit]);
      if (claimed.length === 0) return 0;
      const entries = await this.entriesOf(claimed.map((row) => row.citizen_id));
      const taken: Taken[] = [];
      const changes: EntryChange[] = [];
      let looked = 0;
      for (const row of claimed) {
        looked += 1;
        const rows = entries.get(row.citizen_id);
        const [first] = rows ?? [];
        // Another worker was just finishing with this citizen when we looked.
        if (!rows || !first || instantOf(first.due_at) > now) continue;
        const one = await this.takeOne(row, rows, turn);
        if (one.taken) taken.push(one.taken);
        else changes.push(pauseOf(row.citizen_id, Number(first.seq), now));
        // It may hold a running number or another's row: nobody waits for that longer than this turn, and two workers
        // never wait for each other. The others that were claimed are free again.
        if (one.hasStored) break;
      }
      changes.push(...taken.flatMap(changesOf));
      await this.store(taken, changes, now);
      return looked;
    });
  }

  async peek(limit: number): Promise<readonly Talk[]> {
    const due = await this.database.query<Claimed>(DUE, [this.clock.now(), limit]);
    if (due.length === 0) return [];
    const entries = await this.entriesOf(due.map((row) => row.citizen_id));
    return due.map((row) => this.talkOf(row, entries.get(row.citizen_id) ?? []));
  }

  async find(citizenId: CitizenId): Promise<Talk | undefined> {
    // The entries first: one that is heard in between is then found twice, and never missed.
    const entries = await this.entriesOf([citizenId]);
    const [row] = await this.database.query<Claimed>(ONE, [citizenId]);
    return row?.sealed ? this.talkOf(row, entries.get(citizenId) ?? []) : undefined;
  }

  async said(citizenId: CitizenId, { before, limit }: SaidPage): Promise<readonly SaidPart[]> {
    const rows = await this.database.query<PartRow>(SAID, [citizenId, before ?? null, limit]);
    return rows.map(({ seq, sealed, wrapped }) => ({
      seq: Number(seq),
      lines: openJson<readonly SaidLine[]>(this.keys.unwrap(citizenId, wrapped), sealed, partSealedAs(citizenId)),
    }));
  }

  async forgetSaid(citizenId: CitizenId): Promise<void> {
    await this.database.query('delete from said_part where citizen_id = $1', [citizenId]);
  }

  async forgetSaidBefore(moment: Instant): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(FORGET_SAID, [moment]);
    return Number(row?.count ?? 0);
  }

  private talkOf(row: Claimed, rows: readonly EntryRow[]): Talk {
    const citizenId = row.citizen_id;
    const key = this.keys.unwrap(citizenId, row.wrapped);
    const conversation = row.sealed && openJson<Conversation>(key, row.sealed, conversationSealedAs(citizenId));
    return { citizenId, conversation: conversation ?? undefined, entries: rows.map((entry) => openEntry(entry, key)) };
  }

  private async entriesOf(citizenIds: readonly CitizenId[]): Promise<ReadonlyMap<CitizenId, readonly EntryRow[]>> {
    const found = new Map<CitizenId, EntryRow[]>();
    for (const row of await this.database.query<EntryRow>(ENTRIES, [citizenIds])) {
      const rows = found.get(row.citizen_id) ?? [];
      rows.push(row);
      found.set(row.citizen_id, rows);
    }
    return found;
  }

  /** `taken` is absent when the turn broke; then all that it did is undone. */
  private async takeOne(
    row: Claimed,
    rows: readonly EntryRow[],
    turn: Turn,
  ): Promise<{ taken?: Taken; hasStored: boolean }> {
    const citizenId = row.citizen_id;
    let hasStored = false;
    try {
      const key = this.keys.unwrap(citizenId, row.wrapped);
      const talk = this.talkOf(row, rows);
      const result = await this.database.run(async () => {
        const returned = await turn(talk);
        hasStored = this.database.hasBegun;
        return returned;
      });
      return { taken: { citizenId, key, result }, hasStored };
    } catch (error) {
      this.log.alarm('talk.turn-broke', { citizenId }, error);
      return { hasStored };
    }
  }

  /** All that the turns returned, in one statement. What is of a citizen who was erased in his turn finds no place. */
  private async store(taken: readonly Taken[], changes: readonly EntryChange[], now: string): Promise<void> {
    if (changes.length === 0 && taken.length === 0) return;
    const messages = taken.flatMap(({ result }) => result.messages);
    const jobs = taken.flatMap(({ result }) => result.jobs);
    const parts = taken.filter(({ result }) => result.said.length > 0);
    const keys = await this.keysFor(taken, [...messages, ...jobs]);
    await this.database.query(STORE, [
      ...columnsOf(
        taken,
        ({ citizenId }) => citizenId,
        ({ citizenId, key, result }) => sealJson(key, result.conversation, conversationSealedAs(citizenId)),
        ({ result }) => JSON.stringify(result.conversation.heardOn ?? {}),
      ),
      ...columnsOf(
        changes,
        ({ citizenId }) => citizenId,
        ({ seq }) => seq,
        ({ status }) => status,
        ({ failures }) => failures,
        ({ dueAt }) => dueAt ?? null,
      ),
      ...messageColumns(messages, keys),
      now,
      ...jobColumns(jobs, keys),
      ...columnsOf(
        parts,
        ({ citizenId }) => citizenId,
        ({ result }) => result.said[0]?.at ?? now,
        ({ citizenId, key, result }) => sealJson(key, result.said, partSealedAs(citizenId)),
      ),
    ]);
  }

  /** Almost always a turn speaks to its own citizen, whose key is in hand. */
  private async keysFor(
    taken: readonly Taken[],
    items: readonly { readonly citizenId: CitizenId }[],
  ): Promise<ReadonlyMap<CitizenId, Key>> {
    const keys = new Map(taken.map(({ citizenId, key }) => [citizenId, key]));
    const others = items.map(({ citizenId }) => citizenId).filter((citizenId) => !keys.has(citizenId));
    if (others.length === 0) return keys;
    return new Map([...keys, ...(await this.keys.keysOf(others))]);
  }
}

function openEntry(row: EntryRow, key: Key): WaitingEntry {
  const body = openJson<SealedEntryBody>(key, row.sealed, entrySealedAs(row.citizen_id));
  return { ...body, citizenId: row.citizen_id, seq: Number(row.seq), attempts: row.attempts };
}

/** The citizen is left alone for a moment, so that a turn that breaks does not keep the workers busy. */
const pauseOf = (citizenId: CitizenId, seq: number, now: string): EntryChange => ({
  citizenId,
  seq,
  status: 'waiting',
  failures: 0,
  dueAt: plusMinutes(now, BROKEN_TURN_PAUSE_SECONDS / 60),
});

function changesOf({ citizenId, result }: Taken): EntryChange[] {
  const change = (status: EntryChange['status']) => (seq: number) => ({
    citizenId,
    seq,
    status,
    failures: 0,
    dueAt: undefined,
  });
  const changes: EntryChange[] = [...result.done.map(change('done')), ...result.setAside.map(change('set-aside'))];
  const { failed } = result;
  if (failed) changes.push({ citizenId, seq: failed.seq, status: 'waiting', failures: 1, dueAt: failed.retryAt });
  return changes;
}

// A citizen is due when the first entry that waits is. The row of his conversation is what a worker holds. The first
// entry is found by a subquery of one value, which is always looked up by index: the claim costs the same however many
// citizens there are.
const DUE = `
select i.citizen_id, c.sealed, k.wrapped
from inbox i
join conversation c on c.citizen_id = i.citizen_id
join citizen_key k on k.citizen_id = i.citizen_id
where i.status = 'waiting' and i.seq > 0 and i.due_at <= $1::timestamptz
  and i.seq = (select e.seq from inbox e
               where e.citizen_id = i.citizen_id and e.status = 'waiting' and e.attempts >= 0
               order by e.seq limit 1)
order by i.due_at, i.seq limit $2::integer`;

const ONE = `
select c.citizen_id, c.sealed, k.wrapped
from conversation c join citizen_key k on k.citizen_id = c.citizen_id
where c.citizen_id = $1::text`;

const CLAIM = `${DUE} for update of c skip locked`;

const ENTRIES = `
select i.* from unnest($1::text[]) as claimed (citizen_id)
cross join lateral (
  select e.citizen_id, e.seq, e.attempts, e.due_at, e.sealed from inbox e
  where e.citizen_id = claimed.citizen_id and e.status = 'waiting' and e.attempts >= 0 order by e.seq limit ${MOST_ENTRIES}
) i order by i.seq`;

const SAID = `
select s.seq, s.sealed, k.wrapped
from said_part s join citizen_key k on k.citizen_id = s.citizen_id
where s.citizen_id = $1::text and ($2::bigint is null or s.seq < $2::bigint)
order by s.seq desc limit $3::integer`;

const FORGET_SAID = `
with gone as (delete from said_part where said_at < $1::timestamptz returning 1) select count(*) from gone`;

// Of what was heard only the hash of its id stays, so that it is known when it comes again.
const STORE = `
with talking as (
  update conversation c set sealed = t.sealed, heard_on = t.heard_on::jsonb
  from unnest($1::text[], $2::bytea[], $3::text[]) as t (citizen_id, sealed, heard_on)
  where c.citizen_id = t.citizen_id
), entries as (
  update inbox i set status = e.status, attempts = i.attempts + e.failures, due_at = coalesce(e.due_at, i.due_at),
    sealed = case when e.status = 'done' then null else i.sealed end
  from unnest($4::text[], $5::bigint[], $6::text[], $7::integer[], $8::timestamptz[])
    as e (citizen_id, seq, status, failures, due_at)
  where i.citizen_id = e.citizen_id and i.seq = e.seq
), replying as (${newMessages(9, '$12')}), keeping as (
  insert into said_part (citizen_id, said_at, sealed)
  select s.citizen_id, s.said_at, s.sealed
  from unnest($17::text[], $18::timestamptz[], $19::bytea[]) as s (citizen_id, said_at, sealed)
  join citizen_key k on k.citizen_id = s.citizen_id
)
${newJobs(13)}`;
