import type { AssistedSessionSnapshot, SessionEnd } from '#domain/assisting/assisted-session.ts';
import type { SessionLimits } from '#domain/assisting/session-limits.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import type { OfficerId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { StoredFile } from '../out/document-store.ts';
import type { ScreenBody, ScreenStanding, ShownMessage } from '../out/screens.ts';
import type { Link, Slip } from './proving.ts';

/** What an operator does with one citizen at a shared screen. Everything is refused to who is no operator. */
export interface Assisting {
  readonly limits: SessionLimits;
  /** @throws NotOperator, PhoneNotUnderstood, TooManyPasswords, NotDelivered */
  sendPassword(operatorId: OfficerId, to: { phone: string; language: Language }): Promise<{ readonly minutes: number }>;
  /** Ends whatever session the operator had. @throws NotOperator, KioskUnknown, KioskDisabled, PasswordWrong, PasswordOver, LinkUnknown */
  open(operatorId: OfficerId, opening: Opening): Promise<AssistedSessionSnapshot>;
  /** The operator's session, if one is open: after a reload of the page. */
  current(operatorId: OfficerId): Promise<AssistedSessionSnapshot | undefined>;
  /** Something was said in the session; the same id twice is once. @throws SessionOver */
  hear(operatorId: OfficerId, sessionId: string, said: { id: string; content: InboundContent }): Promise<void>;
  /** Somebody is still there, though nothing is said. @throws SessionOver */
  stay(operatorId: OfficerId, sessionId: string): Promise<void>;
  /** A file for the next message. Returns what `fileAt` needs. @throws SessionOver */
  keepFile(operatorId: OfficerId, sessionId: string, file: StoredFile): Promise<string>;
  fileAt(ref: string): Promise<StoredFile | undefined>;
  /** A code by which the citizen goes on with a phone of his own. @throws SessionOver */
  linkFor(operatorId: OfficerId, sessionId: string): Promise<Link>;
  /** A code for a printed slip; absent for a citizen who has a phone of his own. @throws SessionOver */
  slipFor(operatorId: OfficerId, sessionId: string): Promise<Slip | undefined>;
  /** Ends whatever session is open at this kiosk. */
  endAt(kioskId: string, why: SessionEnd): Promise<void>;
  /** The same end told twice changes nothing. */
  end(operatorId: OfficerId, sessionId: string, why: SessionEnd): Promise<void>;

  /** Puts a message onto the screen. Returns whether the session is still there. */
  show(sessionId: string, reference: string, body: ScreenBody): Promise<boolean>;
  shownAfter(sessionId: string, seq: number, limit: number): Promise<readonly ShownMessage[]>;
  /** How far each of these sessions that is open is; those that are over are left out. */
  standing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, ScreenStanding>>;
  /** A page's line is the session's newest now. Returns its number; whoever holds an earlier one learns of it by `onShown`. */
  takeLine(sessionId: string): Promise<number>;
  /** Calls when something was shown or ended, or a line was taken, here or in another process. Returns what ends that. */
  onShown(look: () => void): () => void;

  /** Ends what nobody uses any more, and removes files that nobody needs. */
  sweep(): Promise<void>;
}

/** How the citizen agreed, and what goes with it. */
export type Consented =
  | { readonly how: 'one-time-password'; readonly phone: string; readonly password: string }
  /** From his chat, or from a slip; with the latter the operator has asked him as well. */
  | { readonly how: 'link-code'; readonly code: string }
  | { readonly how: 'assisted' };

export interface Opening {
  /** Whose device has proven itself. */
  readonly kiosk: string;
  readonly queueToken?: string;
  readonly language: Language;
  readonly by: Consented;
}
