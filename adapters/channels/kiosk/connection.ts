import type { RawData, WebSocket } from 'ws';
import type { Assisting } from '#application/ports/in/assisting.ts';
import type { ScreenStanding } from '#application/ports/out/screens.ts';
import type { ChannelWorld } from '../channel-plugin.ts';
import { contentOf } from './content.ts';
import { closing, type FromServer, type Said, type Shown } from './page/frames.ts';
import { readFrame } from './read-frame.ts';
import { type LineAct, type LineEvent, lineAfter, newLine, type ServerLine } from './server-line.ts';
import { Throttle } from './throttle.ts';

/** Bytes that wait in this process for one slow page: above, nothing more is fetched; far above for long, the socket is closed. */
const FULL_BYTES = 256 * 1024;
const HOPELESS_BYTES = 1024 * 1024;
const DRAIN_LOOK_MS = 200;
/** Ten seconds: one large document is on its way for a while, also to a page that reads as fast as it can. */
const HOPELESS_LOOKS = 50;

export interface ConnectionParts {
  readonly socket: WebSocket;
  readonly operatorId: string;
  /** On which its page runs. */
  readonly kiosk: string;
  readonly assisting: Assisting;
  readonly world: Pick<ChannelWorld, 'operating' | 'clock' | 'log'>;
  /** The page shows this session, which is its operator's: the newest line counts. */
  readonly onSession: (connection: Connection, session: string) => void;
}

