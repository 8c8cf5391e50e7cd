import type { ReactionName } from '../../reactions.ts';
import type { LeasedJob } from '../out/jobs.ts';

/** Does one job. Throwing means that it is tried again later. */
export type Reaction = (job: LeasedJob) => Promise<void>;

/** Every reaction and what does it; the compiler checks that none is missing. */
export type Reactions = Readonly<Record<ReactionName, Reaction>>;
