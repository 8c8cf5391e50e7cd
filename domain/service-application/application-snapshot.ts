import type { SecondReason } from '../catalogue/second-reasons.ts';
import type { Answers, ServiceKind, Step } from '../catalogue/service-definition.ts';
import type {
  ApplicationId,
  CitizenId,
  DepartmentId,
  DocumentId,
  OfficerId,
  PaperId,
  ServiceId,
} from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import type { Instant, IsoDate } from '../shared/time.ts';
import type { ApplicationStatus } from './status.ts';

export type ApplicationEventType =
  | 'ApplicationFiled'
  | 'FeeAsked'
  | 'QueryRaised'
  | 'QueryAnswered'
  | 'StepTaken'
  | 'ApplicationApproved'
  | 'ApplicationRejected'
  | 'ApplicationWithdrawn'
  | 'ApplicationLapsed'
  | 'ApplicationOverdue'
  | 'AppealFiled'
  | 'AppealDismissed'
  | 'ApplicationCorrected'
  | 'ApplicationRevoked'
  | 'CertificateDelivered'
  | 'StepReminded'
  | 'StepEscalated'
  | 'RenewalDue'
  | 'ComplaintStarted'
  | 'ComplaintResolved'
  | 'ComplaintReopened'
  | 'ComplaintClosed'
  | 'BookingConfirmed'
  | 'BookingMoved'
  | 'BookingCancelled'
  | 'BookingEnded'
  | 'BookingNear'
  | 'FeeToReturn'
  | 'DuesPaid';

/** What a citizen files with a department: an application, a complaint, a booking, a payment of dues. */
export interface ApplicationSnapshot {
  readonly id: ApplicationId;
  readonly citizenId: CitizenId;
  readonly serviceId: ServiceId;
  readonly definitionVersion: string;
  readonly kind: ServiceKind;
  readonly department: DepartmentId;
  readonly acknowledgementNumber: string;
  readonly status: ApplicationStatus;
  readonly answers: Answers;
  /** A keyed hash of what it is about, by which others about the same thing are found; absent where nothing names that. */
  readonly about?: string;
  /** Why it was filed beside another about the same thing. */
  readonly secondBecause?: SecondReason;
  readonly papers: readonly { readonly requirement: string; readonly paperId: PaperId }[];
  /** For a payment of dues: which demands of the bill are paid by it. */
  readonly billed?: readonly Billed[];
  /** Whose bill it is, as the citizen saw it: masked. */
  readonly billedTo?: { readonly owner: string; readonly address: string };
  readonly fee: Money;
  readonly feePaid: boolean;
  readonly filedAt: Instant;
  /** Calendar or working days, already turned into the last day of the promise; moves while the citizen's answer is awaited. */
  readonly dueOn: IsoDate;
  /** The steps that people take, fixed when it was filed. */
  readonly course?: readonly Step[];
  readonly step?: StandingStep;
  /** The role that has to see to it because others did not in time. */
  readonly escalatedTo?: string;
  readonly query?: Query;
  readonly decision?: Decided;
  readonly appeal?: Appeal;
  readonly certificate?: { readonly number: string; readonly documentId: DocumentId; readonly validTo?: IsoDate };
  readonly resolution?: {
    readonly by: OfficerId;
    readonly at: Instant;
    readonly note: string;
    /** Of the work that was done; it is among the papers too. */
    readonly photo?: PaperId;
  };
  readonly timesReopened: number;
  /** The complaint that this one is about the same thing as; that one is worked on. */
  readonly joins?: ApplicationId;
  /** Complaints of others about the same thing. */
  readonly joined?: readonly ApplicationId[];
  readonly booking?: Booking;
  /** What comes back of the fee. */
  readonly refund?: Money;
  /** Timed moments that have passed and were acted on, by their ids. */
  readonly passed?: readonly string[];
  /** When it is looked at next because of time passing. */
  readonly wakeAt?: Instant;
  readonly history: readonly HistoryEntry[];
  /** Grows with every change; what an officer saw is compared with it. */
  readonly version: number;
}

/** Where in its course a file stands. */
export interface StandingStep {
  /** Its place in the course. */
  readonly index: number;
  /** When it came there. */
  readonly since: Instant;
  /** The same, later by the time that was spent waiting for the citizen: its days count from here. */
  readonly countedFrom: Instant;
}

export interface Billed {
  readonly id: string;
  readonly period: string;
  readonly amount: Money;
}

export interface Query {
  readonly question: string;
  readonly by: OfficerId;
  readonly at: Instant;
  readonly answer?: string;
  readonly papers: readonly PaperId[];
  readonly answeredAt?: Instant;
}

/** `by` is `system` where nobody had to decide. */
export interface Decided {
  readonly by: 'system' | OfficerId;
  readonly at: Instant;
  readonly reason?: string;
}

export interface Appeal {
  readonly grounds: string;
  readonly at: Instant;
  /** Where it stood before. */
  readonly from: ApplicationStatus;
  /** The last day of the promise that was given on filing; the appeal has a day of its own. */
  readonly promisedOn?: IsoDate;
  /** When it was refused, if it was. */
  readonly refusedAt?: Instant;
  readonly decidedAt?: Instant;
}

/** A place in a slot, kept or taken. */
export interface Booking {
  /** The start as local time, `2026-12-05T10:00`. */
  readonly slot: string;
  /** The end of a place that waits for its fee. */
  readonly heldUntil?: Instant;
  readonly timesMoved: number;
}

export interface HistoryEntry {
  readonly at: Instant;
  readonly what: ApplicationStatus | HistoryFact;
  readonly by: 'citizen' | 'system' | OfficerId;
  readonly note?: string;
}

/** What is written down beside changes of status. */
export type HistoryFact =
  | 'fee-paid'
  | 'certificate-issued'
  | 'reminded'
  | 'escalated'
  | 'overdue'
  | 'checked'
  | 'corrected'
  | 'appeal-dismissed'
  | 'rescheduled'
  | 'reminder-sent';

/** A change that a rule allows: what becomes of the file, what is written down, and what others may follow. */
export interface Change {
  readonly status: ApplicationStatus;
  readonly set?: Partial<ApplicationSnapshot>;
  /** What is over and no longer stands in the file. */
  readonly drop?: readonly ('step' | 'escalatedTo')[];
  readonly entry: { readonly what?: HistoryEntry['what']; readonly by: HistoryEntry['by']; readonly note?: string };
  readonly events: readonly ApplicationEventType[];
}
