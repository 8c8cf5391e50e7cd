import type { ActTerms } from '#domain/service-application/act-terms.ts';
import type { IsoDate } from '#domain/shared/time.ts';

/** By what time limits are counted, and what follows when they are not kept. */
export interface Calendar {
  /** The days on which offices are closed beside the weekends. */
  readonly holidays: ReadonlySet<IsoDate>;
  readonly terms: ActTerms;
}
