import { closing, type FromPage, type FromServer, type Said, type Shown, VERSION } from './frames.ts';

/** The page's end of the line. Plain data: cut the socket wherever you like, and it goes on from here. */
export interface PageLine {
  readonly session: string;
  /** The last message on the screen. */
  readonly lastSeq: number;
  /** What was said and is not known to be stored, oldest first. */
  readonly outbox: readonly Waiting[];
  /** How many of these, from the first, are under way on this socket. */
  readonly sent: number;
  readonly phase: 'cut' | 'greeting' | 'open' | 'over';
  /** Cuts and failed tries since the line last held for a while. */
  readonly failures: number;
}

export interface Waiting {
  readonly cid: string;
  readonly body: Said;
}

export type PageEvent =
  | { readonly type: 'connected' }
  | { readonly type: 'frame'; readonly frame: FromServer }
  | { readonly type: 'closed'; readonly code: number }
  /** The line has held for a while. */
  | { readonly type: 'held' }
  | { readonly type: 'said'; readonly cid: string; readonly body: Said };

export type PageAct =
  | { readonly do: 'send'; readonly frame: FromPage }
  | { readonly do: 'show'; readonly seq: number; readonly body: Shown }
  /** The server cannot take what was said; it is given up. */
  | { readonly do: 'give-up'; readonly cid: string }
  /** Takes everything off the screen that was shown so far; it comes again. */
  | { readonly do: 'clear' }
  | { readonly do: 'reconnect'; readonly failures: number }
  /** The session is over; nothing of it may stay. */
  | { readonly do: 'wipe'; readonly reason: string }
  /** Another window has taken the session, or the page is too old. */
  | { readonly do: 'stop'; readonly why: 'replaced' | 'version' };

type After = readonly [PageLine, readonly PageAct[]];

export const pageLineOf = (session: string): PageLine => ({
  session,
  lastSeq: 0,
  outbox: [],
  sent: 0,
  phase: 'cut',
  failures: 0,
});

/** Waits at most: a page that is cut off for long does not fill its memory. After some minutes of it the session is wiped anyway. */
const MOST_WAITING = 100;
const MOST_WAITING_BYTES = 1_000_000;
/** Messages on their way to the server at most; more go out as it says that it has these. */
export const MOST_SENT = 8;

/** Is there room to keep this until it is stored? */
export const hasRoomFor = ({ outbox }: PageLine, body: Said): boolean =>
  outbox.length < MOST_WAITING &&
  outbox.reduce((sum, waiting) => sum + bytesOf(waiting.body), bytesOf(body)) <= MOST_WAITING_BYTES;

const bytesOf = (body: Said): number => new TextEncoder().encode(JSON.stringify(body)).byteLength;

export function pageLineAfter(line: PageLine, event: PageEvent): After {
  if (line.phase === 'over') return [line, []];
  switch (event.type) {
    case 'connected':
      return [{ ...line, phase: 'greeting', sent: 0 }, [{ do: 'send', frame: helloOf(line) }]];
    case 'closed':
      return afterClosed(line, event.code);
    case 'held':
      return [line.phase === 'open' ? { ...line, failures: 0 } : line, []];
    case 'said':
      return afterSaid(line, { cid: event.cid, body: event.body });
    case 'frame':
      return afterFrame(line, event.frame);
  }
}

/** A server that stops loses all its pages at once, and one that was asked too much wants a rest: these wait longer from the first. */
const PATIENT: ReadonlyMap<number, number> = new Map([
  [closing.goingAway, 3],
  [closing.tooMany, 5],
]);

const helloOf = ({ session, lastSeq }: PageLine): FromPage => ({ t: 'hello', v: VERSION, session, lastSeq });
const asMessage = ({ cid, body }: Waiting): PageAct => ({ do: 'send', frame: { t: 'msg', cid, body } });

function afterClosed(line: PageLine, code: number): After {
  if (code === closing.sessionOver) return over(line, 'over');
  if (code === closing.disabled) return over(line, 'disabled');
  if (code === closing.replaced) return [{ ...line, phase: 'over' }, [{ do: 'stop', why: 'replaced' }]];
  if (code === closing.version) return [{ ...line, phase: 'over' }, [{ do: 'stop', why: 'version' }]];
  const failures = Math.max(line.failures + 1, PATIENT.get(code) ?? 1);
  const cut: PageLine = { ...line, phase: 'cut', sent: 0, failures };
  const reconnect: PageAct = { do: 'reconnect', failures };
  const largest = line.outbox.toSorted((one, other) => bytesOf(other.body) - bytesOf(one.body))[0];
  if (code !== closing.tooBig || !largest) return [cut, [reconnect]];
  // Sent again it would cut every line.
  const outbox = line.outbox.filter(({ cid }) => cid !== largest.cid);
  return [{ ...cut, outbox }, [{ do: 'give-up', cid: largest.cid }, reconnect]];
}

/** Kept first, then sent: what is typed during a cut goes out in its turn. */
function afterSaid(line: PageLine, said: Waiting): After {
  const isThere = line.outbox.some(({ cid }) => cid === said.cid);
  if (isThere || !hasRoomFor(line, said.body)) return [line, []];
  return sentOn({ ...line, outbox: [...line.outbox, said] });
}

/** Sends what may be under way now, in order. */
function sentOn(line: PageLine): After {
  if (line.phase !== 'open') return [line, []];
  const next = line.outbox.slice(line.sent, MOST_SENT);
  return [{ ...line, sent: line.sent + next.length }, next.map(asMessage)];
}

/** No longer kept: the server has it, or never will. */
function without(line: PageLine, cid: string): After {
  const at = line.outbox.findIndex((each) => each.cid === cid);
  if (at < 0) return [line, []];
  const sent = at < line.sent ? line.sent - 1 : line.sent;
  return sentOn({ ...line, outbox: line.outbox.toSpliced(at, 1), sent });
}

function afterFrame(line: PageLine, frame: FromServer): After {
  switch (frame.t) {
    case 'welcome':
      if (line.phase !== 'greeting' || frame.session !== line.session) return [line, []];
      return sentOn({ ...line, phase: 'open' });
    case 'msg':
      return afterShown(line, frame.seq, frame.body);
    case 'ack':
      return without(line, frame.cid);
    case 'err': {
      const [after, acts] = without(line, frame.ref);
      return [after, [{ do: 'give-up', cid: frame.ref }, ...acts]];
    }
    case 'reset':
      return [{ ...line, lastSeq: 0 }, [{ do: 'clear' }]];
    case 'end':
      return over(line, frame.reason);
    case 'hb':
      return [line, []];
  }
}

function afterShown(line: PageLine, seq: number, body: Shown): After {
  const ack = (upTo: number): PageAct => ({ do: 'send', frame: { t: 'ack', seq: upTo } });
  if (seq <= line.lastSeq) return [line, [ack(line.lastSeq)]];
  // A gap cannot come from our server on one line; whatever it is, asking again from where we are heals it.
  if (seq > line.lastSeq + 1) return [line, [{ do: 'send', frame: helloOf(line) }]];
  return [{ ...line, lastSeq: seq }, [{ do: 'show', seq, body }, ack(seq)]];
}

const over = (line: PageLine, reason: string): After => [
  { ...line, outbox: [], sent: 0, phase: 'over' },
  [{ do: 'wipe', reason }],
];

/** Milliseconds before the next try; `chance` in [0, 1). All kiosks of a town lose their line together, and must not return together. */
export const delayBefore = (failures: number, chance: number): number =>
  Math.round(chance * Math.min(30_000, 1000 * 2 ** Math.min(failures - 1, 10)));
