import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { type GraphStandIn, openGraphStandIn } from '#adapters/stand-ins/graph-api/index.ts';
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
  /** Waits until a line of the log says so, after the line for which was waited last. */
  logs(words: RegExp): Promise<string>;
  /** Posts to the webhook as the provider does, signed unless told. Returns the answer's status. */
  webhook(body: string, signature?: string): Promise<number>;
  /** Lets time pass for the platform, once no message is in its hands: its lease would run out, and it would go twice. */
  passes(minutes: number): Promise<void>;
  /** Does what is otherwise done every minute: asks the gateway about payments that nobody spoke of. */
  reconcile(): Promise<void>;
}

type Options = Omit<StartOptions, 'environment' | 'clock' | 'log'> & {
  readonly environment?: NodeJS.ProcessEnv;
  /** When it is, as the platform begins. */
  readonly now?: string;
  /** Without credentials, as a newcomer starts it: the installation stands in for WhatsApp itself. */
  readonly asDemo?: boolean;
};

export async function aPlatform({
  now = '2026-03-16T05:30:00Z',
  asDemo = false,
  ...options
}: Options = {}): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-'));
  const database = await aDatabase();
  const log = new KeptLog();
  const clock = movableClock(now);
  let url = '';
  const own = asDemo ? undefined : await aProvider(() => `${url}/webhooks/whatsapp`, clock);
  const platform = await startPlatform({
    log: pinoLog('info', log),
    ...options,
    clock,
    environment: {
      DATA_DIR: folder,
      PORT: '0',
      DATABASE_URL: database.url,
      QUIET_HOURS: 'kept',
      ...(own && credentialsFor(own)),
      ...options.environment,
    },
  });
  url = platform.url ?? '';
  const graph = own ?? platform.installation.standIns.whatsapp;
  if (!graph) throw new Error('nobody plays WhatsApp');
  return {
    ...platform,
    url,
    graph,
    database,
    folder,
    logged: () => log.lines.join(''),
    logs: (words) => log.wait(words),
    webhook: (body, signature) => postWebhook(`${url}/webhooks/whatsapp`, body, signature),
    passes: async (minutes) => {
      await vi.waitFor(async () => expect(await database.query(IN_HAND)).toEqual([]), { interval: 5, timeout: 10_000 });
      clock.move(minutes);
      for (const work of ['jobs', 'talks', 'messages'] as const) platform.store.wakeup.wake(work);
    },
    reconcile: () => platform.installation.container.get(Ports.reconciling).reconcile(),
    stop: async () => {
      await platform.stop();
      await own?.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const IN_HAND = 'select seq from outbox where leased_until is not null';

/** A second number of ours at the provider. */
export const DEPARTMENT_LINE = '200000000000002';

const provider = { appSecret: 'journey-app-secret', accessToken: 'journey-token', phoneNumberId: '100000000000001' };

/** WhatsApp, played by the stand-in, with credentials as an operator would have them. */
export const aProvider = (
  callbackUrl: () => string,
  clock: Clock,
  webhookRetrySeconds?: readonly number[],
): Promise<GraphStandIn> =>
  openGraphStandIn({
    ...provider,
    moreNumberIds: [DEPARTMENT_LINE],
    callbackUrl,
    now: () => Date.parse(clock.now()),
    ...(webhookRetrySeconds && { webhookRetrySeconds }),
  });

/** What an operator sets to use that provider. */
export const credentialsFor = ({ url }: GraphStandIn): Readonly<Record<string, string>> => ({
  WHATSAPP_API_URL: url,
  WHATSAPP_APP_SECRET: provider.appSecret,
  WHATSAPP_VERIFY_TOKEN: 'journey-verify-token',
  WHATSAPP_ACCESS_TOKEN: provider.accessToken,
  WHATSAPP_PHONE_NUMBER_ID: provider.phoneNumberId,
});

async function postWebhook(url: string, body: string, signature?: string): Promise<number> {
  const digest = createHmac('sha256', provider.appSecret).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? `sha256=${digest}` };
  const answer = await fetch(url, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  return answer.status;
}

const PATIENCE_MS = 25_000;

/** Keeps what is logged, and tells who waits for a line. */
class KeptLog {
  readonly lines: string[] = [];
  readonly #waiting = new Set<() => void>();
  #read = 0;

  write(line: string): void {
    this.lines.push(line);
    for (const look of this.#waiting) look();
  }

  wait(words: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const at = this.lines.findIndex((line, index) => index >= this.#read && words.test(line));
        if (at < 0) return;
        this.#read = at + 1;
        end();
        resolve(this.lines[at] ?? '');
      };
      const patience = setTimeout(() => {
        end();
        reject(new Error(`nothing logged says ${words}:\n${this.lines.slice(-10).join('')}`));
      }, PATIENCE_MS);
      const end = (): void => {
        clearTimeout(patience);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/** Goes on from an instant as a clock does, and can be put forward. */
export function movableClock(start: string): Clock & { move(minutes: number): void } {
  let offset = Date.parse(start) - Date.now();
  return {
    now: () => new Date(Date.now() + offset).toISOString(),
    move: (minutes) => {
      offset += minutes * 60_000;
    },
  };
}
