import type { SentToPerson } from '#domain/handover/handover.ts';
import type { CitizenId, OfficerId, PaperId, ServiceId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { SaidLine } from '#domain/shared/said-line.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { StoredFile } from '../out/document-store.ts';

/** What a citizen's talk needs of the desk when he wants a person. Each is safe to repeat. */
export interface HandingOver {
  /** Puts the talk before the officers. `opensAt` is when somebody will read it; absent when somebody is there. */
  ask(citizenId: CitizenId, asked: AskedPerson): Promise<{ readonly opensAt?: Instant }>;
  /**
   * What the citizen sends while he waits for the person, or talks to him. `opensAt`: the person has gone since the
   * office closed, and reads it then.
   */
  hear(citizenId: CitizenId, handoverId: string, sent: SentToPerson): Promise<{ readonly opensAt?: Instant }>;
  /** The citizen goes on without a person. */
  leave(citizenId: CitizenId, handoverId: string): Promise<void>;
}

export interface AskedPerson {
  readonly handoverId: string;
  readonly serviceId?: ServiceId;
  readonly language: Language;
  /** What was said before, for whoever may see it. */
  readonly said: readonly SaidLine[];
}

/** Officers talk to citizens who asked for a person. */
export interface Attending {
  /** Open talks of the officer's department, the longest waiting first. Nothing of what was said. */
  talks(officerId: OfficerId): Promise<readonly TalkRow[]>;
  /** Takes a talk, which is written down. @throws TalkUnknown @throws TalkWithOther @throws TalkEnded @throws NotYourOffice */
  take(officerId: OfficerId, handoverId: string): Promise<void>;
  /** What was said in a talk that he has taken, as far as the citizen allows its use. */
  view(officerId: OfficerId, handoverId: string): Promise<OpenTalk>;
  /**
   * What was said before he came, and what the machine says since: the newest part, or the one before `before`. He sees
   * of it what his role sees of the services, and what was said to his own department. The look is written down.
   * @throws TalkUnknown @throws TalkWithOther @throws TalkEnded @throws NotYourOffice
   */
  history(officerId: OfficerId, handoverId: string, before?: number): Promise<SaidEarlier>;
  /** A file that the citizen sent in a talk that he has taken; the look is written down. @throws TalkUnknown */
  paper(officerId: OfficerId, handoverId: string, paperId: PaperId): Promise<StoredFile>;
  /** Says something to the citizen, where he is. */
  say(officerId: OfficerId, handoverId: string, text: string): Promise<void>;
  /** The machine goes on where the form stood. */
  end(officerId: OfficerId, handoverId: string): Promise<void>;
}

export interface TalkRow {
  readonly id: string;
  readonly serviceId?: ServiceId;
  readonly language: Language;
  readonly askedAt: Instant;
  readonly isTaken: boolean;
  readonly isYours: boolean;
}

export interface OpenTalk extends TalkRow {
  readonly lines: readonly ShownLine[];
  readonly isEnded: boolean;
}

/** A line as the officer sees it; with its file's type once the file is here. */
export interface ShownLine extends SaidLine {
  readonly mime?: string;
}

export interface SaidEarlier {
  /** Oldest first; without what stands in the talk itself. */
  readonly lines: readonly SaidLine[];
  /** Lines of this part that he may not see. */
  readonly hidden: number;
  /** Where the part before begins; absent when there is none. */
  readonly before?: number;
}
