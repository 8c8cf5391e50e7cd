import type { Handover } from '#domain/handover/handover.ts';
import type { DepartmentId } from '#domain/shared/ids.ts';
import type { Repository } from './repositories.ts';

/** Talks that citizens wanted to have with a person. */
export interface Handovers extends Repository<Handover, string> {
  /** Those of a department that have not ended, the longest waiting first; at most `limit`. */
  openIn(department: DepartmentId, limit: number): Promise<readonly Handover[]>;
}
