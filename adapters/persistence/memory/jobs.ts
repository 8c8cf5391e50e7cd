import type { Jobs, LeasedJob, NewJob } from '#application/ports/out/jobs.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';
import { messageId } from '../store.ts';
import type { Ground } from './aggregates.ts';
import { copyOf, Table } from './transactions.ts';

interface Row extends LeasedJob {
  readonly seq: number;
  readonly dueAt: Instant;
  /** Kept for the operator, with the reason. */
  readonly dead?: string;
}

export class InMemoryJobs implements Jobs {
  private readonly rows: Table<Row>;
  private readonly ground: Ground;
  private lastSeq = 0;

  constructor(ground: Ground) {
    this.ground = ground;
    this.rows = new Table(ground.transactions);
  }

  add(jobs: readonly NewJob[]): Promise<void> {
    return this.ground.transactions.within(() => {
      for (const job of jobs) {
        if (!this.ground.keys.isThere(job.citizenId)) continue;
        this.lastSeq += 1;
        const id = messageId(job.citizenId, this.lastSeq);
        this.rows.set(id, { ...copyOf(job), id, seq: this.lastSeq, attempts: 0, dueAt: job.runAt });
      }
    });
  }

  lease(limit: number, leaseSeconds: number, now: Instant): Promise<readonly LeasedJob[]> {
    return this.ground.transactions.within(() =>
      this.rows
        .values()
        .filter((row) => row.dead === undefined && row.dueAt <= now)
        .sort((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : one.seq - other.seq))
        .slice(0, limit)
        .map((row) => {
          this.rows.set(row.id, { ...row, attempts: row.attempts + 1, dueAt: plusMinutes(now, leaseSeconds / 60) });
          const { seq: _seq, dueAt: _dueAt, ...job } = row;
          return copyOf(job);
        }),
    );
  }

  done(job: LeasedJob): Promise<void> {
    return this.ground.transactions.within(() => this.rows.delete(job.id));
  }

  failed(job: LeasedJob, code: string, retryAt?: Instant): Promise<void> {
    return this.ground.transactions.within(() => {
      const row = this.rows.get(job.id);
      if (row?.attempts !== job.attempts + 1) return;
      this.rows.set(job.id, retryAt === undefined ? { ...row, dead: code } : { ...row, dueAt: retryAt });
    });
  }

  erase(citizenId: CitizenId): void {
    this.rows.deleteWhere((row) => row.citizenId === citizenId);
  }
}
