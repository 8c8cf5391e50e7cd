import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '#application/ports/out/log.ts';
import { DatabaseCannotStart } from './errors.ts';
import { freePort } from './folder.ts';
import { end } from './living.ts';
import type { Prepared } from './prepare.ts';
import { type Server, startServer } from './server.ts';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 30_000;
/** One that has run so long did not die of how it was started. */
const STEADY_MS = 60_000;

/** A PostgreSQL that is started anew, on the same port, whenever it dies. */
export interface Supervised {
  readonly port: number;
  stop(): Promise<void>;
  /** Asks PostgreSQL to end without waiting for it. */
  endSoon(): void;
}

export async function supervise(prepared: Prepared, log: Log): Promise<Supervised> {
  const first = await startOnSomePort(prepared);
  const { port } = first;
  const stopping = new AbortController();
  let server: Server | undefined = first.server;
  const watching = watch();

  async function watch(): Promise<void> {
    for (let waitMs = FIRST_WAIT_MS; server; ) {
      const since = performance.now();
      const lastWord = await server.ended;
      server = undefined;
      if (stopping.signal.aborted) return;
      log.alarm('postgres.died', { lastWord });
      if (performance.now() - since > STEADY_MS) waitMs = FIRST_WAIT_MS;
      while (!server && !stopping.signal.aborted) {
        await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
        server = await startAgain();
      }
      if (server && stopping.signal.aborted) await end(server.pid);
    }
  }

  async function startAgain(): Promise<Server | undefined> {
    if (stopping.signal.aborted) return undefined;
    try {
      const next = await startOn(prepared, port);
      log.warn('postgres.restarted', { pid: next.pid });
      return next;
    } catch (error) {
      log.alarm('postgres.does-not-start', {}, error);
      return undefined;
    }
  }

  return {
    port,
    endSoon: () => {
      stopping.abort();
      if (server) tell(server.pid);
    },
    async stop() {
      stopping.abort();
      // PostgreSQL's handles do not keep the process alive, but whoever waits for this shall see it end.
      const alive = setInterval(() => undefined, 1_000);
      // Where there is none, one may be about to start: `watch` ends that.
      if (server) await end(server.pid);
      await watching;
      clearInterval(alive);
    },
  };
}

function tell(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It has ended already.
  }
}

/** Tries another port when somebody took the one we had just seen free. */
async function startOnSomePort(prepared: Prepared): Promise<{ server: Server; port: number }> {
  for (let port = prepared.connection.port, tries = 1; ; tries += 1) {
    try {
      return { server: await startOn(prepared, port), port };
    } catch (error) {
      if (!(error instanceof DatabaseCannotStart) || error.obstacle === 'lasting' || tries === 10) throw error;
      if (error.obstacle === 'port-taken') port = await freePort();
      else await pause(FIRST_WAIT_MS * tries);
    }
  }
}

const startOn = ({ binaries, data, account }: Prepared, port: number): Promise<Server> =>
  startServer({ postgres: binaries.postgres, data, account, port });
