import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Upgrade } from '../shared/route.ts';
import { TokenBuckets } from '../shared/token-buckets.ts';
import { callerOf } from './caller.ts';

/** Hands WebSocket requests to whoever serves their path. Returns what ends the sockets still open. */
export function takeUpgrades(
  server: Server,
  options: { upgrades?: readonly Upgrade[]; publicUrl: string; trustProxy?: readonly string[] },
): () => void {
  const open = new Set<Duplex>();
  // A hall of kiosks behind one address that comes back at once.
  const limit = new TokenBuckets({ capacity: 60, perSecond: 2 });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '/').split('?', 1)[0];
    const upgrade = options.upgrades?.find((each) => each.path === path);
    if (!upgrade) return refuse(socket, '404 Not Found');
    if (!isFromOurPage(request, options.publicUrl)) return refuse(socket, '403 Forbidden');
    if (!limit.take(callerOf(request, options.trustProxy))) return refuse(socket, '429 Too Many Requests');
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    upgrade.handle(request, socket, head);
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}

/** Browsers send cookies with sockets opened by any site, and always say which; programs send no origin. */
function isFromOurPage({ headers }: IncomingMessage, publicUrl: string): boolean {
  if (headers.origin === undefined) return true;
  if (!URL.canParse(headers.origin)) return false;
  const { host } = new URL(headers.origin);
  return host === headers.host || host === new URL(publicUrl).host;
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
