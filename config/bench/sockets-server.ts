import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelWorld } from '#adapters/channels/channel-plugin.ts';
import { type Holder, Sockets } from '#adapters/channels/kiosk/sockets.ts';
import { Tickets } from '#adapters/channels/kiosk/tickets.ts';
import type { SaidOfSockets } from './sockets.ts';

// The kiosks' end: the real sockets and lines, on sessions that are kept in memory, one for each operator.

const wanted = Number(process.argv[2]);
const looks = new Set<() => void>();
let shown = 0;

const say = (said: SaidOfSockets): void => void process.send?.(said);
const never = (): never => {
  throw new Error('nobody asks for this');
};
const assisting = {
  current: async (operatorId: string) => ({ id: `session-${operatorId}`, kiosk: operatorId }),
  standing: async (ids: readonly string[]) => new Map(ids.map((id) => [id, { last: shown, lines: 1 }])),
  takeLine: async () => 1,
  shownAfter: async (_session: string, seq: number) =>
    Array.from({ length: shown - seq }, (_, at) => ({
      seq: seq + at + 1,
      reference: `m-${at}`,
      body: { text: 'नमस्ते' },
    })),
  onShown: (look: () => void) => {
    looks.add(look);
    return () => looks.delete(look);
  },
};
const world = {
  assisting,
  kiosks: { disabled: async () => new Set(), noteSeen: async () => undefined },
  operating: { reportDelivery: async () => undefined },
  clock: { now: () => new Date().toISOString() },
  log: { info: () => undefined, warn: () => undefined, alarm: never },
} as unknown as ChannelWorld;

const tickets = new Tickets<Holder>(Buffer.from('bench'), { use: async () => true }, () => 0);
const sockets = new Sockets(tickets, world);
const server = createServer();
server.on('upgrade', (request, socket, head) => void sockets.upgrade(request, socket, head));
server.listen(0, '127.0.0.1', 4096, () => {
  const { port } = server.address() as AddressInfo;
  say({
    type: 'listening',
    port,
    tickets: Array.from({ length: wanted }, (_, at) => tickets.issue({ operatorId: String(at), kiosk: String(at) })),
  });
});

process.on('message', (asked) => {
  if (asked === 'count') {
    globalThis.gc?.();
    say({ type: 'held', count: sockets.count, megabytes: process.memoryUsage.rss() / 1024 / 1024 });
  }
  if (asked === 'show') {
    shown += 1;
    for (const look of looks) look();
  }
});
