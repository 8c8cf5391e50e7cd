import type { CitizenId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';

/** Work that follows from something stored: done after it, at least once, each by itself. */
export interface Jobs {
  /** Takes part in a surrounding transaction. */
  add(jobs: readonly NewJob[]): Promise<void>;
  /** Claims jobs that are due, for `leaseSeconds`; then they are free again for another worker. */
  lease(limit: number, leaseSeconds: number, now: Instant): Promise<readonly LeasedJob[]>;
  done(job: LeasedJob): Promise<void>;
  /** Tried again at `retryAt`; without it, kept for the operator and never tried again. */
  failed(job: LeasedJob, code: string, retryAt?: Instant): Promise<void>;
}

export interface NewJob {
  readonly citizenId: CitizenId;
  /** The name of the reaction that does it. */
  readonly kind: string;
  /** Stored sealed: may hold personal data. */
  readonly payload: JobPayload;
  readonly runAt: Instant;
}

export type JobPayload = Readonly<Record<string, unknown>>;

export interface LeasedJob extends NewJob {
  readonly id: string;
  readonly attempts: number;
}
