import type { Dated } from '../catalogue/service-definition.ts';

/** How proofs of contact points are limited; an installation's own, dated as rules of others change. */
export interface ProofLimits {
  /** Minutes for which a one-time password can be given back. */
  readonly passwordMinutes: Dated<number>;
  /** Tries of one password. */
  readonly triesOfOne: Dated<number>;
  /** Passwords sent to one contact point within ten minutes, and within a day. */
  readonly sentInTenMinutes: Dated<number>;
  readonly sentInADay: Dated<number>;
  /** Wrong tries at one contact point within a day; a new password does not start them anew. */
  readonly wrongInADay: Dated<number>;
  /** Minutes for which a code that joins two talks can be used. */
  readonly linkMinutes: Dated<number>;
  /** Days for which the code on a printed slip can be used: as long as what was begun is kept. */
  readonly slipDays: Dated<number>;
}
