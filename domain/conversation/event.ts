import type { SecondReason } from '../catalogue/second-reasons.ts';
import type { Answers } from '../catalogue/service-definition.ts';
import type { PaperProblem, ReadFact } from '../document/reading.ts';
import type { ApplicationId, DocumentId, PaperId, PaymentId, ServiceId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import type { Money } from '../shared/money.ts';
import type { Instant, IsoDate } from '../shared/time.ts';
import type { GivenPaper, SentPaper } from './conversation.ts';
import type { InboundContent } from './message.ts';
import type { BookingChange, Wish } from './wish.ts';

/** Everything that can move a talk on. All of it comes through the citizen's inbox, one after the other. */
export type TalkEvent =
  | { readonly type: 'heard'; readonly content: InboundContent; readonly profileName?: string }
  | PaperEvent
  | BillEvent
  | PaymentEvent
  | ApplicationEvent
  | LinkEvent
  | HandoverEvent
  | FilledEvent
  | VoiceEvent
  /** A timer that the talk had set; stale unless the token is the one it waits for. */
  | { readonly type: 'timer'; readonly token: string };

/** Another contact point was to be joined to this talk by its code, or this one to another. */
export type LinkEvent =
  | { readonly type: 'joined' }
  /** The citizen sat down somewhere and is known: the talk goes on, or begins. */
  | { readonly type: 'resumed'; readonly language: Language }
  /** `key` names the sentence. */
  | { readonly type: 'not-joined'; readonly key: string };

/** What an officer does in a talk that was handed to him. */
export type HandoverEvent =
  | { readonly type: 'officer-joined'; readonly handoverId: string; readonly role: string }
  | { readonly type: 'officer-said'; readonly handoverId: string; readonly text: string }
  | {
      readonly type: 'officer-left';
      readonly handoverId: string;
      /** He did not end the talk: nothing more was said in it. */
      readonly isSilent?: true;
    };

/** What a citizen told in a form beside the talk, such as WhatsApp's Flow, and not yet that he is done with it. */
export interface FilledEvent {
  readonly type: 'filled';
  readonly applicationId: ApplicationId;
  /** By question id, as it was read. */
  readonly answers: Answers;
  readonly papers: readonly SentPaper[];
}

/** What was heard in a voice note, or why nothing was. */
export type VoiceEvent =
  | { readonly type: 'transcribed'; readonly noteId: string; readonly text: string }
  | { readonly type: 'not-transcribed'; readonly noteId: string; readonly why: VoiceProblem };

export const voiceProblems = ['noWords', 'tooLong', 'wrongType', 'down'] as const;
export type VoiceProblem = (typeof voiceProblems)[number];

export type PaperEvent =
  | { readonly type: 'paper-read'; readonly paperId: PaperId; readonly reading: PaperReading }
  /** It could not be fetched or read for a reason of ours; the citizen may send it again. */
  | { readonly type: 'paper-lost'; readonly paperId: PaperId };

/** As `Reading`; contexts know each other by plain data. */
export interface PaperReading {
  readonly type?: string;
  readonly quality: 'good' | 'poor' | 'unusable';
  readonly facts: Readonly<Record<string, ReadFact>>;
  readonly problems: readonly PaperProblem[];
}

export type BillEvent =
  | { readonly type: 'bill'; readonly account: string; readonly bill: ShownBill }
  | { readonly type: 'no-bill'; readonly account: string }
  | { readonly type: 'bill-source-down'; readonly account: string };

/** A day with the times that are free on it, `HH:MM`. */
export interface FreeDay {
  readonly day: IsoDate;
  readonly times: readonly string[];
}

export interface ShownBill {
  /** Masked: enough to notice a wrong account. */
  readonly owner: string;
  readonly address: string;
  /** Of what can be paid here. */
  readonly total: Money;
  readonly demands: readonly {
    readonly id: string;
    readonly period: string;
    readonly amount: Money;
    readonly dueOn: IsoDate;
    /** The name of its first line, such as `red-light`. */
    readonly what?: string;
    /** Settled by a court: shown, and not payable here. */
    readonly inCourt?: boolean;
  }[];
}

export type PaymentEvent =
  | {
      readonly type: 'payment-link';
      readonly applicationId: ApplicationId;
      readonly paymentId: PaymentId;
      readonly amount: Money;
      readonly url: string;
      readonly expiresAt?: Instant;
    }
  | { readonly type: 'gateway-down'; readonly applicationId: ApplicationId }
  | {
      readonly type: 'payment';
      readonly applicationId: ApplicationId;
      readonly serviceId: ServiceId;
      readonly outcome:
        | 'paid'
        | 'failed'
        | 'pending'
        | 'mismatched'
        | 'cancelled'
        | 'to-be-refunded'
        | 'returned'
        | 'refunded'
        | 'refund-delayed';
      readonly amount: Money;
      /** What was asked for, which may be another amount than came. */
      readonly due?: Money;
      /** A short code: why the money goes back. */
      readonly reason?: string;
      /** Days in which money that goes back is mostly there. */
      readonly refundDays?: number;
      /** The bank's number, by which the citizen finds it on his statement. */
      readonly bankReference?: string;
      /** The payment for which there may be an order in the chat. */
      readonly orderFor?: PaymentId;
    };

export type ApplicationEvent =
  | { readonly type: 'query-raised'; readonly application: Standing; readonly question: string }
  | { readonly type: 'rejected'; readonly application: Standing; readonly reason: string }
  | { readonly type: 'filed'; readonly application: Standing }
  | {
      readonly type: 'resolved';
      readonly application: Standing;
      readonly note: string;
      /** Of the work that was done. */
      readonly photo?: { readonly documentId: DocumentId; readonly link: string };
    }
  /** Anything else worth telling; `news` names the sentence, `note` is an officer's own words. */
  | {
      readonly type: 'news';
      /** It follows from what the citizen did just now, such as paying. */
      readonly asked?: true;
      readonly application: Standing;
      readonly news: string;
      readonly note?: string;
    }
  /** The document exists and can be fetched. */
  | {
      readonly type: 'document-issued';
      /** The citizen asked for it just now, or paid for it. */
      readonly asked?: true;
      readonly application: Standing;
      readonly kind: 'certificate' | 'receipt';
      readonly number: string;
      readonly documentId: DocumentId;
      readonly link: string;
      readonly verifyUrl: string;
    };

/** What a citizen is told of a service application. */
export interface Standing {
  readonly id: ApplicationId;
  readonly serviceId: ServiceId;
  readonly kind: string;
  readonly acknowledgementNumber: string;
  readonly status: string;
  readonly filedAt: Instant;
  readonly dueOn: IsoDate;
  /** The hour as well, `2026-12-05T10:00`, where the promise is in hours. */
  readonly dueBy?: string;
  /** Whose turn it is, by role; absent when it is the citizen's or nobody's. */
  readonly withRole?: string;
  readonly since: Instant;
  /** An answer that tells this application from others of the same service, such as the child's name. */
  readonly about?: string;
  readonly unpaid?: Money;
  /** The time that is booked, as local time: `2026-12-05T10:00`. */
  readonly slot?: string;
  /** The last day of the step at which it stands. */
  readonly stepDueOn?: IsoDate;
  /** What the citizen may claim for the delay until now. */
  readonly compensation?: Money;
  readonly mayAppeal?: true;
  readonly mayMove?: true;
  readonly hasDocument?: true;
  /** Money of his that goes back, or is back. */
  readonly refunds?: readonly MoneyBack[];
}

export interface MoneyBack {
  readonly amount: Money;
  readonly state: 'coming' | 'delayed' | 'done';
  /** Days in which it is mostly there. */
  readonly days: number;
  /** The day when it was given back. */
  readonly on?: IsoDate;
}

/** What became of a wish, told to the dialogue at once, within the same turn. */
export type Outcome =
  | { readonly type: 'done'; readonly wish: Wish['type'] }
  | { readonly type: 'submitted'; readonly application: Standing; readonly fee: Money }
  /** The days and times that are free. */
  | { readonly type: 'slots'; readonly applicationId: ApplicationId; readonly days: readonly FreeDay[] }
  /** A place is kept for so many minutes. */
  | { readonly type: 'held'; readonly applicationId: ApplicationId; readonly slot: string; readonly minutes: number }
  | { readonly type: 'tracked'; readonly applications: readonly Standing[]; readonly bookingChange?: BookingChange }
  /** What he told in an earlier application, and papers that are here; nothing where `from` is absent. */
  | {
      readonly type: 'recalled';
      readonly from?: string;
      readonly answers: Answers;
      readonly papers: Readonly<Record<string, GivenPaper>>;
    }
  /** The talk lies before the officers; `opensAt` is when they come, absent when they are there. */
  | { readonly type: 'handed-over'; readonly handoverId: string; readonly opensAt?: Instant }
  /** The person has what was sent to him; `opensAt` is when he reads it, absent when he is there or still waited for. */
  | { readonly type: 'passed-on'; readonly opensAt?: Instant }
  | { readonly type: 'linked'; readonly code: string; readonly minutes: number }
  /** A rule said no; `key` names the sentence. */
  | {
      readonly type: 'refused';
      readonly wish: Wish['type'];
      readonly key: string;
      readonly details: Readonly<Record<string, string | number>>;
    };

export interface Submission {
  readonly applicationId: ApplicationId;
  readonly serviceId: ServiceId;
  readonly definitionVersion: string;
  readonly answers: Answers;
  readonly papers: readonly { readonly requirement: string; readonly paperId: PaperId }[];
  /** For dues: the billed demands that the citizen pays. */
  readonly billed?: readonly { readonly id: string; readonly period: string; readonly amount: Money }[];
  readonly billedTo?: { readonly owner: string; readonly address: string };
  /** He was told that there is one about the same thing, and means it, for this reason. */
  readonly knowingly?: SecondReason;
}
