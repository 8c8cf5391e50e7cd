import { type ContactPoint, contactPointKey } from '../shared/contact-point.ts';
import type { CitizenId } from '../shared/ids.ts';
import type { Instant } from '../shared/time.ts';

/** What shows that a contact point is this person's. */
export type Proof = 'provider' | 'one-time-password' | 'operator';

export interface CitizenSnapshot {
  readonly id: CitizenId;
  readonly contactPoints: readonly { readonly point: ContactPoint; readonly proof: Proof; readonly since: Instant }[];
  readonly since: Instant;
}

/** The person served. He has an own id; numbers come, go and are shared. */
export class Citizen {
  private state: CitizenSnapshot;

  private constructor(state: CitizenSnapshot) {
    this.state = state;
  }

  static restore(snapshot: CitizenSnapshot): Citizen {
    return new Citizen(snapshot);
  }

  /** First seen by what a provider says of the sender. */
  static register(id: CitizenId, points: readonly ContactPoint[], now: Instant): Citizen {
    const citizen = new Citizen({ id, contactPoints: [], since: now });
    for (const point of points) citizen.addContactPoint(point, 'provider', now);
    return citizen;
  }

  snapshot(): CitizenSnapshot {
    return this.state;
  }

  /** Returns whether it is new. */
  addContactPoint(point: ContactPoint, proof: Proof, now: Instant): boolean {
    const key = contactPointKey(point);
    if (this.state.contactPoints.some((known) => contactPointKey(known.point) === key)) return false;
    this.state = { ...this.state, contactPoints: [...this.state.contactPoints, { point, proof, since: now }] };
    return true;
  }

  /** Is he reached anywhere but at a shared screen? */
  get hasOwnPhone(): boolean {
    return this.state.contactPoints.some(({ point }) => point.channel !== 'kiosk');
  }

  /** He is no longer reached there, as after a session at a kiosk. */
  removeContactPoint(point: ContactPoint): void {
    const key = contactPointKey(point);
    const contactPoints = this.state.contactPoints.filter((known) => contactPointKey(known.point) !== key);
    this.state = { ...this.state, contactPoints };
  }

  /**
   * He has given up an address, and another person may have it by now: nothing reaches him there any more, by whatever
   * channel he was reached there. What he got after `at` stays, for a provider may tell late, and again.
   */
  leave({ kind, address }: ContactPoint, at: Instant): void {
    const contactPoints = this.state.contactPoints.filter(
      ({ point, since }) => point.kind !== kind || point.address !== address || since > at,
    );
    this.state = { ...this.state, contactPoints };
  }
}
