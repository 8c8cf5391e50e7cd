import type { ReactionName } from '#application/reactions.ts';
import type { LeasedJob } from '../out/jobs.ts';

/** Does one job. Throwing means that it is tried again later, unless this was the last try: then it must say so itself. */
export type Reaction = (job: LeasedJob, isLastTry: boolean) => Promise<void>;

/** Every reaction and what does it; the compiler checks that none is missing. */
export type Reactions = Readonly<Record<ReactionName, Reaction>>;
