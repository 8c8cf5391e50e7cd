import { createServer as createHttpServer, type Server } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setImmediate as next } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket as Client } from 'ws';
import { type FromServer, PROTOCOL, TICKET_PREFIX } from '#adapters/channels/kiosk/page/frames.ts';
import { type PageAct, type PageEvent, pageLineAfter, pageLineOf } from '#adapters/channels/kiosk/page/page-line.ts';
import { HEARTBEAT_MS } from '#adapters/channels/kiosk/server-line.ts';
import { type Holder, Sockets } from '#adapters/channels/kiosk/sockets.ts';
import { Tickets } from '#adapters/channels/kiosk/tickets.ts';
import { takeUpgrades } from '#adapters/web/upgrades.ts';
import { aChannelWorld } from '#test/contracts/channel-world.ts';
import { anAssisting, SESSION } from './an-assisting.ts';
import { someKiosks } from './some-kiosks.ts';

/** Bytes that a connection lives for, each way; the last ones of it arrive in the middle of a frame. */
interface Life {
  readonly up: number;
  readonly down: number;
}

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const portOf = (server: Pick<Server, 'address'>): number => (server.address() as AddressInfo).port;

/** A kiosk's end of our server, on real sockets. It can stop, and come again as another process does. */
async function aServer() {
  const assisting = anAssisting();
  const world = Object.assign(aChannelWorld(), { assisting, kiosks: someKiosks(assisting) });
  const tickets = new Tickets<Holder>(world.secretFor('kiosk-tickets'), world.usedTickets);
  const http = createHttpServer();
  await new Promise<void>((listens) => http.listen(0, '127.0.0.1', listens));
  let sockets = new Sockets(tickets, world);
  const upgrades = [
    { path: '/kiosk/socket', handle: (...call: Parameters<Sockets['upgrade']>) => void sockets.upgrade(...call) },
  ];
  const endSockets = takeUpgrades(http, { upgrades, publicUrl: `http://127.0.0.1:${portOf(http)}` });
  ends.push(async () => {
    sockets.close();
    endSockets();
    await new Promise((closed) => http.close(closed));
  });
  return {
    assisting,
    port: portOf(http),
    ticket: () => tickets.issue({ operatorId: 'kamla', kiosk: 'K-04' }),
    restart: () => {
      sockets.close();
      sockets = new Sockets(tickets, world);
    },
  };
}

/** A network that drops each connection when it has carried so much. */
async function aNetwork(port: number, lives: readonly Life[]) {
  const left = [...lives];
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const life = left.shift();
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    const carry = (from: Socket, to: Socket, most = Number.POSITIVE_INFINITY): void => {
      let carried = 0;
      from.on('data', (bytes) => {
        to.write(bytes.subarray(0, most - carried));
        carried += bytes.length;
        if (carried >= most) to.end(cut);
      });
      from.on('error', cut);
      from.on('close', cut);
    };
    carry(near, far, life?.up);
    carry(far, near, life?.down);
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  ends.push(async () => void (await new Promise((closed) => server.close(closed))));
  return { port: portOf(server) };
}

/** The page's own line, without the page. */
function aPage(port: number, ticket: () => string) {
  let line = pageLineOf(SESSION);
  let socket: WebSocket | undefined;
  const screen: string[] = [];
  const act = (what: PageAct): void => {
    if (what.do === 'send' && socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(what.frame));
    if (what.do === 'show') screen.push(what.body.text);
    if (what.do === 'clear') screen.length = 0;
    if (what.do === 'reconnect') open();
  };
  const tell = (event: PageEvent): void => {
    const [after, acts] = pageLineAfter(line, event);
    line = after;
    for (const each of acts) act(each);
  };
  function open(): void {
    const mine = new WebSocket(`ws://127.0.0.1:${port}/kiosk/socket`, [PROTOCOL, `${TICKET_PREFIX}${ticket()}`]);
    socket = mine;
    mine.onopen = () => tell({ type: 'connected' });
    mine.onmessage = ({ data }) => tell({ type: 'frame', frame: JSON.parse(String(data)) as FromServer });
    mine.onclose = ({ code }) => {
      if (socket === mine) tell({ type: 'closed', code });
    };
  }
  open();
  return {
    screen,
    outbox: () => line.outbox,
    say: (cid: string) => tell({ type: 'said', cid, body: { type: 'text', text: cid } }),
    leave: () => {
      const last = socket;
      socket = undefined;
      last?.close();
    },
  };
}

const life: fc.Arbitrary<Life> = fc.record({
  up: fc.integer({ min: 1, max: 1500 }),
  down: fc.integer({ min: 1, max: 1500 }),
});

describe('the sockets of a kiosk', () => {
  it('bring everything exactly once and in order, however often the network drops them and the server restarts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(life, { minLength: 1, maxLength: 8, size: 'max' }),
        fc.array(fc.constantFrom('said', 'shown', 'wait', 'restart'), { minLength: 8, maxLength: 24, size: 'max' }),
        async (lives, happenings) => {
          const server = await aServer();
          const network = await aNetwork(server.port, lives);
          const page = aPage(network.port, server.ticket);
          const said: string[] = [];
          const shown: string[] = [];
          for (const what of happenings) {
            if (what === 'said') page.say(said[said.push(`c-${said.length + 1}`) - 1] ?? '');
            if (what === 'restart') server.restart();
            if (what === 'wait') for (let turns = 0; turns < 20; turns += 1) await next();
            if (what !== 'shown') continue;
            shown.push(`m-${shown.length + 1}`);
            await server.assisting.show(SESSION, `m-${shown.length}`, { text: `m-${shown.length}` });
          }
          await vi.waitFor(
            () => {
              expect(server.assisting.heard.map(({ id }) => id)).toEqual(said);
              expect(page.screen).toEqual(shown);
              expect(page.outbox()).toEqual([]);
            },
            { interval: 2, timeout: 5000 },
          );
          page.leave();
          for (const end of ends.splice(0).toReversed()) await end();
        },
      ),
      { numRuns: 20, interruptAfterTimeLimit: 15_000 },
    );
  });

  it('are given up when the other end is silent for two heartbeats', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const server = await aServer();
    const deaf = new Client(
      `ws://127.0.0.1:${server.port}/kiosk/socket`,
      [PROTOCOL, `${TICKET_PREFIX}${server.ticket()}`],
      {
        autoPong: false,
      },
    );
    const closed = new Promise<number>((tell) => deaf.once('close', tell));
    const pinged = new Promise((tell) => deaf.once('ping', tell));
    await new Promise((opens) => deaf.once('open', opens));
    vi.advanceTimersByTime(HEARTBEAT_MS);
    await pinged;
    vi.advanceTimersByTime(HEARTBEAT_MS);
    expect(await closed).toBe(1006);
    vi.useRealTimers();
  });
});
