import { plusMinutes } from '#domain/shared/time.ts';
import type { Reactions } from './ports/in/reacting.ts';
import type { Clock } from './ports/out/clock.ts';
import type { Jobs, LeasedJob } from './ports/out/jobs.ts';
import type { Log } from './ports/out/log.ts';
import { type ReactionName, reactionNames } from './reactions.ts';

/** Longer than the slowest reaction, which is reading a paper of several pages. */
const LEASE_SECONDS = 180;
/** With the pauses between them about a day and a half. */
const MOST_TRIES = 14;
/** Where a citizen waits before the screen, he hears after a minute that it did not work. */
const FEWER_TRIES: Readonly<Partial<Record<string, number>>> = {
  'accept-paper': 4,
  'transcribe-note': 3,
  'fetch-bill': 3,
};

export interface JobRunner {
  /** Does up to `limit` jobs, side by side. Returns how many were claimed. */
  run(limit: number): Promise<number>;
}

/** Does what follows from what happened. A job that fails is tried again later, and never stands in another's way. */
export class RunJobs implements JobRunner {
  private readonly jobs: Jobs;
  private readonly reactions: Reactions;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(jobs: Jobs, reactions: Reactions, clock: Clock, log: Log) {
    this.jobs = jobs;
    this.reactions = reactions;
    this.clock = clock;
    this.log = log;
  }

  async run(limit: number): Promise<number> {
    const leased = await this.jobs.lease(limit, LEASE_SECONDS, this.clock.now());
    await Promise.all(leased.map((job) => this.runOne(job)));
    return leased.length;
  }

  private async runOne(job: LeasedJob): Promise<void> {
    const isLastTry = job.attempts + 1 >= (FEWER_TRIES[job.kind] ?? MOST_TRIES);
    try {
      if (!isReaction(job.kind)) throw new Error('no reaction of this name');
      await this.reactions[job.kind](job, isLastTry);
      await this.jobs.done(job);
    } catch (error) {
      const ids = { jobId: job.id, kind: job.kind, attempts: job.attempts + 1 };
      if (isLastTry) this.log.alarm('job.given-up', ids, error);
      else this.log.warn('job.failed', { ...ids, code: codeOf(error) });
      await this.jobs.failed(job, codeOf(error), isLastTry ? undefined : this.retryAt(job.attempts));
    }
  }

  /** 2 s, 8 s, 32 s, 2 min, 9 min, 34 min, then every three hours. */
  private retryAt(attempts: number): string {
    const seconds = Math.min(2 * 4 ** Math.min(attempts, 8), 3 * 3600);
    return plusMinutes(this.clock.now(), seconds / 60);
  }
}

const isReaction = (kind: string): kind is ReactionName => reactionNames.some((name) => name === kind);

// The name of the mistake, and a failure's own code; never its message, which may quote data.
const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
