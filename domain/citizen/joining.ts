import type { CitizenId } from '../shared/ids.ts';

/** Somebody as far as joining is concerned. */
export interface Joined {
  readonly citizenId: CitizenId;
  /** He filed something, or allowed the use of his data for it. */
  readonly hasFiles: boolean;
}

/**
 * Two records turn out to be one person: which of them goes on? The one with files; of two without, the one that was
 * asked to. Nobody's files are moved to another record, so two with files stay two: then there is no answer.
 */
export const whoGoesOn = (asked: Joined, other: Joined): CitizenId | undefined => {
  if (!other.hasFiles) return asked.citizenId;
  return asked.hasFiles ? undefined : other.citizenId;
};
