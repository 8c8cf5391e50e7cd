import type { ContactPoint } from '../shared/contact-point.ts';
import type { CitizenId, OfficerId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import { type Instant, plusMinutes } from '../shared/time.ts';
import { SessionOver } from './errors.ts';
import type { SessionLimits } from './session-limits.ts';

/** `assisted`: said aloud to the operator by somebody who has no phone; `slip-code`: so too, by somebody who shows his slip. */
export type ConsentWay = 'one-time-password' | 'link-code' | 'slip-code' | 'assisted';

export type SessionEnd = 'finished' | 'idle' | 'replaced' | 'signed-out' | 'disabled';

export interface AssistedSessionSnapshot {
  readonly id: string;
  readonly citizenId: CitizenId;
  readonly operatorId: OfficerId;
  /** The screen's own name, such as `K-04`. */
  readonly kiosk: string;
  /** Where it stood. */
  readonly place: string;
  /** The number that the citizen drew in the queue. */
  readonly queueToken?: string;
  readonly language: Language;
  /** Which text the citizen agreed to, how, and when. */
  readonly consent: { readonly how: ConsentWay; readonly noticeVersion: string; readonly at: Instant };
  readonly openedAt: Instant;
  /** When the citizen or the operator did something last. */
  readonly activeAt: Instant;
  readonly ended?: { readonly at: Instant; readonly why: SessionEnd };
  /** Files sent in it and not yet removed. */
  readonly files: readonly string[];
}

/** One citizen at a shared screen, with an operator: it begins with his consent, and nothing of it outlasts its end. */
export class AssistedSession {
  private state: AssistedSessionSnapshot;

  private constructor(state: AssistedSessionSnapshot) {
    this.state = state;
  }

  static restore(snapshot: AssistedSessionSnapshot): AssistedSession {
    // One that was opened before places were known has none.
    return new AssistedSession({ ...snapshot, place: snapshot.place ?? '' });
  }

  static open(
    opening: Omit<AssistedSessionSnapshot, 'openedAt' | 'activeAt' | 'ended' | 'files' | 'consent'> & {
      readonly consent: Omit<AssistedSessionSnapshot['consent'], 'at'>;
    },
    now: Instant,
  ): AssistedSession {
    const consent = { ...opening.consent, at: now };
    return new AssistedSession({ ...opening, consent, openedAt: now, activeAt: now, files: [] });
  }

  snapshot(): AssistedSessionSnapshot {
    return this.state;
  }

  get isOpen(): boolean {
    return this.state.ended === undefined;
  }

  /** Is it over by the clock, though nobody has ended it yet? */
  isStale(now: Instant, { idleMinutes, mostMinutes }: SessionLimits): boolean {
    const { activeAt, openedAt } = this.state;
    return now >= plusMinutes(activeAt, idleMinutes) || now >= plusMinutes(openedAt, mostMinutes);
  }

  /** @throws SessionOver, also for another operator: whose session it is is nobody's business */
  requireOpen(operatorId: OfficerId, now: Instant, limits: SessionLimits): void {
    if (!this.isOpen || operatorId !== this.state.operatorId || this.isStale(now, limits)) throw new SessionOver();
  }

  /** Somebody did something. @throws SessionOver */
  touch(operatorId: OfficerId, now: Instant, limits: SessionLimits): void {
    this.requireOpen(operatorId, now, limits);
    this.state = { ...this.state, activeAt: now };
  }

  addFile(id: string): void {
    this.state = { ...this.state, files: [...this.state.files, id] };
  }

  forgetFiles(): void {
    this.state = { ...this.state, files: [] };
  }

  /** The first end counts. */
  end(why: SessionEnd, now: Instant): void {
    if (this.isOpen) this.state = { ...this.state, ended: { at: now, why } };
  }
}

/** Where a citizen is reached while his session lasts. */
export const screenOf = (sessionId: string): ContactPoint => ({
  channel: 'kiosk',
  kind: 'user-id',
  address: sessionId,
});
