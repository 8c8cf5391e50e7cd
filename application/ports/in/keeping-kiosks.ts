import type { KioskSnapshot, KioskState } from '#domain/assisting/kiosk.ts';
import type { OfficerId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';

/** Which devices may be kiosks. Everything that changes is written down with the kiosk and its place. */
export interface KeepingKiosks {
  all(): Promise<readonly KnownKiosk[]>;
  /**
   * A code by which one device becomes this kiosk. Of a kiosk that is there already, another device takes its place by it.
   * Only the administrator to whom it is told knows it.
   */
  expectDevice(by: OfficerId, kiosk: { id: string; place: string }): Promise<{ code: string; until: Instant }>;
  /** Its sessions end at once, and no other begins there. @throws KioskUnknown */
  disable(by: OfficerId, id: string): Promise<void>;
  /** @throws KioskUnknown */
  enable(by: OfficerId, id: string): Promise<void>;

  /** The device with this key is the kiosk from now on. @throws EnrolmentUnknown @throws KioskDisabled */
  enrol(operatorId: OfficerId, device: { code: string; publicKey: string }): Promise<KioskSnapshot>;
  /** A device becomes a kiosk of its own; in a demonstration only. @throws EnrolmentUnknown */
  enrolItself(operatorId: OfficerId, publicKey: string): Promise<KioskSnapshot>;
  /** Its key, while it serves. @throws KioskUnknown @throws KioskDisabled */
  keyOf(id: string): Promise<string>;
  find(id: string): Promise<KnownKiosk | undefined>;
  disabled(): Promise<ReadonlySet<string>>;
  noteSeen(ids: readonly string[]): Promise<void>;
}

export interface KnownKiosk {
  readonly id: string;
  readonly place: string;
  readonly state: KioskState;
  /** Absent: no device of it has been seen yet. */
  readonly seenAt?: Instant;
  /** Until when the last code lets a device in. */
  readonly awaitedUntil?: Instant;
}
