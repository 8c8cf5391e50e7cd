import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FromPage, type FromServer, type Said, VERSION } from '#adapters/channels/kiosk/page/frames.ts';
import { needsLine } from '#adapters/channels/kiosk/page/needs-line.ts';
import {
  delayBefore,
  type PageAct,
  type PageEvent,
  type PageLine,
  pageLineAfter,
  pageLineOf,
} from '#adapters/channels/kiosk/page/page-line.ts';
import { readFrame } from '#adapters/channels/kiosk/read-frame.ts';
import {
  type LineAct,
  type LineEvent,
  lineAfter,
  newLine,
  type ServerLine,
} from '#adapters/channels/kiosk/server-line.ts';
import { command } from '#domain/conversation/commands.ts';

/** One socket: what is still under way on it, in order. */
interface Wire {
  line: ServerLine;
  readonly toServer: FromPage[];
  readonly toPage: FromServer[];
  /** What the server has begun for this socket and not finished, in order; goes on after a cut. */
  readonly pending: LineEvent[];
  isCut: boolean;
}

/** A page and a server with a line between them on which anything may happen that happens to lines. */
class Town {
  readonly wires: Wire[] = [];
  readonly log: string[] = [];
  readonly inbox: string[] = [];
  readonly screen: string[] = [];
  readonly typed: string[] = [];
  page: PageLine = pageLineOf('s');

  get wire(): Wire | undefined {
    const last = this.wires.at(-1);
    return last?.isCut ? undefined : last;
  }

  connect(): void {
    if (this.wire || this.page.phase === 'over') return;
    this.wires.push({ line: newLine, toServer: [], toPage: [], pending: [], isCut: false });
    this.tellPage({ type: 'connected' });
  }

  /** Frames to the server may still arrive; those to the page are lost. */
  cut(): void {
    const { wire } = this;
    if (!wire) return;
    wire.isCut = true;
    wire.toPage.length = 0;
    this.tellPage({ type: 'closed', code: 1006 });
  }

  type(): void {
    const text = `c-${this.typed.length}`;
    this.typed.push(text);
    this.tellPage({ type: 'said', cid: text, body: { type: 'text', text } });
  }

  answer(): void {
    this.log.push(`m-${this.log.length + 1}`);
    for (const wire of this.wires) this.tellServer(wire, { type: 'grown', last: this.log.length });
  }

  /** `twice`: the frame arrives, and stays to arrive again. */
  deliverToServer(wire: Wire, twice: boolean): void {
    const frame = twice ? wire.toServer[0] : wire.toServer.shift();
    if (frame) this.tellServer(wire, { type: 'frame', frame });
  }

  deliverToPage(twice: boolean): void {
    const frame = twice ? this.wire?.toPage[0] : this.wire?.toPage.shift();
    if (frame) this.tellPage({ type: 'frame', frame });
  }

  /** Something that the server does slowly comes to its end. */
  finish(wire: Wire): void {
    const event = wire.pending.shift();
    if (event) this.tellServer(wire, event);
  }

  settle(): void {
    this.connect();
    for (let left = 10_000; left > 0; left -= 1) {
      const busy = this.wires.filter(({ toServer, pending }) => toServer.length > 0 || pending.length > 0);
      for (const wire of busy) {
        this.deliverToServer(wire, false);
        this.finish(wire);
      }
      if (this.wire?.toPage.length) this.deliverToPage(false);
      else if (busy.length === 0) return;
    }
    throw new Error('the line never comes to rest');
  }

  private tellPage(event: PageEvent): void {
    const [page, acts] = pageLineAfter(this.page, event);
    this.page = page;
    for (const act of acts) this.doForPage(act);
  }

  private doForPage(act: PageAct): void {
    if (act.do === 'send') this.wire?.toServer.push(act.frame);
    if (act.do === 'show') this.screen.push(act.body.text);
    if (act.do === 'clear') this.screen.length = 0;
  }

  private tellServer(wire: Wire, event: LineEvent): void {
    const [line, acts] = lineAfter(wire.line, event);
    wire.line = line;
    for (const act of acts) this.doForServer(wire, act);
  }

  private doForServer(wire: Wire, act: LineAct): void {
    if (act.do === 'send' && !wire.isCut) wire.toPage.push(act.frame);
    if (act.do === 'look-up') wire.pending.push({ type: 'looked-up', last: this.log.length });
    if (act.do === 'fetch') {
      const messages = this.log
        .map((text, at) => ({ seq: at + 1, body: { text } }))
        .slice(act.after, act.after + act.limit);
      wire.pending.push({ type: 'fetched', after: act.after, messages });
    }
    if (act.do === 'store') {
      if (!this.inbox.includes(act.cid)) this.inbox.push(act.cid);
      wire.pending.push({ type: 'stored', cid: act.cid });
    }
  }
}

const happening = fc.record({
  what: fc.constantFrom('connect', 'cut', 'type', 'answer', 'to-server', 'to-page', 'finish', 'late'),
  nth: fc.nat(5),
  twice: fc.boolean(),
});

