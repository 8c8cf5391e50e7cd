import type { Kiosk } from '#domain/assisting/kiosk.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Repository } from './repositories.ts';

export interface Kiosks extends Repository<Kiosk, string> {
  /** By their ids. */
  all(): Promise<readonly SeenKiosk[]>;
  /** Which one waits for a device with this code. */
  awaiting(codeHash: string): Promise<Kiosk | undefined>;
  /** The ids of those that are disabled: asked often, and few. */
  disabled(): Promise<ReadonlySet<string>>;
  /** These have just shown that they are there. */
  noteSeen(ids: readonly string[], at: Instant): Promise<void>;
}

export interface SeenKiosk {
  readonly kiosk: Kiosk;
  /** Absent: never. */
  readonly seenAt?: Instant;
}
