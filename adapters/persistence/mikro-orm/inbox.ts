import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '#application/ports/out/clock.ts';
import type { NewEntry } from '#application/ports/out/talks.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { sealJson } from '../sealing/index.ts';
import { columnsOf, type Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';

/** What is sealed of an entry; the rest is in clear beside it. */
export type SealedEntryBody = Omit<NewEntry, 'citizenId'>;

export const entrySealedAs = (citizenId: CitizenId): string => `inbox/${citizenId}`;

/** Entries in one statement, at most. */
const MOST_IN_ONE = 500;

interface Waiting {
  readonly entries: readonly NewEntry[];
  readonly stored: () => void;
  readonly failed: (error: unknown) => void;
}

/** Takes in entries. While a statement is under way the next ones gather, and go together: many webhooks, one commit. */
export class Inbox {
  private readonly database: Database;
  private readonly keys: KeyRing;
  private readonly clock: Clock;
  private readonly onGone: (citizenId: CitizenId) => void;
  private readonly queue: Waiting[] = [];
  private isUnderWay = false;
  /** What is gathered from many belongs to the transaction of none. */
  private readonly outside = AsyncLocalStorage.snapshot();

  /** `onGone`: a citizen who is not there any more was written to. */
  constructor(database: Database, keys: KeyRing, clock: Clock, onGone: (citizenId: CitizenId) => void) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    this.onGone = onGone;
  }

  async put(entries: readonly NewEntry[]): Promise<void> {
    if (entries.length === 0) return;
    if (this.database.isInTransaction) return this.store(entries);
    await new Promise<void>((stored, failed) => {
      this.queue.push({ entries, stored, failed });
      this.startNext();
    });
  }

  private startNext(): void {
    // One at a time: what a citizen says in two messages stays in order.
    if (this.isUnderWay || this.queue.length === 0) return;
    this.isUnderWay = true;
    // What arrives in the same turn of the event loop goes along.
    setImmediate(() => this.outside(() => void this.sendGathered()));
  }

  private async sendGathered(): Promise<void> {
    const together: Waiting[] = [];
    for (let count = 0; count < MOST_IN_ONE && this.queue.length > 0; ) {
      const next = this.queue.shift();
      if (!next) break;
      together.push(next);
      count += next.entries.length;
    }
    try {
      if (together.length > 0) await this.store(together.flatMap(({ entries }) => entries));
      for (const each of together) each.stored();
    } catch (error) {
      for (const each of together) each.failed(error);
    } finally {
      this.isUnderWay = false;
      this.startNext();
    }
  }

  private async store(entries: readonly NewEntry[]): Promise<void> {
    const keys = await this.keys.keysOf(entries.map(({ citizenId }) => citizenId));
    const rows = entries.flatMap((entry) => {
      const key = keys.get(entry.citizenId);
      if (!key) return [];
      const { citizenId, ...body } = entry;
      const hash = this.keys.hash(`${entry.source}/${entry.sourceId}`);
      return [{ citizenId, hash, sealed: sealJson(key, body, entrySealedAs(citizenId)) }];
    });
    for (const { citizenId } of entries) if (!keys.has(citizenId)) this.onGone(citizenId);
    if (rows.length === 0) return;
    const columns = columnsOf(
      rows,
      (row) => row.citizenId,
      (row) => row.hash,
      (row) => row.sealed,
    );
    const there = await this.database.query<{ citizen_id: string }>(PUT, [...columns, this.clock.now()]);
    const present = new Set(there.map((row) => row.citizen_id));
    for (const { citizenId } of rows) if (!present.has(citizenId)) this.onGone(citizenId);
  }
}

// Ordered by citizen, so that two processes that store the same citizens at once never lock each other out.
const PUT = `
with given as (
  select g.* from unnest($1::text[], $2::bytea[], $3::bytea[]) with ordinality as g (citizen_id, source_hash, sealed, place)
  join citizen_key k on k.citizen_id = g.citizen_id
), talking as (
  insert into conversation (citizen_id) select distinct citizen_id from given order by 1 on conflict do nothing
), stored as (
  insert into inbox (citizen_id, source_hash, sealed, put_at, due_at)
  select citizen_id, source_hash, sealed, $4::timestamptz, $4::timestamptz from given order by citizen_id, place
  on conflict (citizen_id, source_hash) do nothing
)
select distinct citizen_id from given`;