function happen(town: Town, { what, nth, twice }: { what: string; nth: number; twice: boolean }): void {
  const wire = what === 'late' ? town.wires[nth % Math.max(1, town.wires.length)] : town.wires.at(-1);
  if (what === 'connect') town.connect();
  if (what === 'cut') town.cut();
  if (what === 'type') town.type();
  if (what === 'answer') town.answer();
  if (what === 'to-page') town.deliverToPage(twice);
  if (wire && (what === 'to-server' || what === 'late')) town.deliverToServer(wire, twice);
  if (wire && (what === 'finish' || what === 'late')) town.finish(wire);
}

describe('the line of a kiosk', () => {
  it('brings everything exactly once and in order, both ways, however it is cut, doubled and delayed', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 120, size: 'max' }), (happenings) => {
        const town = new Town();
        for (const each of happenings) {
          happen(town, each);
          // Never a message twice or out of turn, also while it goes on.
          expect(town.screen).toEqual(town.log.slice(0, town.screen.length));
        }
        town.settle();
        expect(town.inbox).toEqual(town.typed);
        expect(town.screen).toEqual(town.log);
        expect(town.page.outbox).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('lets so many messages be on their way and no more, until the page has them', () => {
    let [line] = lineAfter(newLine, { type: 'frame', frame: { t: 'hello', v: VERSION, session: 's', lastSeq: 0 } });
    let [after, acts] = lineAfter(line, { type: 'looked-up', last: 100 });
    expect(acts.at(-1)).toEqual({ do: 'fetch', after: 0, limit: 32 });
    const messages = Array.from({ length: 32 }, (_, at) => ({ seq: at + 1, body: { text: '' } }));
    [line, acts] = lineAfter(after, { type: 'fetched', after: 0, messages });
    expect(acts.filter((act) => act.do === 'fetch')).toEqual([]);
    [after, acts] = lineAfter(line, { type: 'frame', frame: { t: 'ack', seq: 20 } });
    expect(acts).toEqual([
      { do: 'note-shown', upTo: 20 },
      { do: 'fetch', after: 32, limit: 20 },
    ]);
  });

  it('tells a page that is ahead of it to begin anew', () => {
    const [line] = lineAfter(newLine, { type: 'frame', frame: { t: 'hello', v: VERSION, session: 's', lastSeq: 9 } });
    const [, acts] = lineAfter(line, { type: 'looked-up', last: 3 });
    expect(acts.map((act) => (act.do === 'send' ? act.frame.t : act.do))).toEqual(['reset', 'welcome', 'fetch']);
  });

  it('ends with the session, and the page keeps nothing', () => {
    const [line] = lineAfter(newLine, { type: 'frame', frame: { t: 'hello', v: VERSION, session: 's', lastSeq: 0 } });
    expect(lineAfter(line, { type: 'looked-up', last: undefined })[1]).toEqual([
      { do: 'send', frame: { t: 'end', reason: 'over' } },
      { do: 'close', code: 4040 },
    ]);
    const [typed] = pageLineAfter(pageLineOf('s'), { type: 'said', cid: '1', body: { type: 'text', text: 'private' } });
    const [page, acts] = pageLineAfter(typed, { type: 'frame', frame: { t: 'end', reason: 'idle' } });
    expect(acts).toEqual([{ do: 'wipe', reason: 'idle' }]);
    expect(page.outbox).toEqual([]);
    expect(pageLineAfter(page, { type: 'said', cid: '2', body: { type: 'text', text: 'late' } })[0]).toBe(page);
  });

  it('takes nothing before the greeting, and no other version', () => {
    const closes = (frame: FromPage) => lineAfter(newLine, { type: 'frame', frame })[1];
    expect(closes({ t: 'msg', cid: '1', body: { type: 'text', text: 'x' } })).toEqual([{ do: 'close', code: 4030 }]);
    expect(closes({ t: 'hello', v: 2, session: 's', lastSeq: 0 })).toEqual([{ do: 'close', code: 4010 }]);
  });

  it('sends what it kept a few at a time, so that a long cut does not end in a flood', () => {
    let line = pageLineOf('s');
    const tell = (event: PageEvent): string[] => {
      const [after, acts] = pageLineAfter(line, event);
      line = after;
      return acts.flatMap((act) => (act.do === 'send' && act.frame.t === 'msg' ? [act.frame.cid] : []));
    };
    for (let nth = 1; nth <= 20; nth += 1) tell({ type: 'said', cid: `c-${nth}`, body: { type: 'text', text: 'x' } });
    tell({ type: 'connected' });
    const welcome = { t: 'welcome', session: 's', resumed: false, nextSeq: 1, hb: 1, maxBytes: 1, serverTime: '' };
    const first = tell({ type: 'frame', frame: welcome as FromServer });
    expect(first).toEqual(['c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6', 'c-7', 'c-8']);
    expect(tell({ type: 'frame', frame: { t: 'ack', cid: 'c-1', status: 'stored' } })).toEqual(['c-9']);
    expect(tell({ type: 'frame', frame: { t: 'err', code: 'bad_frame', ref: 'c-2' } })).toEqual(['c-10']);
    expect(line.outbox.map(({ cid }) => cid)).not.toContain('c-2');
    tell({ type: 'closed', code: 1006 });
    tell({ type: 'connected' });
    expect(tell({ type: 'frame', frame: welcome as FromServer })[0]).toBe('c-3');
  });

  it('keeps a hundred things or a megabyte, and no more', () => {
    const keeping = (count: number, text: string) =>
      Array.from({ length: count }).reduce<PageLine>(
        (line, _, at) => pageLineAfter(line, { type: 'said', cid: `c-${at}`, body: { type: 'text', text } })[0],
        pageLineOf('s'),
      ).outbox;
    expect(keeping(120, 'x')).toHaveLength(100);
    const large = keeping(120, 'क'.repeat(4000));
    expect(large).toHaveLength(83);
    expect(new TextEncoder().encode(JSON.stringify(large.map(({ body }) => body))).byteLength).toBeLessThan(1_000_100);
  });

  it('gives up what is too large for the server, and goes on with the rest', () => {
    let line = pageLineOf('s');
    for (const [at, text] of ['one', 'x'.repeat(70_000), 'two'].entries())
      [line] = pageLineAfter(line, { type: 'said', cid: `c-${at}`, body: { type: 'text', text } });
    const [after, acts] = pageLineAfter(line, { type: 'closed', code: 1009 });
    expect(after.outbox.map(({ cid }) => cid)).toEqual(['c-0', 'c-2']);
    expect(acts).toEqual([
      { do: 'give-up', cid: 'c-1' },
      { do: 'reconnect', failures: 1 },
    ]);
    expect(pageLineAfter(pageLineOf('s'), { type: 'closed', code: 1009 })[1]).toEqual([
      { do: 'reconnect', failures: 1 },
    ]);
  });

  it('stops for good when its kiosk is closed, and keeps nothing', () => {
    const [typed] = pageLineAfter(pageLineOf('s'), { type: 'said', cid: '1', body: { type: 'text', text: 'private' } });
    const [page, acts] = pageLineAfter(typed, { type: 'closed', code: 4003 });
    expect(acts).toEqual([{ do: 'wipe', reason: 'disabled' }]);
    expect(page).toMatchObject({ phase: 'over', outbox: [] });
  });

  it('takes a line for good only when it has held, and gives a server that stops some time', () => {
    const failuresAfter = (...events: PageEvent[]) =>
      events.reduce<PageLine>((line, event) => pageLineAfter(line, event)[0], pageLineOf('s')).failures;
    const cut: PageEvent = { type: 'closed', code: 1006 };
    const welcome = { t: 'welcome', session: 's' } as FromServer;
    const opened: PageEvent[] = [{ type: 'connected' }, { type: 'frame', frame: welcome }];
    expect(failuresAfter(cut, ...opened, cut, ...opened, cut)).toBe(3);
    expect(failuresAfter(cut, cut, ...opened, { type: 'held' }, cut)).toBe(1);
    expect(failuresAfter({ type: 'closed', code: 1001 })).toBe(3);
    expect(failuresAfter({ type: 'closed', code: 4029 })).toBe(5);
  });

  it('waits longer after each failure, by chance, and never longer than half a minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, chance) => {
          const delay = delayBefore(failures, chance);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThanOrEqual(Math.min(30_000, 1000 * 2 ** (failures - 1)));
        },
      ),
    );
  });
});

