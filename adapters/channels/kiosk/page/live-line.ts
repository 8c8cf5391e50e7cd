import { fetchJson, Refused } from '#adapters/web/page/fetch-json.ts';
import { deviceProof } from './device.ts';
import { closing, type FromPage, type FromServer, PROTOCOL, type Said, type Shown, TICKET_PREFIX } from './frames.ts';
import { needsLine } from './needs-line.ts';
import {
  delayBefore,
  hasRoomFor,
  type PageAct,
  type PageEvent,
  type PageLine,
  pageLineAfter,
  pageLineOf,
} from './page-line.ts';

/** What the line tells the screen. */
export interface LineListener {
  readonly onShown: (seq: number, body: Shown) => void;
  readonly onClear: () => void;
  /** Something that was said cannot be taken. */
  readonly onGivenUp: () => void;
  readonly onState: (state: LineState) => void;
  /** Nothing may stay. */
  readonly onOver: (reason: string) => void;
}

export interface LineState {
  readonly isOpen: boolean;
  /** How much was said and is not stored yet. */
  readonly waiting: number;
}

const NO_KIOSK: ReadonlySet<string> = new Set(['assisting.kioskDisabled', 'assisting.kioskUnknown']);
const BEAT_MS = 25_000;
/** Longer than the server is ever silent. */
const SILENCE_MS = 40_000;
/** After so long an open line is a good one. */
const HELD_MS = 60_000;
/** What is shown is acknowledged together, so often at most. */
const ACK_MS = 500;

/** Holds the socket of one session, and opens it again whenever it is cut. What was said lives in memory only: a power cut leaves nothing. */
export class LiveLine {
  #line: PageLine;
  #socket: WebSocket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #held: ReturnType<typeof setTimeout> | undefined;
  #ack: ReturnType<typeof setTimeout> | undefined;
  readonly #beat = setInterval(() => this.#send({ t: 'hb' }), BEAT_MS);
  readonly #listener: LineListener;
  readonly #onOnline = () => this.#reconnectNow();

  constructor(session: string, listener: LineListener) {
    this.#line = pageLineOf(session);
    this.#listener = listener;
    addEventListener('online', this.#onOnline);
    document.addEventListener('visibilitychange', this.#onOnline);
    void this.#connect();
  }

  /** `full`: nothing more can be kept. `cut`: this is not kept at all. */
  say(body: Said): 'taken' | 'full' | 'cut' {
    if (this.#line.phase !== 'open' && needsLine(body)) return 'cut';
    if (!hasRoomFor(this.#line, body)) return 'full';
    this.#tell({ type: 'said', cid: crypto.randomUUID(), body });
    return 'taken';
  }

  isActive(): void {
    if (this.#line.phase === 'open') this.#send({ t: 'active' });
  }

  end(): void {
    this.#line = { ...this.#line, phase: 'over', outbox: [] };
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    clearTimeout(this.#held);
    clearTimeout(this.#ack);
    clearInterval(this.#beat);
    removeEventListener('online', this.#onOnline);
    document.removeEventListener('visibilitychange', this.#onOnline);
    this.#socket?.close();
  }

  async #connect(): Promise<void> {
    if (this.#line.phase === 'over') return;
    try {
      const { ticket } = await fetchJson<{ ticket: string }>('/kiosk/api/ticket', { device: await deviceProof() });
      this.#open(ticket);
    } catch (error) {
      // Whoever is signed out cannot go on: the session is the operator's.
      if (error instanceof Refused && error.status === 401) return this.#do({ do: 'wipe', reason: 'signed-out' });
      // Nor does a kiosk that is out of service, or whose place another device has taken.
      if (error instanceof Refused && NO_KIOSK.has(error.key))
        return this.#tell({ type: 'closed', code: closing.disabled });
      this.#tell({ type: 'closed', code: 1006 });
    }
  }

  #open(ticket: string): void {
    if (this.#line.phase === 'over') return;
    const address = new URL('/kiosk/socket', location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address, [PROTOCOL, `${TICKET_PREFIX}${ticket}`]);
    this.#socket = socket;
    socket.onopen = () => {
      clearTimeout(this.#held);
      this.#held = setTimeout(() => this.#tell({ type: 'held' }), HELD_MS);
      this.#tell({ type: 'connected' });
    };
    socket.onmessage = ({ data }) => {
      this.#listenOn();
      this.#tell({ type: 'frame', frame: JSON.parse(String(data)) as FromServer });
    };
    socket.onclose = ({ code }) => {
      if (this.#socket === socket) this.#tell({ type: 'closed', code });
    };
    this.#listenOn();
  }

  /** A line that is silent for too long is cut, whatever the browser thinks of it. */
  #listenOn(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#drop(), SILENCE_MS);
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#tell({ type: 'closed', code: 1006 });
  }

  #reconnectNow(): void {
    if (this.#line.phase !== 'cut' || !this.#retry) return;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    void this.#connect();
  }

  #tell(event: PageEvent): void {
    const [line, acts] = pageLineAfter(this.#line, event);
    this.#line = line;
    for (const act of acts) this.#do(act);
    this.#listener.onState({ isOpen: this.#line.phase === 'open', waiting: this.#line.outbox.length });
  }

  #do(act: PageAct): void {
    switch (act.do) {
      case 'send':
        return this.#sendSoon(act.frame);
      case 'give-up':
        return this.#listener.onGivenUp();
      case 'show':
        return this.#listener.onShown(act.seq, act.body);
      case 'clear':
        return this.#listener.onClear();
      case 'reconnect':
        clearTimeout(this.#silence);
        clearTimeout(this.#held);
        clearTimeout(this.#retry);
        this.#retry = setTimeout(
          () => {
            this.#retry = undefined;
            void this.#connect();
          },
          delayBefore(act.failures, Math.random()),
        );
        return;
      case 'wipe':
        this.end();
        return this.#listener.onOver(act.reason);
      case 'stop':
        this.end();
        return act.why === 'version' ? location.reload() : this.#listener.onOver('replaced');
    }
  }

  #sendSoon(frame: FromPage): void {
    if (frame.t !== 'ack') return this.#send(frame);
    this.#ack ??= setTimeout(() => {
      this.#ack = undefined;
      this.#send({ t: 'ack', seq: this.#line.lastSeq });
    }, ACK_MS);
  }

  #send(frame: FromPage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }
}
