import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Route, WebRequest } from '#adapters/shared/route.ts';
import { aWebRequest } from './channel-world.ts';

/** The least server that carries an adapter's routes, for tests over a real connection. */
export async function serveRoutes(routes: readonly Route[]): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://test');
    const { method = 'GET' } = request;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const found = routeFor({ method, path }, routes);
    const query = Object.fromEntries(searchParams);
    const { params = {} } = found ?? {};
    const call = aWebRequest({ method, path, params, query, headers, body: Buffer.concat(chunks) });
    const answer = await found?.route.handle(call);
    response.writeHead(answer?.status ?? 404, answer?.headers);
    response.end(typeof answer?.body === 'string' ? answer.body : JSON.stringify(answer?.body ?? {}));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** The route whose path this is, with what stands in its `:parameters`. */
export function routeFor(
  { method, path }: Pick<WebRequest, 'method' | 'path'>,
  routes: readonly Route[],
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  for (const route of routes.filter((each) => each.method === method)) {
    const found = new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path);
    const params = Object.entries(found?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    if (found) return { route, params: Object.fromEntries(params) };
  }
  return undefined;
}
