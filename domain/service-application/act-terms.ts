import type { Dated } from '../catalogue/service-definition.ts';

/** What the law promises around a time limit, as dated facts. */
export interface ActTerms {
  /** Rupees that the citizen may claim for each day of delay, and at most in all. */
  readonly compensationPerDay: Dated<number>;
  readonly compensationAtMost: Dated<number>;
  /** Days after which an application lapses whose citizen does not answer. */
  readonly answerWithinDays: Dated<number>;
  /** Parts of a step's days, in percent, after which its holder is reminded. */
  readonly remindAtPercent: Dated<readonly number[]>;
}
