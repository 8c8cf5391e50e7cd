import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { Connection } from '#adapters/channels/kiosk/connection.ts';
import { aChannelWorld } from '#test/contracts/channel-world.ts';
import { type AnAssisting, anAssisting, SESSION } from './an-assisting.ts';

/** A socket whose other end reads as slowly as a test wants. */
class SlowSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: string[] = [];
  closedWith: number | undefined;

  send(text: string): void {
    this.sent.push(text);
  }
  close(code: number): void {
    this.closedWith = code;
    this.readyState = 3;
    this.emit('close');
  }
}

describe('the connection to a slow page', () => {
  let assisting: AnAssisting;
  let socket: SlowSocket;
  let connection: Connection;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    assisting = anAssisting();
    socket = new SlowSocket();
    connection = new Connection({
      socket: socket as unknown as WebSocket,
      operatorId: 'kamla',
      kiosk: 'K-04',
      assisting,
      world: aChannelWorld(),
      onSession: () => undefined,
    });
  });
  afterEach(() => vi.useRealTimers());

  const says = (frame: object) => socket.emit('message', Buffer.from(JSON.stringify(frame)), false);
  const shown = () => socket.sent.filter((each) => each.includes('"t":"msg"')).length;
  const greeted = async () => {
    says({ t: 'hello', v: 1, session: SESSION, lastSeq: 0 });
    await vi.waitFor(() => expect(socket.sent.join()).toContain('welcome'));
  };
  const shows = async (count: number) => {
    for (let nth = 0; nth < count; nth += 1)
      await assisting.show(SESSION, `m-${assisting.shown.length}`, { text: 'x' });
    connection.look({ last: assisting.shown.length, lines: 1 });
  };

  it('leaves in the store what the page has not read, and goes on when it has', async () => {
    await greeted();
    socket.bufferedAmount = 300 * 1024;
    await shows(1);
    await vi.waitFor(() => expect(shown()).toBe(1));
    await shows(5);
    expect(shown()).toBe(1);
    socket.bufferedAmount = 0;
    vi.advanceTimersByTime(200);
    await vi.waitFor(() => expect(shown()).toBe(6));
    expect(socket.closedWith).toBeUndefined();
  });

  it('has time for one large document, and is closed when it is hopeless, to go on from where the page is', async () => {
    await greeted();
    socket.bufferedAmount = 2 * 1024 * 1024;
    await shows(1);
    await vi.waitFor(() => expect(shown()).toBe(1));
    vi.advanceTimersByTime(9_800);
    expect(socket.closedWith).toBeUndefined();
    vi.advanceTimersByTime(200);
    expect(socket.closedWith).toBe(4008);
  });

  it('is closed when a later line of its session is taken in another process', async () => {
    await greeted();
    await assisting.takeLine(SESSION);
    connection.look({ last: 0, lines: 1 });
    expect(socket.closedWith).toBeUndefined();
    connection.look({ last: 0, lines: 2 });
    expect(socket.closedWith).toBe(4009);
  });

  it('stores nothing that came behind what could not be stored', async () => {
    await greeted();
    assisting.breaksOnce();
    for (const cid of ['c-1', 'c-2']) says({ t: 'msg', cid, body: { type: 'text', text: cid } });
    await vi.waitFor(() => expect(socket.closedWith).toBe(1001));
    await new Promise(setImmediate);
    expect(assisting.heard).toEqual([]);
  });
});
