import type { AssistedSession } from '#domain/assisting/assisted-session.ts';
import type { CitizenId, OfficerId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Repository } from './repositories.ts';

export interface AssistedSessions extends Repository<AssistedSession, string> {
  /** Those that nobody has ended. */
  openOf(operatorId: OfficerId): Promise<readonly AssistedSession[]>;
  openAt(kioskId: string): Promise<readonly AssistedSession[]>;
  /** Open ones in which nothing was done since `before`, or that were opened before `openedBefore`. */
  stale(before: Instant, openedBefore: Instant, limit: number): Promise<readonly AssistedSession[]>;
  /** Ended before that moment, with files that are still there. */
  withFiles(endedBefore: Instant, limit: number): Promise<readonly AssistedSession[]>;
}

/** What was shown in sessions, numbered from 1 without gaps in each, so that a screen that was cut off misses nothing. */
export interface Screens {
  /** Adds at the end; what has that reference already is there once. */
  append(shown: {
    readonly sessionId: string;
    readonly citizenId: CitizenId;
    readonly reference: string;
    readonly body: ScreenBody;
  }): Promise<void>;
  /** In order, those behind `seq`. */
  after(sessionId: string, seq: number, limit: number): Promise<readonly ShownMessage[]>;
  /** Of each of these sessions that is open. */
  standing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, ScreenStanding>>;
  /** A page has opened a line to this session. Returns which one it is, counted from 1. */
  countLine(sessionId: string): Promise<number>;
  wipe(sessionId: string): Promise<void>;
}

export interface ScreenStanding {
  /** The last number shown; 0 before the first. */
  readonly last: number;
  /** Lines that pages have opened to it so far, in any process: only the newest counts. */
  readonly lines: number;
}

export type ScreenBody = Readonly<Record<string, unknown>>;

export interface ShownMessage {
  readonly seq: number;
  readonly reference: string;
  readonly body: ScreenBody;
}
