import { closing, type FromPage, type FromServer, type Said, type Shown, VERSION } from './page/frames.ts';

/** The server's end of one socket. The truth is in the store; this only knows how far this socket is. */
export interface ServerLine {
  readonly phase: 'new' | 'looking-up' | 'open' | 'closed';
  readonly session: string;
  /** Where the page says it is, until it is looked up. */
  readonly asked: number;
  /** The last number handed to this socket, and the last one the page has on its screen. */
  readonly sent: number;
  readonly acked: number;
  /** The last number there is. */
  readonly last: number;
  readonly isFetching: boolean;
  /** Nothing more goes into this socket for now. */
  readonly isFull: boolean;
}

interface Numbered {
  readonly seq: number;
  readonly body: Shown;
}

export type LineEvent =
  | { readonly type: 'frame'; readonly frame: FromPage }
  /** What the store says of the session asked for; absent: it is over, or is not this operator's. */
  | { readonly type: 'looked-up'; readonly last: number | undefined }
  | { readonly type: 'grown'; readonly last: number }
  | { readonly type: 'fetched'; readonly after: number; readonly messages: readonly Numbered[] }
  | { readonly type: 'stored'; readonly cid: string }
  | { readonly type: 'full' }
  | { readonly type: 'drained' }
  | { readonly type: 'over'; readonly reason: string };

export type LineAct =
  | { readonly do: 'send'; readonly frame: FromServer }
  | { readonly do: 'look-up'; readonly session: string }
  | { readonly do: 'fetch'; readonly after: number; readonly limit: number }
  | { readonly do: 'store'; readonly cid: string; readonly body: Said }
  | { readonly do: 'note-active' }
  | { readonly do: 'note-shown'; readonly upTo: number }
  | { readonly do: 'close'; readonly code: number };

type After = readonly [ServerLine, readonly LineAct[]];

/** Messages on their way to one page at most; more wait in the store until it says that it has these. */
export const WINDOW = 32;
export const HEARTBEAT_MS = 25_000;
export const MAX_BYTES = 64 * 1024;

export const newLine: ServerLine = {
  phase: 'new',
  session: '',
  asked: 0,
  sent: 0,
  acked: 0,
  last: 0,
  isFetching: false,
  isFull: false,
};

/** `now` only stands in the welcome. */
export function lineAfter(line: ServerLine, event: LineEvent, now = ''): After {
  if (line.phase === 'closed') return [line, []];
  switch (event.type) {
    case 'frame':
      return afterFrame(line, event.frame);
    case 'looked-up':
      return line.phase === 'looking-up' ? welcome(line, event.last, now) : [line, []];
    case 'grown':
      // Also while it is looked up: what comes just then would otherwise wait for the next.
      return pushed({ ...line, last: Math.max(line.last, event.last) });
    case 'fetched':
      return afterFetched(line, event.after, event.messages);
    case 'stored':
      return [line, [{ do: 'send', frame: { t: 'ack', cid: event.cid, status: 'stored' } }]];
    case 'full':
      return [{ ...line, isFull: true }, []];
    case 'drained':
      return pushed({ ...line, isFull: false });
    case 'over':
      return ended(line, event.reason);
  }
}

function afterFrame(line: ServerLine, frame: FromPage): After {
  switch (frame.t) {
    case 'hello': {
      if (frame.v !== VERSION) return shut(line, closing.version);
      const isOther = line.session !== '' && frame.session !== line.session;
      if (isOther) return shut(line, closing.badFrame);
      return [
        { ...line, phase: 'looking-up', session: frame.session, asked: frame.lastSeq },
        [{ do: 'look-up', session: frame.session }],
      ];
    }
    case 'msg':
      if (line.phase === 'new') return shut(line, closing.badFrame);
      return [line, [{ do: 'store', cid: frame.cid, body: frame.body }]];
    case 'ack': {
      if (line.phase === 'new') return shut(line, closing.badFrame);
      const acked = Math.min(frame.seq, line.sent);
      if (acked <= line.acked) return [line, []];
      const [after, acts] = pushed({ ...line, acked });
      return [after, [{ do: 'note-shown', upTo: acked }, ...acts]];
    }
    case 'active':
      return [line, line.phase === 'open' ? [{ do: 'note-active' }] : []];
    case 'hb':
      return [line, []];
  }
}

/** Live messages wait until what was missed has been sent: all of them go by their number. */
function welcome(line: ServerLine, found: number | undefined, now: string): After {
  if (found === undefined) return ended(line, 'over');
  const last = Math.max(found, line.last);
  const isAhead = line.asked > last;
  const from = isAhead ? 0 : line.asked;
  const frame: FromServer = {
    t: 'welcome',
    session: line.session,
    resumed: from > 0,
    nextSeq: from + 1,
    hb: HEARTBEAT_MS,
    maxBytes: MAX_BYTES,
    serverTime: now,
  };
  const open: ServerLine = { ...line, phase: 'open', sent: from, acked: from, last, isFetching: false };
  const [after, acts] = pushed(open);
  const reset: readonly LineAct[] = isAhead ? [{ do: 'send', frame: { t: 'reset' } }] : [];
  return [after, [...reset, { do: 'send', frame }, ...acts]];
}

/** Fetches what can go out now. */
function pushed(line: ServerLine): After {
  const room = WINDOW - (line.sent - line.acked);
  if (line.phase !== 'open' || line.isFetching || line.isFull || line.sent >= line.last || room < 1) return [line, []];
  return [{ ...line, isFetching: true }, [{ do: 'fetch', after: line.sent, limit: room }]];
}

function afterFetched(line: ServerLine, from: number, messages: readonly Numbered[]): After {
  // Asked for before the page said hello again: what is wanted now was asked for since.
  if (!line.isFetching || from !== line.sent) return [line, []];
  let { sent } = line;
  const acts: LineAct[] = [];
  for (const { seq, body } of messages) {
    if (seq !== sent + 1) continue;
    sent = seq;
    acts.push({ do: 'send', frame: { t: 'msg', seq, body } });
  }
  // Nothing was there though there should be: the session was just wiped, and its end is on its way.
  const last = acts.length === 0 ? sent : Math.max(line.last, sent);
  const [after, more] = pushed({ ...line, sent, last, isFetching: false });
  return [after, [...acts, ...more]];
}

const ended = (line: ServerLine, reason: string): After => {
  const [after, acts] = shut(line, closing.sessionOver);
  return [after, [{ do: 'send', frame: { t: 'end', reason } }, ...acts]];
};

const shut = (line: ServerLine, code: number): After => [{ ...line, phase: 'closed' }, [{ do: 'close', code }]];
