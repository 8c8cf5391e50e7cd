import { openMemoryStore } from '#adapters/persistence/memory/index.ts';
import type { Store } from '#adapters/persistence/store.ts';
import type { Calendar } from '#application/ports/out/calendar.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { DocumentStore, StoredFile } from '#application/ports/out/document-store.ts';
import type { Ids } from '#application/ports/out/ids.ts';
import type { Installation, Uploads } from '#application/ports/out/installation.ts';
import type { LeasedJob } from '#application/ports/out/jobs.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { LeasedMessage } from '#application/ports/out/outbox.ts';
import { following } from '#application/reactions.ts';
import { actTerms } from '#config/act-terms.ts';
import type { ProofLimits } from '#domain/citizen/proof-limits.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import { type Instant, plusMinutes } from '#domain/shared/time.ts';

/** Ten in the morning in Delhi, on a Thursday. */
export const NOW: Instant = '2026-03-05T04:30:00.000Z';

/** A clock that stands still until it is moved. */
export interface StandingClock extends Clock {
  advance(minutes: number): void;
}

export function standingClock(start = NOW): StandingClock {
  let now = start;
  return {
    now: () => now,
    advance: (minutes) => {
      now = plusMinutes(now, minutes);
    },
  };
}

/** Ids that differ, and are the same in every run. */
export function countingIds(): Ids {
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  return {
    next: () => `id-${next()}`,
    code: (length) => `K${next()}`.padStart(length, '3'),
    digits: (length) => String(next()).padStart(length, '7'),
  };
}

/** Remembers the events that an operator would see. */
export function rememberingLog(): Log & { readonly alarms: string[] } {
  const alarms: string[] = [];
  return { alarms, info: () => undefined, warn: () => undefined, alarm: (event) => void alarms.push(event) };
}

export const noWakeup = { wake: () => undefined, onWake: () => () => undefined };

/** The real rules on a store in memory, at a time that stands still. */
export interface World {
  readonly clock: StandingClock;
  readonly ids: Ids;
  readonly store: Store;
  readonly log: ReturnType<typeof rememberingLog>;
}

export function aWorld(): World {
  const clock = standingClock();
  return { clock, ids: countingIds(), store: openMemoryStore({ clock }), log: rememberingLog() };
}

/** The jobs that are due, and whose lease then runs out. */
export async function dueJobs({ store, clock }: World): Promise<readonly LeasedJob[]> {
  return store.jobs.lease(100, 0, clock.now());
}

/** The kinds of the jobs that are due, sorted. */
export const dueKinds = async (world: World): Promise<readonly string[]> =>
  (await dueJobs(world)).map(({ kind }) => kind).sort();

export const kindsFollowing = (type: string): readonly string[] =>
  following([{ type, citizenId: '', subjectId: '', at: NOW }]).map(({ kind }) => kind);

/** Everything that waits in inboxes, heard without a word. */
export async function told({ store }: World): Promise<readonly TalkEvent[]> {
  const heard: TalkEvent[] = [];
  await store.talks.take(100, async ({ entries, conversation }) => {
    heard.push(...entries.map(({ event }) => event));
    return {
      conversation: conversation ?? {
        language: 'hi',
        languageChosen: true,
        consents: {},
        lost: 0,
        noticesStopped: false,
      },
      done: entries.map(({ seq }) => seq),
      setAside: [],
      said: [],
      messages: [],
      jobs: [],
    };
  });
  return heard;
}

/** The messages that are due now, taken by a worker for a minute. */
export const leasedMessages = ({ store, clock }: World): Promise<readonly LeasedMessage[]> =>
  store.outbox.lease(100, 60, clock.now());

export const anInstallation: Installation = {
  publicUrl: 'https://ek.test',
  language: 'hi',
  paymentMinutes: 60,
  isDemo: false,
  series: (department) => department.toUpperCase(),
  templateOf: (department, service) => `services/${department}/${service}/certificate`,
};

/** No holidays, and the terms of the Act as they are. */
export const aCalendar: Calendar = { holidays: new Set(), terms: actTerms };

/** Keeps files of citizens in memory. */
export function aDocumentStore(): DocumentStore & { readonly files: ReadonlyMap<string, StoredFile> } {
  const files = new Map<string, StoredFile>();
  const key = (id: string, citizenId: string) => `${citizenId}/${id}`;
  return {
    files,
    put: async (id, citizenId, file) => void files.set(key(id, citizenId), file),
    get: async (id, citizenId) => files.get(key(id, citizenId)),
    remove: async (id, citizenId) => void files.delete(key(id, citizenId)),
    check: async () => ({ ok: true }),
  };
}

const limit = (value: number) => ({ value, from: '2026-01-01', verified: true, source: 'test' });

export const proofLimits: ProofLimits = {
  passwordMinutes: limit(5),
  triesOfOne: limit(5),
  sentInTenMinutes: limit(3),
  sentInADay: limit(10),
  wrongInADay: limit(20),
  linkMinutes: limit(10),
  slipDays: limit(30),
};

/** As unlike the text as a real one, and easy to follow. */
export const keyedHash = (text: string): string => `hash of ${text}`;

/** Links that say what they are for. */
export const uploads: Uploads = {
  limits: { linkHours: limit(72), mostMegabytes: limit(2), pageMegabytes: limit(1) },
  links: {
    linkTo: (citizenId, asked, until) =>
      `https://ek.test/u/${[citizenId, asked, until].map(encodeURIComponent).join('!')}`,
    read: (token) => {
      const [citizenId = '', asked = '', until] = token.split('!').map(decodeURIComponent);
      return until === undefined ? undefined : { citizenId, until, isFor: (name) => name === asked };
    },
  },
};
