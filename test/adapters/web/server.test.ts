import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Route, WebRequest } from '#adapters/shared/route.ts';
import { webRoutes } from '#adapters/web/routes.ts';
import { GatewayDown } from '#domain/shared/failure.ts';
import type { RefusalKind } from '#domain/shared/refusal.ts';
import { type AWeb, anOfficer, asOfficer, aWeb, aWorld, Refused } from './a-web.ts';

let web: AWeb | undefined;
afterEach(async () => {
  await web?.close();
  web = undefined;
});

const start = async (options: Parameters<typeof aWeb>[0] = {}): Promise<AWeb> => {
  web = await aWeb(options);
  return web;
};
const withRoutes = (...routes: Route[]) => start({ server: { routes } });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${web?.url}${path}`, { headers, redirect: 'manual' });
const post = (path: string, headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer> = '{}') =>
  fetch(`${web?.url}${path}`, { method: 'POST', headers, body, redirect: 'manual' });

describe('the routes', () => {
  const routes = webRoutes(aWorld(anOfficer(), []));
  const guarded = routes.filter(({ access }) => access === 'officer' || access === 'administrator');
  const address = ({ path }: Route) => path.replace(/:\w+/g, 'x');

  it('are open to anybody only where citizens and machines come in', () => {
    const open = routes.filter(({ access }) => access === 'public').map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'GET /',
      'GET /desk/login',
      'GET /health/live',
      'GET /health/ready',
      'GET /join',
      'GET /metrics',
      'GET /pay/:id',
      'GET /u/:token',
      'GET /v',
      'GET /v/:number',
      'POST /desk/api/sign-in',
      'POST /u/:token',
    ]);
  });

  it.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'refuse %s without a session, and with one that has ended',
    async (_name, route) => {
      await start();
      for (const headers of [{}, { cookie: 'session=ended' }]) {
        const response = await fetch(`${web?.url}${address(route)}`, { method: route.method, headers });
        expect(response.status).toBe(401);
      }
    },
  );

  it.each(guarded.filter(({ access }) => access === 'administrator').map((route) => [route.path, route] as const))(
    'refuse %s to an officer who is no administrator',
    async (_name, route) => {
      await start();
      const headers = { ...asOfficer, 'x-csrf-token': 'token-of-the-forms' };
      const response = await fetch(`${web?.url}${address(route)}`, { method: route.method, headers });
      expect(response.status).toBe(403);
    },
  );

  it.each(guarded.filter(({ method }) => method === 'POST').map((route) => [route.path, route] as const))(
    'refuse POST %s without the token of our own forms',
    async (_name, route) => {
      const { done } = await start();
      const json = { 'content-type': 'application/json' };
      expect((await post(address(route), { ...asOfficer, ...json })).status).toBe(403);
      expect((await post(address(route), { ...asOfficer, ...json, 'x-csrf-token': 'guessed' })).status).toBe(403);
      expect(done).toEqual([]);
    },
  );
});

describe('the server', () => {
  const echo = (more: Partial<Route> = {}): Route & { asked: WebRequest[] } => {
    const asked: WebRequest[] = [];
    const handle = (request: WebRequest) => {
      asked.push(request);
      return { status: 200, body: { ok: true } };
    };
    return { method: 'POST', path: '/hook/:who', access: 'signed', handle, asked, ...more };
  };

  it('sends a person without a session to the login, and back afterwards', async () => {
    await start();
    const response = await get('/desk/files/file-1', { accept: 'text/html' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/desk/login?next=%2Fdesk%2Ffiles%2Ffile-1',
    ]);
  });

  it('takes the token of our forms from a form field too', async () => {
    const route = echo({ access: 'officer' });
    await withRoutes(route);
    const headers = { ...asOfficer, 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post('/hook/1', headers, 'csrfToken=token-of-the-forms')).status).toBe(200);
    expect(route.asked[0]?.officer?.officer.id).toBe('officer-1');
  });

  it.each(['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'image/png'])(
    'hands a body of %s on as the bytes that came',
    async (type) => {
      const route = echo();
      await withRoutes(route);
      const bytes = new Uint8Array([0x7b, 0x00, 0xff, 0x20]);
      await post('/hook/%E0%A4%8F?a=1&a=2', { 'content-type': type }, bytes);
      expect(route.asked[0]?.body).toEqual(Buffer.from(bytes));
      expect(route.asked[0]?.params).toEqual({ who: 'ए' });
      expect(route.asked[0]?.query).toEqual({ a: '1' });
      expect(route.asked[0]?.path).toBe('/hook/%E0%A4%8F');
    },
  );

  it('answers a body that says it is too large before reading it', async () => {
    const route = echo({ maxBytes: 1000 });
    const { url } = await withRoutes(route);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
        socket.write('POST /hook/1 HTTP/1.1\r\nHost: x\r\nContent-Type: a/b\r\nContent-Length: 9999\r\n\r\n'),
      );
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString());
      });
      socket.once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(route.asked).toEqual([]);
  });

  it('takes 64 KiB and no more where a route says nothing', async () => {
    await withRoutes(echo());
    const status = async (size: number) =>
      (await post('/hook/1', { 'content-type': 'text/plain' }, 'x'.repeat(size))).status;
    expect([await status(65_536), await status(65_537)]).toEqual([200, 413]);
  });

  const refusals: [RefusalKind, number][] = [
    ['invalid', 422],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['gone', 410],
    ['too-many', 429],
  ];
  it.each(refusals)('answers a refusal of kind %s with %i and its sentence', async (kind, status) => {
    const handle = () => {
      throw new Refused(kind, 'web.pageUnknown');
    };
    const { logged } = await withRoutes({ method: 'GET', path: '/no', access: 'public', handle });
    const response = await get('/no', { 'accept-language': 'hi-IN' });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: { key: 'web.pageUnknown', message: 'ऐसा कोई पृष्ठ नहीं है।' } });
    expect(logged.map(({ event }) => event)).toEqual(['http.answered']);
  });

  it('answers a mistake of ours with an id that is in the log, and tells nothing else', async () => {
    const handle = () => {
      throw new Error('secret inside');
    };
    const { logged } = await withRoutes({ method: 'GET', path: '/no', access: 'public', handle });
    const response = await get('/no', { accept: 'text/html' });
    const text = await response.text();
    const id = response.headers.get('x-request-id') ?? 'none';
    expect(response.status).toBe(500);
    expect(text).toContain(id);
    expect(text).not.toContain('secret');
    expect(logged).toContainEqual({ event: 'http.failed', ids: { id, route: '/no' } });
  });

  it('says "try again" when the outside is down', async () => {
    const handle = () => {
      throw new GatewayDown('timeout', { retry: true });
    };
    await withRoutes({ method: 'GET', path: '/no', access: 'public', handle });
    const response = await get('/no');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
  });

  it('writes the pattern of a path to the log and never the path', async () => {
    const { logged } = await start();
    await get('/v/BC-2026-1?number=secret');
    expect(logged).toEqual([
      { event: 'http.answered', ids: expect.objectContaining({ method: 'GET', route: '/v/:number', status: 200 }) },
    ]);
    expect(JSON.stringify(logged)).not.toContain('BC-2026-1');
  });

  it('lets nothing inline run, and nobody frame or sniff a page', async () => {
    await start();
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\), .*geolocation=\(\), .*microphone=\(\), /);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('asks for encrypted connections only where it is reached by one', async () => {
    await start({ world: { publicUrl: 'https://sandesh.invalid' } });
    const { headers } = await get('/');
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('content-security-policy')).toContain("connect-src 'self' wss://sandesh.invalid;");
  });

  it.each(['demo', 'production'] as const)('knows demo routes in demo mode only (%s)', async (mode) => {
    await start({ server: { mode, routes: [echo({ method: 'GET', path: '/simulator', access: 'demo' })] } });
    expect((await get('/simulator')).status).toBe(mode === 'demo' ? 200 : 404);
  });

  it('answers a broken address with 400 and an unknown one with 404', async () => {
    await start();
    expect((await get('/v/%E0%A4%A')).status).toBe(400);
    expect((await get('/nowhere')).status).toBe(404);
  });
});

describe('upgrades', () => {
  const upgrading = async (path: string, origin?: string): Promise<string> => {
    const handle = (_request: unknown, socket: { end(text: string): unknown }) =>
      socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\nhello');
    const { url } = await start({ server: { upgrades: [{ path: '/kiosk/socket', handle }] } });
    const { host, port } = new URL(url);
    const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket'];
    if (origin) lines.push(`Origin: ${origin.replace('HOST', host)}`);
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`));
      socket.on('data', (data) => {
        answer += data;
      });
      socket.once('close', () => resolve(answer));
      socket.once('error', reject);
    });
  };

  it('go to whoever serves the path', async () => {
    expect(await upgrading('/kiosk/socket?x=1', 'http://HOST')).toContain('hello');
  });
  it('are taken from programs, which name no origin', async () => {
    expect(await upgrading('/kiosk/socket')).toContain('hello');
  });
  it('are refused on any other path', async () => {
    expect(await upgrading('/elsewhere')).toContain('404 Not Found');
  });
  it.each(['https://other.invalid', 'null'])('are refused when a page of %s asks', async (origin) => {
    expect(await upgrading('/kiosk/socket', origin)).toContain('403 Forbidden');
  });
});

