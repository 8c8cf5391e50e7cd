import type { JobPayload, Jobs, LeasedJob, NewJob } from '#application/ports/out/jobs.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import { type Key, openJson, sealJson } from '../sealing/index.ts';
import { messageId, parseMessageId } from '../store.ts';
import { columnsOf, type Database, instantOf } from './database.ts';
import type { KeyRing } from './key-ring.ts';

const sealedAs = (citizenId: CitizenId): string => `job/${citizenId}`;

/** The columns of new jobs, as `newJobs` takes them; those of citizens without a key are left out. */
export function jobColumns(jobs: readonly NewJob[], keys: ReadonlyMap<CitizenId, Key>): unknown[][] {
  const rows = jobs.flatMap(({ citizenId, kind, runAt, payload }) => {
    const key = keys.get(citizenId);
    return key ? [{ citizenId, kind, runAt, sealed: sealJson(key, payload, sealedAs(citizenId)) }] : [];
  });
  return columnsOf(
    rows,
    (row) => row.citizenId,
    (row) => row.kind,
    (row) => row.runAt,
    (row) => row.sealed,
  );
}

/** Takes four columns, from the given place on. */
export const newJobs = (first: number): string => `
  insert into job (citizen_id, kind, run_at, due_at, sealed)
  select j.citizen_id, j.kind, j.run_at, j.run_at, j.sealed
  from unnest($${first}::text[], $${first + 1}::text[], $${first + 2}::timestamptz[], $${first + 3}::bytea[])
    with ordinality as j (citizen_id, kind, run_at, sealed, place)
  join citizen_key k on k.citizen_id = j.citizen_id
  order by j.place`;

interface LeasedRow extends Readonly<Record<string, unknown>> {
  readonly citizen_id: string;
  readonly seq: string;
  readonly kind: string;
  readonly attempts: number;
  readonly run_at: unknown;
  readonly sealed: Buffer;
  readonly wrapped: Buffer;
}

export class StoredJobs implements Jobs {
  private readonly database: Database;
  private readonly keys: KeyRing;

  constructor(database: Database, keys: KeyRing) {
    this.database = database;
    this.keys = keys;
  }

  async add(jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const keys = await this.keys.keysOf(jobs.map(({ citizenId }) => citizenId));
    await this.database.query(newJobs(1), jobColumns(jobs, keys));
  }

  async lease(limit: number, leaseSeconds: number, now: Instant): Promise<readonly LeasedJob[]> {
    const until = plusMinutes(now, leaseSeconds / 60);
    const rows = await this.database.query<LeasedRow>(LEASE, [now, limit, until]);
    return rows.map((row) => ({
      id: messageId(row.citizen_id, row.seq),
      citizenId: row.citizen_id,
      kind: row.kind,
      runAt: instantOf(row.run_at),
      attempts: row.attempts - 1,
      payload: openJson<JobPayload>(
        this.keys.unwrap(row.citizen_id, row.wrapped),
        row.sealed,
        sealedAs(row.citizen_id),
      ),
    }));
  }

  async done(job: LeasedJob): Promise<void> {
    const place = parseMessageId(job.id);
    if (!place) return;
    await this.database.query('delete from job where citizen_id = $1 and seq = $2::bigint', [
      place.citizenId,
      place.seq,
    ]);
  }

  async failed(job: LeasedJob, code: string, retryAt?: Instant): Promise<void> {
    const place = parseMessageId(job.id);
    if (!place) return;
    // Not when the lease ran out and another worker has it.
    await this.database.query(
      `update job set code = $4, due_at = coalesce($5::timestamptz, due_at),
         status = case when $5::timestamptz is null then 'dead' else 'waiting' end
       where citizen_id = $1 and seq = $2::bigint and attempts = $3::integer and status = 'waiting'`,
      [place.citizenId, place.seq, job.attempts + 1, code, retryAt ?? null],
    );
  }
}

const LEASE = `
with due as (
  select j.citizen_id, j.seq from job j where j.status = 'waiting' and j.due_at <= $1::timestamptz
  order by j.due_at, j.seq limit $2::integer for update skip locked
), leased as (
  update job j set attempts = j.attempts + 1, due_at = $3::timestamptz
  from due where j.citizen_id = due.citizen_id and j.seq = due.seq
  returning j.citizen_id, j.seq, j.kind, j.attempts, j.run_at, j.sealed
)
select l.*, k.wrapped from leased l join citizen_key k on k.citizen_id = l.citizen_id order by l.run_at, l.seq`;
