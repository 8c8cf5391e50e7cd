import type { IsoDate } from '#domain/shared/time.ts';

/** The days on which offices are closed beside the weekends. */
export interface Calendar {
  readonly holidays: ReadonlySet<IsoDate>;
}
