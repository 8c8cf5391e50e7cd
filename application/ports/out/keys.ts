import type { CitizenId } from '#domain/shared/ids.ts';

/** Each citizen's own key; destroying it makes all that was sealed with it unreadable for ever. */
export interface Keys {
  /** 32 bytes; absent when the citizen has been erased. */
  keyOf(citizenId: CitizenId): Promise<Uint8Array | undefined>;
}
