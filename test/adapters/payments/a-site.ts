import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route, WebRequest, WebResponse } from '#adapters/shared/route.ts';

export interface Site {
  readonly url: string;
  /** What came in and was answered, in order. */
  readonly seen: readonly Seen[];
  /** The first request that came in and was not taken before. */
  next(): Seen;
  /** The routes that answer from now on; anything else is answered 404. */
  mount(routes: readonly Route[]): void;
  close(): Promise<void>;
}

export interface Seen {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A small web server on the loopback address, for adapters that call us back over real HTTP. */
export async function aSite(): Promise<Site> {
  let mounted: readonly Route[] = [];
  let taken = 0;
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const web = await read(request);
    const answer = await answerOf(web, mounted);
    seen.push({
      path: web.path,
      headers: { ...web.headers } as Record<string, string>,
      body: web.body.toString('utf8'),
    });
    response.writeHead(answer.status, answer.headers).end(textOf(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    next: () => {
      const request = seen[taken++];
      if (!request) throw new Error('nothing came in');
      return request;
    },
    mount: (routes) => {
      mounted = routes;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function read(request: IncomingMessage): Promise<WebRequest> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const url = new URL(request.url ?? '/', 'http://site');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    params: {},
    query: Object.fromEntries(url.searchParams),
    headers: request.headers as Record<string, string>,
    cookies: {},
    body: Buffer.concat(parts),
    ip: '127.0.0.1',
  };
}

async function answerOf(request: WebRequest, routes: readonly Route[]): Promise<WebResponse> {
  for (const route of routes) {
    const params = match(route.path, request.path);
    if (route.method === request.method && params) return route.handle({ ...request, params });
  }
  return { status: 404 };
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const found = new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path);
  return found ? { ...found.groups } : undefined;
}

const textOf = ({ body }: WebResponse): string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body ?? '');