describe('closing the server', () => {
  it('answers what has been asked and takes nothing new', async () => {
    let answer: () => void = () => undefined;
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const slow: Route = {
      method: 'GET',
      path: '/slow',
      access: 'public',
      handle: () =>
        new Promise((resolve) => {
          answer = () => resolve({ status: 200, body: 'done' });
          asked();
        }),
    };
    const { url, close } = await aWeb({ server: { routes: [slow] } });
    const response = fetch(`${url}/slow`);
    await isAsked;
    const closed = close();
    answer();
    expect(await (await response).text()).toBe('done');
    await closed;
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
  });

  it('is held up neither by a connection on which nothing was asked, nor by an answer that nobody fetches', async () => {
    const large: Route = {
      method: 'GET',
      path: '/large',
      access: 'public',
      handle: () => ({ status: 200, body: 'done' }),
    };
    const { url, close } = await aWeb({ server: { routes: [large] } });
    const silent = connect(Number(new URL(url).port), '127.0.0.1');
    const ended = new Promise((resolve) => silent.once('close', resolve));
    await new Promise<void>((resolve) => silent.once('connect', resolve));
    const unread = await fetch(`${url}/large`);
    await close();
    await ended;
    expect(unread.status).toBe(200);
  });

  it('ends the sockets that are still open', async () => {
    const handle = (_request: unknown, socket: { write(text: string): unknown }) => socket.write('open');
    const { url, close } = await aWeb({ server: { upgrades: [{ path: '/kiosk/socket', handle }] } });
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write('GET /kiosk/socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
    );
    await new Promise((resolve) => socket.once('data', resolve));
    const ended = new Promise((resolve) => socket.once('close', resolve));
    await close();
    await ended;
    expect(socket.destroyed).toBe(true);
  });
});
