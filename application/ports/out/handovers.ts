import type { Handover } from '#domain/handover/handover.ts';
import type { DepartmentId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Repository } from './repositories.ts';

/** Talks that citizens wanted to have with a person. */
export interface Handovers extends Repository<Handover, string> {
  /** Those of a department that have not ended, the longest waiting first; at most `limit`. */
  openIn(department: DepartmentId, limit: number): Promise<readonly Handover[]>;
  /** Those that an officer took and that have rested since a moment or longer, those that rest longest first; at most `limit`. */
  restingSince(moment: Instant, limit: number): Promise<readonly Handover[]>;
  /** Those that were asked for before a moment, open or not, the oldest first; at most `limit`. */
  askedBefore(moment: Instant, limit: number): Promise<readonly Handover[]>;
  remove(id: string): Promise<void>;
}
