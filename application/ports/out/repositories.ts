import type { AuditEntry, SealedEntry } from '#domain/audit/audit-entry.ts';
import type { Citizen } from '#domain/citizen/citizen.ts';
import type { LinkCodeKind } from '#domain/citizen/link-code.ts';
import type { OneTimePassword } from '#domain/citizen/one-time-password.ts';
import type { Consent } from '#domain/consent/consent.ts';
import type { Officer } from '#domain/department/officer.ts';
import type { Certificate } from '#domain/document/certificate.ts';
import type { Paper } from '#domain/document/paper.ts';
import type { Demand } from '#domain/payment/demand.ts';
import type { Payment } from '#domain/payment/payment.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type {
  ApplicationId,
  CitizenId,
  DemandId,
  OfficerId,
  PaperId,
  PaymentId,
  ServiceId,
} from '#domain/shared/ids.ts';
import type { Instant, IsoDate } from '#domain/shared/time.ts';

/** A kind of aggregate in the store. Every method takes part in a surrounding transaction, or has one of its own. */
export interface Repository<Aggregate, Key> {
  find(key: Key): Promise<Aggregate | undefined>;
  /** Does nothing when the key is there already. Returns whether it was new. */
  add(aggregate: Aggregate): Promise<boolean>;
  /** Loads, changes and stores under a lock. Absent when there is none. What `change` throws, it throws, and nothing is stored. */
  update(key: Key, change: (aggregate: Aggregate) => void): Promise<Aggregate | undefined>;
}

export interface Citizens extends Repository<Citizen, CitizenId> {
  /** Who is behind each contact point, in the order asked; kept at hand, for every message asks. */
  behind(points: readonly ContactPoint[]): Promise<readonly (CitizenId | undefined)[]>;
  /** Gives a contact point to a citizen, taking it from whoever had it: a number has changed hands. */
  moveContactPoint(point: ContactPoint, to: CitizenId, now: Instant): Promise<void>;
  /** Destroys the citizen's key, after which nothing sealed with it can be read, and removes his contact points. */
  erase(id: CitizenId): Promise<void>;
}

/** By keyed hash of the contact point; of nobody in particular until a password is given back. */
export interface OneTimePasswords extends Repository<OneTimePassword, string> {}

/** Codes that join two talks, stored as keyed hashes; each is taken once. */
export interface LinkCodes {
  put(code: { hash: string; citizenId: CitizenId; kind: LinkCodeKind; expiresAt: Instant }): Promise<void>;
  /** Whose code it is, and then it is no more; absent when it was taken, has run out, or never was. */
  take(hash: string, now: Instant): Promise<{ citizenId: CitizenId; kind: LinkCodeKind } | undefined>;
  /** None of his codes can be used any more. */
  forget(citizenId: CitizenId): Promise<void>;
}

/** Tickets that let somebody in once, in whatever process; kept until they would have run out anyway. */
export interface UsedTickets {
  /** Whether this is its first use. */
  use(id: string, until: Instant): Promise<boolean>;
}

export interface Consents extends Repository<Consent, string> {
  /** Those that hold now. */
  heldBy(citizenId: CitizenId): Promise<readonly Consent[]>;
}

export interface ServiceApplications extends Repository<ServiceApplication, ApplicationId> {
  /** Newest first. */
  of(citizenId: CitizenId): Promise<readonly ServiceApplication[]>;
  /** Those with this mark of what they are about, newest first, whoever filed them. */
  about(mark: string): Promise<readonly ServiceApplication[]>;
  inOffice(filter: OfficeFilter, part: OfficePart): Promise<readonly ServiceApplication[]>;
  countInOffice(filter: OfficeFilter): Promise<number>;
}

export interface OfficeFilter {
  readonly services: readonly ServiceId[];
  readonly statuses: readonly string[];
  /** Also what is issued already and must still be looked at by this role. */
  readonly checkedBy?: string;
  /** Without those that joined another: that one is worked on. */
  readonly isLeading?: true;
  readonly dueBefore?: IsoDate;
  readonly acknowledgementNumber?: string;
}

/** Those due first, first; those filed first, first; or service by service, in each those due first. */
export const officeOrders = ['due', 'submitted', 'service'] as const;
export type OfficeOrder = (typeof officeOrders)[number];

/** So many of the files found, after the first `skip`. */
export interface OfficePart {
  readonly order?: OfficeOrder;
  readonly skip?: number;
  readonly limit: number;
}

export interface Papers extends Repository<Paper, PaperId> {
  remove(id: PaperId): Promise<void>;
}

export interface Demands extends Repository<Demand, DemandId> {
  ofApplication(applicationId: ApplicationId): Promise<Demand | undefined>;
  /** Which of these demands of a bill source have been paid here. */
  paidAmong(billedIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface Payments extends Repository<Payment, PaymentId> {
  ofDemand(demandId: DemandId): Promise<readonly Payment[]>;
  /** Those about which the gateway is to be asked by now, who waits longest first. */
  dueForLook(now: Instant, limit: number): Promise<readonly Payment[]>;
}

export interface Certificates extends Repository<Certificate, string> {
  ofApplication(applicationId: ApplicationId): Promise<readonly Certificate[]>;
}

export interface Officers {
  find(id: OfficerId): Promise<Officer | undefined>;
  bySignInName(name: string): Promise<{ officer: Officer; passwordHash: string } | undefined>;
  /** Stored or replaced, by sign-in name. */
  put(officer: Officer, passwordHash: string): Promise<void>;
}

/** Sign-ins of officers. Tokens are stored as hashes only. */
export interface OfficeSessions {
  open(session: { tokenHash: string; csrfToken: string; officerId: OfficerId; expiresAt: Instant }): Promise<void>;
  find(
    tokenHash: string,
    now: Instant,
  ): Promise<{ csrfToken: string; officerId: OfficerId; expiresAt: Instant } | undefined>;
  close(tokenHash: string): Promise<void>;
}

export interface AuditLog {
  /** Seals the entry to the one before; takes part in a surrounding transaction. */
  append(entry: AuditEntry): Promise<void>;
  /** In order of position, after `position`. */
  after(position: number, limit: number): Promise<readonly SealedEntry[]>;
}

/**
 * Running numbers without gaps. The same subject asked for again gets the same number, so that a repeated act wastes
 * none; a number taken in a transaction that fails is given to the next.
 */
export interface Numbers {
  next(series: string, subject: string): Promise<number>;
}
