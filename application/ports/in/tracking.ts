import type { Standing } from '#domain/conversation/event.ts';
import type { CitizenId } from '#domain/shared/ids.ts';

export interface Tracking {
  /** Where all that a citizen filed stands, newest first. */
  track(citizenId: CitizenId): Promise<readonly Standing[]>;
}
