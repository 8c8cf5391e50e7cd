import type { Figures } from '#application/ports/in/operating.ts';
import type { ChannelEntries } from '#application/ports/out/channel-log.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import type { Definitions } from '#application/ports/out/definitions.ts';
import type { Handovers } from '#application/ports/out/handovers.ts';
import type { Jobs } from '#application/ports/out/jobs.ts';
import type { Keys } from '#application/ports/out/keys.ts';
import type { Kiosks } from '#application/ports/out/kiosks.ts';
import type { Outbox } from '#application/ports/out/outbox.ts';
import type { Places } from '#application/ports/out/places.ts';
import type {
  AuditLog,
  Certificates,
  Citizens,
  Consents,
  Demands,
  LinkCodes,
  Numbers,
  Officers,
  OfficeSessions,
  OneTimePasswords,
  Papers,
  Payments,
  ServiceApplications,
  UsedTickets,
} from '#application/ports/out/repositories.ts';
import type { AssistedSessions, Screens } from '#application/ports/out/screens.ts';
import type { Talks } from '#application/ports/out/talks.ts';
import type { TemplateStandings } from '#application/ports/out/template-standings.ts';
import type { Transactions } from '#application/ports/out/transactions.ts';
import type { Wakeup } from '#application/ports/out/wakeup.ts';
import type { Instant } from '#domain/shared/time.ts';

/** Everything that is kept, behind its ports; they share their transactions. */
export interface Store {
  readonly transactions: Transactions;
  readonly talks: Talks;
  readonly outbox: Outbox;
  readonly jobs: Jobs;
  readonly citizens: Citizens;
  readonly consents: Consents;
  readonly applications: ServiceApplications;
  readonly papers: Papers;
  readonly places: Places;
  readonly demands: Demands;
  readonly payments: Payments;
  readonly certificates: Certificates;
  readonly officers: Officers;
  readonly officeSessions: OfficeSessions;
  readonly auditLog: AuditLog;
  readonly numbers: Numbers;
  readonly oneTimePasswords: OneTimePasswords;
  readonly linkCodes: LinkCodes;
  readonly usedTickets: UsedTickets;
  readonly assistedSessions: AssistedSessions;
  readonly screens: Screens;
  readonly kiosks: Kiosks;
  readonly templateStandings: TemplateStandings;
  readonly handovers: Handovers;
  readonly definitions: Definitions;
  readonly channelEntries: ChannelEntries;
  readonly keys: Keys;
  readonly wakeup: Wakeup;
  /**
   * Forgets what was done before that moment: heard entries (the same message would then be heard again), sent
   * messages, ended sign-ins. Returns how many rows went. What waits, or was set aside for the operator, stays.
   */
  prune(before: Instant): Promise<number>;
  check(): Promise<Checked>;
  figures(): Promise<Figures>;
  close(): Promise<void>;
}

/** A contact point was given to a citizen while somebody else has it; the transaction is undone, and may be tried again. */
export class ContactPointTaken extends Error {
  constructor() {
    super('A contact point was taken by another citizen meanwhile.');
    this.name = new.target.name;
  }
}

/** How long a citizen is left alone after his turn broke in a way that the turn itself did not handle, in seconds. */
export const BROKEN_TURN_PAUSE_SECONDS = 1;

/** Entries of one citizen that are heard in one turn, at most. */
export const MOST_ENTRIES = 10;

/** Ids of messages and jobs name the citizen first, so that the row is found where the citizen's rows are. */
export const messageId = (citizenId: string, seq: number | string): string => `${citizenId}.${seq}`;

export function parseMessageId(id: string): { citizenId: string; seq: number } | undefined {
  const dot = id.lastIndexOf('.');
  const seq = Number(id.slice(dot + 1));
  if (dot < 1 || !Number.isSafeInteger(seq) || seq < 1) return undefined;
  return { citizenId: id.slice(0, dot), seq };
}
