import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ChannelWorld } from '../channel-plugin.ts';
import { Connection } from './connection.ts';
import { closing, PROTOCOL, TICKET_PREFIX } from './page/frames.ts';
import { HEARTBEAT_MS, MAX_BYTES } from './server-line.ts';
import type { Tickets } from './tickets.ts';

/** What a ticket lets in. */
export interface Holder {
  readonly operatorId: string;
  readonly kiosk: string;
}

/** A page says hello at once, or it is none. */
const HELLO_MS = 5_000;
/** A lost call costs so much. */
const LOOK_MS = 2_000;

/** All sockets of this process, and what is new for them. */
export class Sockets {
  readonly #tickets: Tickets<Holder>;
  readonly #world: ChannelWorld;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_BYTES,
    maxFragments: 64,
    maxBufferedChunks: 1024,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  readonly #all = new Set<Connection>();
  readonly #bySession = new Map<string, Connection>();
  readonly #timers: readonly NodeJS.Timeout[];
  #unlisten: (() => void) | undefined;
  #isLooking = false;
  #wasCalled = false;

  constructor(tickets: Tickets<Holder>, world: ChannelWorld) {
    this.#tickets = tickets;
    this.#world = world;
    const every = (ms: number, work: () => void): NodeJS.Timeout => setInterval(work, ms).unref();
    this.#timers = [every(HEARTBEAT_MS, () => this.#beat()), every(LOOK_MS, () => void this.#look())];
  }

  get count(): number {
    return this.#all.size;
  }

  /** Who has no ticket learns nothing but that. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());
    const ticket = offered.find((each) => each.startsWith(TICKET_PREFIX))?.slice(TICKET_PREFIX.length);
    if (!ticket || !offered.includes(PROTOCOL)) return refuse(socket, '401 Unauthorized');
    let holder: Holder | undefined;
    try {
      holder = await this.#tickets.redeem(ticket);
    } catch (error) {
      this.#world.log.alarm('kiosk.ticket-not-checked', {}, error);
      return refuse(socket, '503 Service Unavailable');
    }
    if (!holder) return refuse(socket, '401 Unauthorized');
    const whose = holder;
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#take(opened, whose));
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#unlisten?.();
    for (const connection of this.#all) connection.close(closing.goingAway);
    this.#server.close();
  }

  #take(socket: WebSocket, { operatorId, kiosk }: Holder): void {
    const { assisting } = this.#world;
    this.#unlisten ??= assisting.onShown(() => void this.#look());
    const connection = new Connection({
      socket,
      operatorId,
      kiosk,
      assisting,
      world: this.#world,
      onSession: (mine, session) => this.#newest(mine, session),
    });
    this.#all.add(connection);
    const late = setTimeout(() => {
      if (!connection.isGreeted) connection.close(closing.badFrame);
    }, HELLO_MS).unref();
    socket.once('close', () => {
      clearTimeout(late);
      this.#all.delete(connection);
      if (this.#bySession.get(connection.session) === connection) this.#bySession.delete(connection.session);
    });
  }

  /** Of two windows with one session the later one counts. */
  #newest(connection: Connection, session: string): void {
    const before = this.#bySession.get(session);
    if (before && before !== connection) before.close(closing.replaced);
    this.#bySession.set(session, connection);
  }

  #shut(disabled: ReadonlySet<string>): void {
    for (const connection of this.#all) if (disabled.has(connection.kiosk)) connection.close(closing.disabled);
  }

  #beat(): void {
    for (const connection of this.#all) {
      if (connection.isAlive) connection.ping();
      else connection.terminate();
    }
    const seen = [...this.#all].map(({ kiosk }) => kiosk);
    if (seen.length > 0) void this.#noteSeen(seen);
  }

  async #noteSeen(kiosks: readonly string[]): Promise<void> {
    const { log, kiosks: known } = this.#world;
    await known.noteSeen(kiosks).catch((error: unknown) => log.alarm('kiosk.not-noted', {}, error));
  }

  /** One look at a time; who calls meanwhile is served by another one after it. */
  async #look(): Promise<void> {
    this.#wasCalled = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (this.#wasCalled) {
        this.#wasCalled = false;
        if (this.#all.size === 0) return;
        const sessions = [...this.#bySession];
        const standing = await this.#world.assisting.standing(sessions.map(([session]) => session));
        // Asked after: a session that ended because of it is then known to.
        this.#shut(await this.#world.kiosks.disabled());
        for (const [session, connection] of sessions) connection.look(standing.get(session));
      }
    } catch (error) {
      this.#world.log.alarm('kiosk.look-failed', {}, error);
    } finally {
      this.#isLooking = false;
    }
  }
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
