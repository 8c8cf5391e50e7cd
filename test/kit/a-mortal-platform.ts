import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { joinEmbeddedPostgres } from '#adapters/persistence/embedded-postgres/index.ts';
import { type ChildPlatform, freePort, startChild } from '#config/bench/child.ts';

/** The platform in a process of its own, with a database of its own, that can be killed and comes back. */
export interface MortalPlatform {
  readonly url: string;
  /** Which life it is in, from 0. */
  life(): number;
  /** Settles when nobody is being killed. */
  alive(): Promise<void>;
  /** SIGKILL, and a new start, minutes later by its own clock. */
  killAndRestart(): Promise<void>;
  /** SIGKILL for PostgreSQL's first process; the platform itself has to notice. */
  killDatabase(): Promise<void>;
  deaths(): { readonly platform: number; readonly database: number };
  databaseUrl(): Promise<string>;
  stop(): Promise<void>;
}

/** Minutes, more than the leases last: of what was being said at the moment of death, and of slow work such as reading. */
export const beyondLeases = { ofMessages: 2, ofJobs: 4 } as const;

/** `betweenLives`: how long it is dead by its own clock. */
export async function aMortalPlatform(
  environment: Readonly<Record<string, string>>,
  betweenLives: number = beyondLeases.ofMessages,
): Promise<MortalPlatform> {
  const port = await freePort();
  const directory = join(environment.DATA_DIR ?? '', 'postgres');
  const deaths = { platform: 0, database: 0 };
  const start = (): Promise<ChildPlatform> => {
    const clock = new Date(Date.now() + deaths.platform * betweenLives * 60_000).toISOString();
    return startChild({ ...environment, PORT: String(port), CLOCK: clock, LOG_LEVEL: 'silent' });
  };
  let child = await start();
  let turn: Promise<void> = Promise.resolve();
  /** One killing after the other. */
  const next = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work);
    return turn;
  };
  return {
    url: child.url,
    life: () => deaths.platform + deaths.database,
    alive: () => turn,
    killAndRestart: () =>
      next(async () => {
        await child.kill();
        deaths.platform += 1;
        child = await start();
      }),
    killDatabase: () =>
      next(async () => {
        const [pid] = (await readFile(join(directory, 'data', 'postmaster.pid'), 'utf8')).split('\n');
        process.kill(Number(pid), 'SIGKILL');
        deaths.database += 1;
      }),
    deaths: () => ({ ...deaths }),
    databaseUrl: async () => (await joinEmbeddedPostgres({ directory }))?.url ?? '',
    stop: async () => {
      await turn.catch(() => undefined);
      await child.stop();
    },
  };
}