/** One socket: does for its line what the line asks for. */
export class Connection {
  isAlive = true;
  #line: ServerLine = newLine;
  /** What was said is stored one after the other, as it came. */
  #storing: Promise<void> = Promise.resolve();
  #references = new Map<number, string>();
  #draining: NodeJS.Timeout | undefined;
  /** Which of the session's lines this is. */
  #number = 0;
  #pause: NodeJS.Timeout | undefined;
  readonly #throttle = new Throttle({ perSecond: 10, burst: 30, debt: 20 });
  readonly #parts: ConnectionParts;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    const { socket } = parts;
    socket.on('message', (data, isBinary) => this.#hear(data, isBinary));
    socket.on('pong', () => {
      this.isAlive = true;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(this.#draining);
      clearTimeout(this.#pause);
    });
  }

  get session(): string {
    return this.#line.session;
  }

  get kiosk(): string {
    return this.#parts.kiosk;
  }

  get isGreeted(): boolean {
    return this.#line.phase !== 'new';
  }

  /** `standing` absent: the session is over. */
  look(standing: ScreenStanding | undefined): void {
    if (this.#line.phase !== 'open') return;
    if (!standing) return this.#tell({ type: 'over', reason: 'over' });
    // Also in another process: numbers only grow, so what was looked up too early closes nobody.
    if (standing.lines > this.#number) return this.close(closing.replaced);
    this.#tell({ type: 'grown', last: standing.last });
  }

  ping(): void {
    this.isAlive = false;
    this.#parts.socket.ping();
    this.#send({ t: 'hb' });
  }

  close(code: number): void {
    this.#line = { ...this.#line, phase: 'closed' };
    this.#parts.socket.close(code);
  }

  /** Of a page that does not answer any more. */
  terminate(): void {
    this.#parts.socket.terminate();
  }

  #hear(data: RawData, isBinary: boolean): void {
    this.isAlive = true;
    const wait = this.#throttle.take();
    if (!Number.isFinite(wait)) return this.close(closing.tooMany);
    if (wait > 0) this.#hearNothingFor(wait);
    const frame = isBinary ? undefined : readFrame(data.toString());
    if (!frame) return this.close(closing.badFrame);
    if (frame.t === 'unreadable') return this.#send({ t: 'err', code: 'bad_frame', ref: frame.cid });
    this.#tell({ type: 'frame', frame });
  }

  /** What was kept during a cut comes all at once: it is read more slowly, and not turned away. */
  #hearNothingFor(ms: number): void {
    if (this.#pause) return;
    this.#parts.socket.pause();
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      this.#parts.socket.resume();
    }, ms);
  }

  #tell(event: LineEvent): void {
    const [line, acts] = lineAfter(this.#line, event, this.#parts.world.clock.now());
    this.#line = line;
    for (const act of acts) this.#do(act);
  }

  #do(act: LineAct): void {
    switch (act.do) {
      case 'send':
        return this.#send(act.frame);
      case 'look-up':
        return this.#later(() => this.#lookUp(act.session));
      case 'fetch':
        return this.#later(async () => {
          const found = await this.#parts.assisting.shownAfter(this.#line.session, act.after, act.limit);
          for (const { seq, reference } of found) this.#references.set(seq, reference);
          const messages = found.map(({ seq, body }) => ({ seq, body: body as unknown as Shown }));
          this.#tell({ type: 'fetched', after: act.after, messages });
        });
      case 'store':
        this.#storing = this.#storing.then(() => this.#store(act.cid, act.body));
        return;
      case 'note-active':
        return this.#later(() => this.#stay());
      case 'note-shown':
        return this.#later(() => this.#noteShown(act.upTo));
      case 'close':
        return this.close(act.code);
    }
  }

  async #lookUp(session: string): Promise<void> {
    const { operatorId, kiosk, assisting, onSession } = this.#parts;
    const open = await assisting.current(operatorId);
    if (open?.id !== session || open.kiosk !== kiosk) return this.#tell({ type: 'looked-up', last: undefined });
    this.#number = await assisting.takeLine(session);
    onSession(this, session);
    const standing = await assisting.standing([session]);
    this.#tell({ type: 'looked-up', last: standing.get(session)?.last });
  }

  async #store(cid: string, body: Said): Promise<void> {
    // What came before it was not stored, so this must not be either.
    if (this.#line.phase === 'closed') return;
    const { assisting, operatorId, world } = this.#parts;
    try {
      await assisting.hear(operatorId, this.#line.session, { id: cid, content: contentOf(body) });
      this.#tell({ type: 'stored', cid });
    } catch (error) {
      if (isOver(error)) return this.#tell({ type: 'over', reason: 'over' });
      world.log.alarm('channel.call-not-stored', { channel: 'kiosk' }, error);
      // What comes behind it must not overtake it: the page sends all of it again on a new line.
      this.close(closing.goingAway);
    }
  }

  async #stay(): Promise<void> {
    try {
      await this.#parts.assisting.stay(this.#parts.operatorId, this.#line.session);
    } catch (error) {
      if (!isOver(error)) throw error;
      this.#tell({ type: 'over', reason: 'over' });
    }
  }

  async #noteShown(upTo: number): Promise<void> {
    const { operating, clock } = this.#parts.world;
    const shown = [...this.#references].filter(([seq]) => seq <= upTo);
    for (const [seq] of shown) this.#references.delete(seq);
    const at = clock.now();
    const statuses = shown.map(([, messageId]) => ({
      messageId,
      status: 'delivered' as const,
      at,
      reference: messageId,
    }));
    await operating.reportDelivery('kiosk', statuses);
  }

  #later(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.#parts.world.log.alarm('kiosk.line-failed', {}, error);
      this.close(closing.goingAway);
    });
  }

  #send(frame: FromServer): void {
    const { socket } = this.#parts;
    if (socket.readyState !== socket.OPEN) return;
    socket.send(JSON.stringify(frame));
    if (socket.bufferedAmount > FULL_BYTES && !this.#line.isFull) this.#waitUntilDrained();
  }

  #waitUntilDrained(): void {
    this.#tell({ type: 'full' });
    let hopeless = 0;
    this.#draining = setInterval(() => {
      const { bufferedAmount } = this.#parts.socket;
      hopeless = bufferedAmount > HOPELESS_BYTES ? hopeless + 1 : 0;
      if (hopeless >= HOPELESS_LOOKS) return this.close(closing.slow);
      if (bufferedAmount > FULL_BYTES / 2) return;
      clearInterval(this.#draining);
      this.#tell({ type: 'drained' });
    }, DRAIN_LOOK_MS);
  }
}

const isOver = (error: unknown): boolean => error instanceof Error && error.name === 'SessionOver';
