import type { OptIn } from '#domain/notification/opt-in.ts';
import type { OfficerId } from '#domain/shared/ids.ts';

/** What shows that a person wanted to be written to, for whoever asks about it. */
export interface ShowingOptIn {
  /** By a mobile number as people write it; each citizen who is reached there. Every look is written down. */
  show(officerId: OfficerId, number: string): Promise<readonly ShownOptIn[]>;
}

export interface ShownOptIn {
  /** Absent: he has never spoken to us, and no news leave to him. */
  readonly optIn?: OptIn;
  /** He has said STOP since. */
  readonly stopped: boolean;
}
