import type { CitizenId, ConsentId } from '../shared/ids.ts';
import type { Instant } from '../shared/time.ts';

/**
 * The record that a citizen allowed one declared use of his data (DPDP Act 2023, section 6): shown which notice,
 * in which language, on which channel, until when. It can be withdrawn at any time.
 */
export interface ConsentSnapshot {
  readonly id: ConsentId;
  readonly citizenId: CitizenId;
  /** The service whose handling was consented to, such as `birth-certificate`. */
  readonly purpose: string;
  /** The version of the notice that stood before the citizen when he said yes. */
  readonly noticeVersion: string;
  readonly language: string;
  readonly channel: string;
  readonly givenAt: Instant;
  readonly withdrawnAt?: Instant;
}

export class Consent {
  private state: ConsentSnapshot;

  private constructor(state: ConsentSnapshot) {
    this.state = state;
  }

  static restore(snapshot: ConsentSnapshot): Consent {
    return new Consent(snapshot);
  }

  static give(given: Omit<ConsentSnapshot, 'givenAt' | 'withdrawnAt'>, now: Instant): Consent {
    return new Consent({ ...given, givenAt: now });
  }

  snapshot(): ConsentSnapshot {
    return this.state;
  }

  get holds(): boolean {
    return this.state.withdrawnAt === undefined;
  }

  withdraw(now: Instant): void {
    if (this.holds) this.state = { ...this.state, withdrawnAt: now };
  }
}