describe('a frame of a page', () => {
  it('is read when it is one', () => {
    const frames: FromPage[] = [
      { t: 'hello', v: 1, session: 's', lastSeq: 4 },
      { t: 'msg', cid: 'c', body: { type: 'choice', id: 'answer/yes' } },
      { t: 'ack', seq: 4 },
      { t: 'hb' },
    ];
    for (const frame of frames) expect(readFrame(JSON.stringify(frame))).toEqual(frame);
  });

  it('is nothing when it is anything else, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readFrame(text)).toBeUndefined();
      }),
    );
    const tooLong = { t: 'msg', cid: 'c', body: { type: 'text', text: 'x'.repeat(4001) } };
    expect(readFrame(JSON.stringify(tooLong))).toEqual({ t: 'unreadable', cid: 'c' });
  });
});

describe('what is said at a kiosk', () => {
  it.each<[Said, boolean]>([
    [{ type: 'choice', id: command.pay('application-1') }, true],
    [{ type: 'choice', id: command.billPay('all') }, true],
    [{ type: 'choice', id: command.yes }, false],
    [{ type: 'text', text: ' ek 7mp3-4qxw' }, true],
    [{ type: 'text', text: 'मकान 14, करोल बाग 110005' }, false],
    [{ type: 'text', text: '110005' }, false],
  ])('waits for the line or is not kept at all: %j', (said, isNotKept) => {
    expect(needsLine(said)).toBe(isNotKept);
  });
});
