import type { PlaceWanted } from '#domain/booking/slots.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';

/** Who has which place in a slot. No two ever have the same: that is kept by the store itself. */
export interface Places {
  /** Takes a free place in each slot until `until`, giving back what `by` had before; `false`, and nothing changed, when one slot is full. */
  hold(wanted: PlaceWanted, by: ApplicationId, until: Instant, now: Instant): Promise<boolean>;
  /** For good. `false` when the places were lost because the time for them was over. */
  confirm(by: ApplicationId): Promise<boolean>;
  free(by: ApplicationId): Promise<void>;
  /** The places gone in the slots from one to another, both included. */
  taken(
    resource: string,
    slots: { readonly from: string; readonly to: string },
    now: Instant,
  ): Promise<ReadonlyMap<string, ReadonlySet<number>>>;
}
