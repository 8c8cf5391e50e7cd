import { type Instant, plusHours, plusMinutes } from '../shared/time.ts';
import { TooManyPasswords, TooManyWrongPasswords } from './errors.ts';
import type { ProofLimits } from './proof-limits.ts';

export interface OneTimePasswordSnapshot {
  /** A keyed hash of the contact point: whose it is cannot be read from the table. */
  readonly id: string;
  /** The one that counts; sending another ends it. */
  readonly live?: { readonly codeHash: string; readonly expiresAt: Instant; readonly triesLeft: number };
  /** Within the last day. */
  readonly sentAt: readonly Instant[];
  readonly wrongAt: readonly Instant[];
}

/** `over`: none was sent, it was used, it has run out, or it was tried too often. */
export type Tried = 'right' | 'wrong' | 'over';

/** The passwords of one contact point: one at a time, each good for one right try within minutes (NIST SP 800-63B, 3.1.3.2). */
export class OneTimePassword {
  private state: OneTimePasswordSnapshot;

  private constructor(state: OneTimePasswordSnapshot) {
    this.state = state;
  }

  static restore(snapshot: OneTimePasswordSnapshot): OneTimePassword {
    return new OneTimePassword(snapshot);
  }

  static none(id: string): OneTimePassword {
    return new OneTimePassword({ id, sentAt: [], wrongAt: [] });
  }

  snapshot(): OneTimePasswordSnapshot {
    return this.state;
  }

  get triesLeft(): number {
    return this.state.live?.triesLeft ?? 0;
  }

  /** @throws TooManyPasswords @throws TooManyWrongPasswords */
  send(codeHash: string, now: Instant, limits: ProofLimits): void {
    const sentAt = withinADay(this.state.sentAt, now);
    const wrongAt = withinADay(this.state.wrongAt, now);
    if (wrongAt.length >= limits.wrongInADay.value) throw new TooManyWrongPasswords();
    const lately = sentAt.filter((at) => at > plusMinutes(now, -10));
    if (lately.length >= limits.sentInTenMinutes.value || sentAt.length >= limits.sentInADay.value)
      throw new TooManyPasswords();
    const expiresAt = plusMinutes(now, limits.passwordMinutes.value);
    const live = { codeHash, expiresAt, triesLeft: limits.triesOfOne.value };
    this.state = { id: this.state.id, live, sentAt: [...sentAt, now], wrongAt };
  }

  /** Never throws: a wrong try has to be stored, or it would not count. */
  try(codeHash: string, now: Instant, limits: ProofLimits): Tried {
    const { live, ...rest } = this.state;
    const wrongAt = withinADay(rest.wrongAt, now);
    const isOver = !live || live.expiresAt <= now || wrongAt.length >= limits.wrongInADay.value;
    if (isOver || live.triesLeft < 1) return 'over';
    if (live.codeHash === codeHash) {
      this.state = { ...rest, wrongAt: [] };
      return 'right';
    }
    this.state = { ...rest, live: { ...live, triesLeft: live.triesLeft - 1 }, wrongAt: [...wrongAt, now] };
    return 'wrong';
  }
}

const withinADay = (all: readonly Instant[], now: Instant): readonly Instant[] =>
  all.filter((at) => at > plusHours(now, -24));
