import type { Conversation } from '#domain/conversation/conversation.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import type { Urgency } from '#domain/notification/urgency.ts';
import type { ChannelKind, ContactPoint } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { SaidLine } from '#domain/shared/said-line.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { NewJob } from './jobs.ts';

/** The inboxes of all citizens, and where each talk stands. */
export interface Talks {
  /**
   * Stores entries in their citizens' inboxes, in order. An entry whose source and id are known for this citizen is
   * dropped. Takes part in a surrounding transaction. Entries of a citizen who has been erased are dropped.
   */
  put(entries: readonly NewEntry[]): Promise<void>;

  /**
   * Claims up to `limit` citizens whose inboxes have something due, those who waited longest first; no two workers hold
   * one citizen. Hands each to `turn`, then stores all that it returned in the same transaction. Returns how many were
   * claimed. When `turn` throws, nothing of that citizen is stored, and the others are.
   */
  take(limit: number, turn: (talk: Talk) => Promise<TurnResult>): Promise<number>;

  /** Where one citizen's talk stands and what waits in his inbox; absent before his first turn. */
  find(citizenId: CitizenId): Promise<Talk | undefined>;

  /** What was said in a talk, the newest first: at most `limit` parts, those before the part `before`. */
  said(citizenId: CitizenId, page: SaidPage): Promise<readonly SaidPart[]>;

  /** Forgets what was said in one talk. Takes part in a surrounding transaction. */
  forgetSaid(citizenId: CitizenId): Promise<void>;

  /** Forgets what was said in any talk before that moment. Returns how many parts went. */
  forgetSaidBefore(moment: Instant): Promise<number>;

  /** Looks at up to `limit` talks that are due, without claiming them: by the time they are claimed, more may have come. */
  peek(limit: number): Promise<readonly Talk[]>;
}

export interface NewEntry {
  readonly citizenId: CitizenId;
  /** The channel, or `system`. */
  readonly source: string;
  /** The provider's message id, or the id of what caused it: makes the entry unique within citizen and source. */
  readonly sourceId: string;
  readonly event: TalkEvent;
  readonly at: Instant;
  /** Where a reply would go; absent for what did not come from the citizen. */
  readonly replyTo?: { readonly contactPoint: ContactPoint; readonly via?: string };
}

export interface Talk {
  readonly citizenId: CitizenId;
  /** Absent in a first talk. */
  readonly conversation: Conversation | undefined;
  /** Oldest first; at most ten. */
  readonly entries: readonly WaitingEntry[];
}

/** What was said in one go; `seq` grows with time. */
export interface SaidPart {
  readonly seq: number;
  /** Oldest first. */
  readonly lines: readonly SaidLine[];
}

export interface SaidPage {
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface WaitingEntry extends NewEntry {
  readonly seq: number;
  /** How often it has failed so far. */
  readonly attempts: number;
}

export interface TurnResult {
  readonly conversation: Conversation;
  readonly done: readonly number[];
  /** Tried again from this moment; entries behind it wait, to keep the order. */
  readonly failed?: { readonly seq: number; readonly retryAt: Instant };
  /** Failed too often: kept for the operator, never tried again, in nobody's way. */
  readonly setAside: readonly number[];
  readonly messages: readonly NewMessage[];
  readonly jobs: readonly NewJob[];
  /** What was said, to be kept for a person who may be called. */
  readonly said: readonly SaidLine[];
}

/** A message to be delivered, in the outbox. */
export interface NewMessage {
  readonly citizenId: CitizenId;
  readonly message: OutboundMessage;
  readonly language: Language;
  readonly urgency: Urgency;
  readonly to?: { readonly contactPoint: ContactPoint; readonly via?: string };
  /** By which channel the citizen wants news; it goes there where he can be reached there. */
  readonly prefers?: ChannelKind;
  /** Whose news it is: it leaves from that department's own number, where there is one. */
  readonly department?: string;
  /** The citizen's message that this answers, to be marked as read. */
  readonly answers?: string;
}
