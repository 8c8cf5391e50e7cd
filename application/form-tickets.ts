import { FormOver } from '#domain/conversation/errors.ts';
import { FORM_HOURS } from '#domain/conversation/form-offer.ts';
import type { ApplicationId, CitizenId, ServiceId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { type Instant, plusHours } from '#domain/shared/time.ts';
import type { Clock } from './ports/out/clock.ts';
import type { KeyedHash } from './ports/out/hashing.ts';

/** Whom and what a form beside the talk belongs to. */
export interface FormTicket {
  readonly citizenId: CitizenId;
  readonly applicationId: ApplicationId;
  readonly serviceId: ServiceId;
  /** The definition's version that the form was made from. */
  readonly version: string;
  readonly language: Language;
}

/** Makes and reads the tickets by which a form finds back to its talk: signed by us, for one form, and soon over. */
export class FormTickets {
  private readonly hash: KeyedHash;
  private readonly clock: Clock;

  constructor(hash: KeyedHash, clock: Clock) {
    this.hash = hash;
    this.clock = clock;
  }

  issue({ citizenId, applicationId, serviceId, version, language }: FormTicket): string {
    const until = plusHours(this.clock.now(), FORM_HOURS);
    const said = [citizenId, applicationId, serviceId, version, language, until].join('~');
    return `${said}~${this.signatureOf(said)}`;
  }

  /** @throws FormOver for what we did not sign, and for what we signed too long ago */
  open(ticket: string): FormTicket {
    const parts = ticket.split('~');
    const [citizenId, applicationId, serviceId, version, language, until, signature] = parts;
    if (!citizenId || !applicationId || !serviceId || !version || !language || !until || parts.length !== 7)
      throw new FormOver();
    // Both hashed once more, so that the time that comparing takes tells nothing.
    const isOurs = this.hash(signature ?? '') === this.hash(this.signatureOf(parts.slice(0, -1).join('~')));
    if (!isOurs || (until as Instant) < this.clock.now()) throw new FormOver();
    return { citizenId, applicationId, serviceId, version, language };
  }

  private signatureOf(said: string): string {
    return this.hash(`form-ticket/${said}`);
  }
}
