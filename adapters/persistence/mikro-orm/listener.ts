import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Log } from '#application/ports/out/log.ts';
import type { Called, Wakeup } from '#application/ports/out/wakeup.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Database } from './database.ts';

const CHANNEL = 'ek_sandesh';
const EVERYBODY: readonly Called[] = ['talks', 'messages', 'jobs', 'screens'];
/** Calls to other processes within so many milliseconds go as one. */
const GATHER_MS = 20;
/** The first try to listen again comes soon; each further one waits twice as long, up to the longest. */
const RECONNECT_MS = 50;
const LONGEST_RECONNECT_MS = 5000;

export interface ListenerOptions {
  readonly url: string;
  readonly database: Database;
  readonly log: Log;
  /** A citizen was erased, or lost a contact point; absent: anybody may have, for we did not hear for a while. */
  readonly onForget: (citizenId: CitizenId | undefined) => void;
}

/** What processes tell each other by LISTEN and NOTIFY: that there is work, and whom to forget. */
export class Listener implements Wakeup {
  private readonly options: ListenerOptions;
  private readonly self = randomUUID();
  private readonly listeners = new Set<(called: Called) => void>();
  private readonly toTell = new Set<Called>();
  private readonly toWake = new Set<Called>();
  private telling: NodeJS.Timeout | undefined;
  private reconnecting: NodeJS.Timeout | undefined;
  private client: pg.Client | undefined;
  private reconnectMs = RECONNECT_MS;
  private isClosed = false;
  /** Whoever is woken must not find himself in the transaction of the one who called. */
  private readonly outside = AsyncLocalStorage.snapshot();

  constructor(options: ListenerOptions) {
    this.options = options;
  }

  wake(called: Called): void {
    this.wakeHere([called]);
    if (this.isClosed) return;
    this.toTell.add(called);
    this.telling ??= setTimeout(() => this.outside(() => this.tellOthers()), GATHER_MS).unref();
  }

  onWake(listener: (called: Called) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Here at once and again when the transaction has ended; in other processes when it is stored. */
  async announceForgotten(citizenId: CitizenId): Promise<void> {
    const { database, onForget } = this.options;
    onForget(citizenId);
    database.afterwards(() => onForget(citizenId));
    await this.notify({ forget: citizenId });
  }

  async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.options.url, keepAlive: true });
    client.on('notification', ({ payload }) => this.hear(payload));
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    this.client = client;
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.reconnectMs = RECONNECT_MS;
    // Whatever was said while nobody listened.
    this.options.onForget(undefined);
    this.wakeHere(EVERYBODY);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.telling);
    clearTimeout(this.reconnecting);
    this.listeners.clear();
    await this.client?.end().catch(() => undefined);
  }

  private wakeHere(all: readonly Called[]): void {
    if (this.toWake.size === 0) setImmediate(() => this.outside(() => this.callListeners()));
    for (const called of all) this.toWake.add(called);
  }

  private callListeners(): void {
    const all = [...this.toWake];
    this.toWake.clear();
    for (const listener of this.listeners) for (const called of all) listener(called);
  }

  private tellOthers(): void {
    this.telling = undefined;
    const wake = [...this.toTell];
    this.toTell.clear();
    // A lost call costs a second: the workers also look by themselves.
    this.notify({ wake }).catch(() => undefined);
  }

  private async notify(said: { readonly wake?: readonly Called[]; readonly forget?: CitizenId }): Promise<void> {
    const payload = JSON.stringify({ from: this.self, ...said });
    await this.options.database.query('select pg_notify($1, $2)', [CHANNEL, payload]);
  }

  private hear(payload: string | undefined): void {
    const said = JSON.parse(payload ?? '{}') as { from?: string; wake?: Called[]; forget?: CitizenId };
    if (said.from === this.self) return;
    if (said.forget !== undefined) this.options.onForget(said.forget);
    if (said.wake) this.wakeHere(said.wake.filter((called) => EVERYBODY.includes(called)));
  }

  private lose(client: pg.Client): void {
    if (this.isClosed || this.client !== client) return;
    this.client = undefined;
    this.options.log.warn('database.listener-lost');
    client.end().catch(() => undefined);
    this.reconnecting = setTimeout(() => this.reconnect(), this.reconnectMs).unref();
    this.reconnectMs = Math.min(2 * this.reconnectMs, LONGEST_RECONNECT_MS);
  }

  private reconnect(): void {
    const attempt = this.connect();
    attempt.catch(() => {
      const { client } = this;
      if (client) this.lose(client);
    });
  }
}
