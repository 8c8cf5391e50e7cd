import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isSameSecret } from '#adapters/shared/same-secret.ts';
import { GraphError, refusalOf } from './errors.ts';
import type { Failure, Failures } from './failures.ts';
import { bytesAt, type Call, dispatch, isReadMark, type StandInWorld } from './graph.ts';

const MAX_BYTES = 101 * 1024 * 1024;

export function answerer(world: StandInWorld): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(world, request, response).catch((error: unknown) => {
      const said = error instanceof GraphError ? error : new GraphError(500, 131000, 'Something went wrong');
      if (!response.headersSent) reply(response, said.status, said.body);
    });
  };
}

async function answer(world: StandInWorld, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = await callOf(request);
  // Sealed files of forms lie open to everybody, as at Meta: who has no key can do nothing with them.
  const [place, , key = ''] = call.parts;
  if (place === 'cdn') return reply(response, 200, bytesAt(world, key));
  if (!isSameSecret(request.headers.authorization, `Bearer ${world.accessToken}`)) {
    throw new GraphError(401, 190, 'Invalid OAuth access token - Cannot parse access token');
  }
  const failure = failureFor(call, world.failures);
  if (failure === 'drop-connection') return void request.socket.destroy();
  if (typeof failure === 'object' && 'delayMs' in failure) await wait(failure.delayMs, undefined, { ref: false });
  const refusal = failure && refusalOf(failure);
  if (refusal) throw refusal;
  const said = await dispatch(world, call, failure);
  if (failure === 'lose-answer') return void request.socket.destroy();
  reply(response, 200, said);
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new GraphError(413, 131053, 'Media upload error: file too large');
    chunks.push(chunk);
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const body = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';
  return {
    method: request.method ?? 'GET',
    parts: pathname.split('/').filter(Boolean).map(decodeURIComponent),
    query: searchParams,
    contentType,
    body,
    json: contentType.startsWith('application/json') ? jsonOf(body) : undefined,
  };
}

/** Read marks never fail: what is ordered to fail is the next message. */
function failureFor({ parts: [, , edge], json }: Call, failures: Failures): Failure | undefined {
  if (edge === 'message_templates') return failures.next('templates');
  if (edge !== 'messages') return failures.next('media');
  return isReadMark(json) ? undefined : failures.next('messages');
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new GraphError(400, 100, 'Invalid JSON');
  }
}

function reply(response: ServerResponse, status: number, said: unknown): void {
  const isFile = said instanceof Uint8Array;
  response.writeHead(status, { 'content-type': isFile ? 'application/octet-stream' : 'application/json' });
  response.end(isFile ? said : JSON.stringify(said));
}
