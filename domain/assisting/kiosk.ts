import type { OfficerId } from '../shared/ids.ts';
import type { Instant } from '../shared/time.ts';
import { EnrolmentUnknown, KioskDisabled, KioskUnknown } from './errors.ts';

/** `awaited`: no device has taken its place yet. */
export type KioskState = 'awaited' | 'enrolled' | 'disabled';

export interface KioskSnapshot {
  /** What stands on it, such as `K-04`. */
  readonly id: string;
  /** Where it stands, as people say it. */
  readonly place: string;
  /** Of the device that is this kiosk now; its other half never leaves the device. */
  readonly publicKey?: string;
  readonly enrolledAt?: Instant;
  /** The code by which one device may become this kiosk, as a keyed hash. */
  readonly enrolment?: { readonly codeHash: string; readonly expiresAt: Instant };
  readonly disabled?: { readonly at: Instant; readonly by: OfficerId };
}

/** Letters and digits in a code by which a device becomes a kiosk. */
export const ENROLMENT_CODE_LENGTH = 12;

/** As it is shown to the administrator, in thirds: `7MP3-4QXW-K9RT`. */
export const shownEnrolmentCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;

/** As it was made, however it is typed. */
export const typedEnrolmentCode = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** A shared screen that stands somewhere. It serves with the one device that was let in, until it is disabled. */
export class Kiosk {
  private state: KioskSnapshot;

  private constructor(state: KioskSnapshot) {
    this.state = state;
  }

  static restore(snapshot: KioskSnapshot): Kiosk {
    return new Kiosk(snapshot);
  }

  static standing(id: string, place: string): Kiosk {
    return new Kiosk({ id, place });
  }

  snapshot(): KioskSnapshot {
    return this.state;
  }

  get standing(): KioskState {
    if (this.state.disabled) return 'disabled';
    return this.state.publicKey === undefined ? 'awaited' : 'enrolled';
  }

  /** Another device may come with this code; until it does, the one that is there goes on. */
  expectDevice(place: string, codeHash: string, expiresAt: Instant): void {
    this.state = { ...this.state, place, enrolment: { codeHash, expiresAt } };
  }

  /** The device with this key is the kiosk from now on; a code lets in one. @throws EnrolmentUnknown @throws KioskDisabled */
  enrol(publicKey: string, codeHash: string, now: Instant): void {
    const { enrolment, disabled, ...rest } = this.state;
    if (!enrolment || enrolment.codeHash !== codeHash || enrolment.expiresAt <= now) throw new EnrolmentUnknown();
    if (disabled) throw new KioskDisabled();
    this.state = { ...rest, publicKey, enrolledAt: now };
  }

  /** @throws KioskDisabled @throws KioskUnknown */
  requireServing(): void {
    if (this.standing === 'disabled') throw new KioskDisabled();
    if (this.standing === 'awaited') throw new KioskUnknown();
  }

  /** The first time counts. */
  disable(by: OfficerId, now: Instant): void {
    this.state = { disabled: { at: now, by }, ...this.state };
  }

  /** The same device serves again. */
  enable(): void {
    const { disabled: _, ...rest } = this.state;
    this.state = rest;
  }
}
