import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import type { Deciding, SignedIn } from '#application/ports/in/deciding.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { Route, Upgrade, WebRequest, WebResponse } from '../shared/route.ts';
import { assetRoute } from './build-pages.ts';
import {
  answerTo,
  errorResponse,
  FormNotOurs,
  NotAdministrator,
  NotSignedIn,
  PageUnknown,
  wantsHtml,
} from './errors.ts';
import { InHand } from './in-hand.ts';
import { contentSecurityPolicy, otherHeaders, permissionsPolicy } from './security-headers.ts';
import { isOurForm, sessionCookieName } from './session.ts';
import type { Surroundings } from './shell.ts';
import type { Traffic } from './traffic.ts';
import { takeUpgrades } from './upgrades.ts';

export interface ServerOptions extends Surroundings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly publicUrl: string;
  readonly routes: readonly Route[];
  readonly upgrades?: readonly Upgrade[];
  readonly sessionOf: Deciding['sessionOf'];
  readonly log: Log;
  readonly traffic?: Traffic;
  /** Addresses of the proxies in front of us, whose word on the caller's address counts. */
  readonly trustProxy?: string[];
}

export interface OpenServer {
  readonly url: string;
  /** Answers what has been asked, then stops. */
  close(): Promise<void>;
}

const DEFAULT_MAX_BYTES = 64 * 1024;
const LONGEST_PARAMETER = 256;
const DEFAULT_SECONDS = 30;
/** No route allows more. */
const REQUEST_TIMEOUT_MS = 10 * 60_000;
/** How long, at the end, a caller may take to fetch an answer. */
const LAST_ANSWERS_MS = 5_000;

/** The one HTTP server. It mounts what adapters bring, and keeps out whom their `access` does not name. */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const app = fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: DEFAULT_MAX_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // The token of a link to a document is longer than the hundred that are allowed otherwise.
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    forceCloseConnections: 'idle',
    trustProxy: options.trustProxy ?? false,
    frameworkErrors: (error, request, reply) => fail(error, request, reply),
  });
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    sendError(error, request, reply, options);

  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: contentSecurityPolicy(options.publicUrl),
    ...otherHeaders(options.publicUrl),
  });
  takeBodiesAsBytes(app);
  const inHand = new InHand();
  app.addHook('onRequest', async (request, reply) => {
    inHand.begin(request.id);
    reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store', ...permissionsPolicy() });
  });
  app.addHook('onResponse', async (request, reply) => {
    inHand.end(request.id);
    note(request, reply, options);
  });
  app.setErrorHandler(fail);
  app.setNotFoundHandler((request, reply) => fail(new PageUnknown(), request, reply));
  for (const route of [...options.routes, assetRoute(options.assets)]) mount(app, route, options, inHand);
  const endUpgrades = takeUpgrades(app.server, options);

  await app.listen({ host: options.host, port: options.port });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${options.host}:${port}`,
    close: async () => {
      endUpgrades();
      inHand.endStreams();
      const closed = app.close();
      await inHand.allAnswered(LAST_ANSWERS_MS);
      // Browsers open connections on which they ask nothing yet; those would hold up the end.
      app.server.closeAllConnections();
      await closed;
    },
  };
}

/** Signatures are over the bytes, so nothing is parsed here, whatever the content type says. */
function takeBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function mount(app: FastifyInstance, route: Route, options: ServerOptions, inHand: InHand): void {
  if (route.access === 'demo' && options.mode !== 'demo') return;
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.maxBytes ?? DEFAULT_MAX_BYTES,
    // Before the body is read: who may not call cannot make us take in megabytes either.
    onRequest: async (request) => {
      cutWhenSlow(request, route.seconds ?? DEFAULT_SECONDS);
      if (route.access === 'officer' || route.access === 'administrator')
        officers.set(request, await officerFor(route, request, options));
    },
    handler: async (request, reply) => {
      const response = await answer(route, request);
      if (response.body instanceof Readable) inHand.isStream(request.id, response.body);
      return send(reply, response);
    },
  });
}

/** Who sends his request drop by drop shall not hold a connection for ever. */
function cutWhenSlow({ raw }: FastifyRequest, seconds: number): void {
  if (raw.complete) return;
  const cut = setTimeout(() => raw.destroy(), seconds * 1000);
  for (const end of ['end', 'close']) raw.once(end, () => clearTimeout(cut));
}

const officers = new WeakMap<FastifyRequest, SignedIn>();

async function officerFor(route: Route, request: FastifyRequest, options: ServerOptions): Promise<SignedIn> {
  const token = request.cookies[sessionCookieName(options.publicUrl)];
  const signedIn = token ? await options.sessionOf(token) : undefined;
  if (!signedIn) throw new NotSignedIn();
  if (route.access === 'administrator' && !signedIn.officer.isAdministrator) throw new NotAdministrator();
  return signedIn;
}

async function answer(route: Route, request: FastifyRequest): Promise<WebResponse> {
  const officer = officers.get(request);
  const asked = toWebRequest(request, officer);
  if (officer && route.method === 'POST' && !isOurForm(asked, officer)) throw new FormNotOurs();
  return route.handle(asked);
}

function toWebRequest(request: FastifyRequest, officer?: SignedIn): WebRequest {
  return {
    method: request.method,
    path: request.url.split('?', 1)[0] ?? '/',
    params: onlyTexts(request.params),
    query: onlyTexts(request.query),
    headers: onlyTexts(request.headers),
    cookies: onlyTexts(request.cookies),
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    ip: request.ip,
    ...(officer && { officer }),
  };
}

/** Of a value that was given twice, the first counts. */
function onlyTexts(values: unknown): Record<string, string> {
  const texts: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(values ?? {})) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string') texts[name] = first;
  }
  return texts;
}

function send(reply: FastifyReply, { status, headers, body }: WebResponse): FastifyReply {
  reply.code(status).headers({ ...headers });
  if (body instanceof Readable) return reply.send(body);
  if (body instanceof Uint8Array) return reply.send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  if (typeof body === 'object') return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
  if (typeof body === 'string' && !headers?.['content-type']) reply.type('text/plain; charset=utf-8');
  return reply.send(body);
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply, options: ServerOptions): FastifyReply {
  const asked = toWebRequest(request);
  if (error instanceof NotSignedIn && wantsHtml(asked))
    return send(reply, { status: 303, headers: { location: `/desk/login?next=${encodeURIComponent(asked.path)}` } });
  const result = answerTo(error, request.id);
  if (result.isOurs)
    options.log.alarm('http.failed', { id: request.id, route: request.routeOptions.url ?? 'none' }, error);
  return send(reply, errorResponse(asked, result, options));
}

/** Patterns of paths, never the paths: those carry acknowledgement numbers. */
function note(request: FastifyRequest, reply: FastifyReply, { log, traffic }: ServerOptions): void {
  const route = request.routeOptions.url ?? 'none';
  const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
  traffic?.note(route, reply.statusCode, milliseconds);
  log.info('http.answered', { id: request.id, method: request.method, route, status: reply.statusCode, milliseconds });
}
