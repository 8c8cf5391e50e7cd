import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphStandIn } from '#adapters/stand-ins/graph-api/index.ts';
import { pinoLog } from '#adapters/system/pino-log.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import { Ports } from '#config/ports.ts';
import { type Platform, type StartOptions, startPlatform } from '#config/start.ts';
import { aDatabase, type TestDatabase } from './postgres.ts';

/** The whole platform, as it runs in demo mode, on a database and in a folder of its own that go when the test is over. */
export interface TestPlatform extends Platform {
  readonly url: string;
  readonly graph: GraphStandIn;
  readonly database: TestDatabase;
  readonly folder: string;
  /** Every log line so far. */
  logged(): string;
  /** Lets time pass for the platform, without waiting. */
  passes(minutes: number): void;
  /** Does what is otherwise done every minute: asks the gateway about payments that nobody spoke of. */
  reconcile(): Promise<void>;
}

type Options = Omit<StartOptions, 'environment' | 'clock' | 'log'> & {
  readonly environment?: NodeJS.ProcessEnv;
  /** When it is, as the platform begins. */
  readonly now?: string;
};

export async function aPlatform({ now = '2026-03-16T05:30:00Z', ...options }: Options = {}): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-'));
  const database = await aDatabase();
  const lines: string[] = [];
  const clock = movableClock(now);
  const platform = await startPlatform({
    log: pinoLog('info', { write: (line) => lines.push(line) }),
    ...options,
    clock,
    environment: { DATA_DIR: folder, PORT: '0', DATABASE_URL: database.url, ...options.environment },
  });
  const graph = platform.installation.standIns.whatsapp;
  if (!graph || platform.url === undefined) throw new Error('the journeys need the built-in stand-in and a web server');
  return {
    ...platform,
    url: platform.url,
    graph,
    database,
    folder,
    logged: () => lines.join(''),
    passes: (minutes) => {
      clock.move(minutes);
      for (const work of ['jobs', 'talks', 'messages'] as const) platform.store.wakeup.wake(work);
    },
    reconcile: () => platform.installation.container.get(Ports.reconciling).reconcile(),
    stop: async () => {
      await platform.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Goes on from an instant as a clock does, and can be put forward. */
function movableClock(start: string): Clock & { move(minutes: number): void } {
  let offset = Date.parse(start) - Date.now();
  return {
    now: () => new Date(Date.now() + offset).toISOString(),
    move: (minutes) => {
      offset += minutes * 60_000;
    },
  };
}
