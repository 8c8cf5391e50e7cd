import type { Answers } from '../catalogue/service-definition.ts';
import type { ChannelKind, ContactPoint } from '../shared/contact-point.ts';
import type { ApplicationId, PaperId, ServiceId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';
import type { PhraseValues } from '../shared/phrase.ts';
import type { Instant, IsoDate } from '../shared/time.ts';
import type { FreeDay, ShownBill } from './event.ts';
import type { MediaRef } from './message.ts';

/** Where the talk with one citizen stands, whatever the channel. Plain data: it is stored as JSON between turns. */
export interface Conversation {
  readonly language: Language;
  /** When he was invited to share his own number, where the channel does not tell it; and whether he did. */
  readonly ownNumber?: { readonly isKnown?: true; readonly offeredAt: readonly NumberMoment[] };
  /** The citizen asked for this language himself, so what he writes in does not change it. */
  readonly languageChosen: boolean;
  /** Services for whose handling he has given consent, with the notice's version. */
  readonly consents: Readonly<Record<string, string>>;
  /** A voice note that is being written down, or whose words wait for a yes. */
  readonly voice?: OpenNote;
  /** What is being filled in, if anything. */
  readonly form?: Form;
  /** He has filed something here before. */
  readonly hasFiled?: true;
  /** Forms that were put aside for another, one a service. */
  readonly drafts?: readonly Form[];
  /** An officer's question that waits for an answer, or an appeal that waits for its grounds. */
  readonly query?: OpenQuery;
  /** Free times that were found, for the open form or for a booking that is to be moved. */
  readonly slots?: SlotsShown;
  /** The services last offered as a choice, so that a number or a word picks one. */
  readonly offered?: readonly OfferedChoice[];
  /** What was said when services were offered to choose from: it goes into the form of the one chosen. */
  readonly wanted?: string;
  /** Misunderstandings in a row. */
  readonly lost: number;
  /** Insults in a row. */
  readonly rude?: number;
  readonly noticesStopped: boolean;
  /** He has shut us out where he spoke last, which stopped his notices: they come again once he is heard. */
  readonly shutOut?: true;
  /** By which channel he wants news; absent: where he spoke last. */
  readonly prefers?: NewsChannel;
  /** How he came to be written to, as an `OptIn`; absent while he never spoke to us himself. */
  readonly optIn?: {
    readonly source: 'message' | 'missed-call' | 'sms' | 'qr' | 'email' | 'kiosk';
    readonly at: Instant;
    readonly channel?: ChannelKind;
    readonly said?: string;
    readonly to?: string;
    readonly shown?: { readonly keys: readonly string[]; readonly language: Language; readonly version: string };
  };
  /** Where replies go: where the citizen spoke last. */
  readonly replyTo?: { readonly contactPoint: ContactPoint; readonly via?: string };
  /** When he was last heard, by channel and line of ours. */
  readonly heardOn?: Readonly<Record<string, Instant>>;
  readonly timer?: string;
  /** A person was asked for: waited for, or here, and then what is written goes to him. */
  readonly person?: {
    readonly handoverId: string;
    readonly isHere: boolean;
    /** Files that were sent to him, the newest last. */
    readonly files?: readonly PaperId[];
    /** The citizen was told that the office is closed until then. */
    readonly closedUntil?: Instant;
  };
  /** Marks of what was said in the turn before, and in how many turns running. */
  readonly said?: Readonly<Record<string, number>>;
}

/** `elsewhere`: he asks after something that he may have filed from another phone. */
export const numberMoments = ['greeting', 'filing', 'tracking', 'elsewhere'] as const;
export type NumberMoment = (typeof numberMoments)[number];

export interface SlotsShown {
  readonly applicationId: ApplicationId;
  readonly days: readonly FreeDay[];
  /** The day that was chosen. */
  readonly day?: IsoDate;
  /** From which of many days or times on they are shown. */
  readonly from?: number;
}

export interface OpenNote {
  readonly noteId: string;
  /** What was heard, once it was. */
  readonly transcript?: string;
  /** What could be picked before the citizen was asked whether that is right. */
  readonly offered?: readonly OfferedChoice[];
}

export interface OpenQuery {
  readonly applicationId: ApplicationId;
  readonly acknowledgementNumber: string;
  readonly question: string;
  /** The citizen's next message is taken as the answer. */
  readonly isAsked: boolean;
  /** Shown back, and sent only after a yes. */
  readonly draft?: string;
  readonly papers: readonly PaperId[];
  /** The citizen appeals; nobody has asked him anything. */
  readonly isAppeal?: true;
}

export interface GivenPaper {
  readonly paperId: PaperId;
  /** What the reader took it for; one paper may serve several requirements. */
  readonly type?: string;
}

/** A paper that was sent in a form and waits to be read, which the talk does one after the other. */
export interface SentPaper {
  readonly requirement: string;
  readonly media: MediaRef;
  /** Where the file lies, wherever the talk has gone on meanwhile. */
  readonly channel: ChannelKind;
}

export interface OfferedChoice {
  readonly id: string;
  /** The key of its label, and what fills its gaps. */
  readonly key: string;
  readonly values?: PhraseValues;
}

export interface Form {
  readonly applicationId: ApplicationId;
  readonly serviceId: ServiceId;
  /** The definition's version that it was begun with. */
  readonly version: string;
  /** An empty answer is a question passed over. */
  readonly answers: Answers;
  /** By requirement. */
  readonly papers: Readonly<Record<string, GivenPaper>>;
  /** Paper requirements passed over. */
  readonly papersSkipped: readonly string[];
  /** Sent in a form and not yet read. */
  readonly sent?: readonly SentPaper[];
  /** When the citizen was last shown that he may fill it in as a form. */
  readonly offeredAsFormAt?: Instant;
  readonly asking: Asking;
  /** How many things the citizen has been asked for so far. */
  readonly step: number;
  /** The citizen was asked whether he means to give up; the next message says so or not. */
  readonly leaving?: true;
  /** Account numbers in a row that nobody knew. */
  readonly unknownAccounts?: number;
  readonly bill?: {
    readonly account: string;
    readonly bill: ShownBill;
    /** Of demands that stand each for itself, the ids of those that shall be paid. */
    readonly picked?: readonly string[];
  };
  readonly startedAt: Instant;
  /** When the citizen was last heard while it was open. */
  readonly touchedAt?: Instant;
  readonly remindedAt?: Instant;
  /** The first words, kept until consent is given: nothing is used before. */
  readonly saidBefore?: string;
  /** What a language helper found in it. */
  readonly foundBefore?: Readonly<Record<string, string>>;
}

/** What the citizen has been asked last, so that the next message is first tried as its answer. */
export type Asking =
  | { readonly what: 'consent' }
  /** Whether what was told in an earlier application may be used, and for whom this one is. */
  | { readonly what: 'reuse' }
  | { readonly what: 'paper'; readonly requirement: string; readonly tries: number; readonly last?: PaperId }
  /** A paper has come and is being read. */
  | { readonly what: 'reading'; readonly requirement: string; readonly paperId: PaperId; readonly tries: number }
  /** Facts of a paper, or of the earlier application `from`, wait for the citizen's yes. */
  | {
      readonly what: 'facts';
      readonly requirement?: string;
      readonly from?: string;
      /** By question id, as offered. */
      readonly offered: Answers;
      /** Papers that are here already, by requirement. */
      readonly papers?: Readonly<Record<string, GivenPaper>>;
    }
  /** `unsure` is an answer that was understood in one way of several and awaits a yes. */
  | {
      readonly what: 'question';
      readonly question: string;
      readonly unsure?: string;
      readonly tries: number;
      /** Something has come by the form beside the talk since this stood in the chat: here, the answer. */
      readonly isToldBeside?: true;
      /** From which of many choices on they are shown. */
      readonly from?: number;
      /** Of a question that takes several choices, those picked so far. */
      readonly picked?: readonly string[];
    }
  | { readonly what: 'bill' }
  | { readonly what: 'bill-confirmation'; readonly from?: number; readonly isToldBeside?: true }
  | { readonly what: 'summary'; readonly isToldBeside?: true }
  /** A rule fails for certain: there is no use in asking on. `tries` counts how often it was said. */
  | { readonly what: 'blocked'; readonly rule: string; readonly tries: number }
  /** Which answer shall be changed; with an entry of a list, such as `members.2`, which of its answers. */
  | { readonly what: 'change'; readonly from?: number; readonly entry?: string };

/** Channels by which news can come; a kiosk is not his own. */
export const newsChannels = ['whatsapp', 'sms', 'telegram'] as const;
export type NewsChannel = (typeof newsChannels)[number];
