import type { CitizenId } from '#domain/shared/ids.ts';

/** Forgetting a citizen, as the law gives him the right to (DPDP Act 2023, section 12). */
export interface Erasing {
  /** May he be forgotten now? @throws StillInHand while something that he filed is open */
  requireErasable(citizenId: CitizenId): Promise<void>;
  /** Destroys his key: nothing that was kept of him can be read any more. What remains are ids and the audit trail. */
  erase(citizenId: CitizenId): Promise<void>;
}
