import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isSameSecret } from '#adapters/shared/same-secret.ts';
import { type Call, dispatch, type StandInWorld, saysSomething } from './bot-api.ts';
import { BotApiError, badRequest, notFound, refusalOf, unauthorized } from './errors.ts';
import type { Failure, Failures } from './failures.ts';
import { partsOf } from './form.ts';

const MAX_BYTES = 51 * 1024 * 1024;

export type ServedWorld = StandInWorld & { readonly botToken: string; readonly failures: Failures };

export function answerer(world: ServedWorld): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(world, request, response).catch((error: unknown) => {
      const said = error instanceof BotApiError ? error : new BotApiError(500, 'Internal Server Error');
      if (!response.headersSent) reply(response, said.status, said.body);
    });
  };
}

/** Paths are `/bot<token>/<method>` and `/file/bot<token>/<path of the file>`. */
async function answer(world: ServedWorld, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bytesOf(request);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const [, isFile, token, rest = ''] = /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(decodeURIComponent(pathname)) ?? [];
  if (token === undefined) throw notFound();
  if (!isSameSecret(token, world.botToken)) throw unauthorized();
  const call = isFile
    ? undefined
    : callOf(rest.toLowerCase(), searchParams, request.headers['content-type'] ?? '', body);
  const failure = failureFor(call, world.failures);
  if (failure === 'drop-connection') return void request.socket.destroy();
  if (typeof failure === 'object' && 'delayMs' in failure) await wait(failure.delayMs, undefined, { ref: false });
  const refusal = failure && refusalOf(failure);
  if (refusal) throw refusal;
  const said = call ? { ok: true, result: dispatch(world, call) } : bytesAt(world, rest);
  if (failure === 'lose-answer') return void request.socket.destroy();
  reply(response, 200, said);
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new BotApiError(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function callOf(method: string, query: URLSearchParams, contentType: string, body: Buffer): Call {
  const asked = Object.fromEntries(query);
  if (contentType.startsWith('multipart/form-data')) {
    const parts = partsOf(body, contentType);
    const fields = parts.filter(({ fileName }) => fileName === undefined);
    const said = Object.fromEntries(fields.map(({ name, bytes }) => [name, bytes.toString('utf8')]));
    return { method, fields: { ...asked, ...said }, parts };
  }
  const text = body.toString('utf8');
  const said = contentType.startsWith('application/json')
    ? jsonOf(text)
    : Object.fromEntries(new URLSearchParams(text));
  return { method, fields: { ...asked, ...said }, parts: [] };
}

function jsonOf(text: string): object {
  try {
    const json: unknown = JSON.parse(text === '' ? '{}' : text);
    if (typeof json === 'object' && json !== null) return json;
  } catch {
    // Told below.
  }
  throw badRequest("can't parse request JSON object");
}

/** What is ordered to fail is the next message or the next file; a sign of typing never uses it up. */
function failureFor(call: Call | undefined, failures: Failures): Failure | undefined {
  if (!call || call.method === 'getfile') return failures.next('files');
  return saysSomething(call.method) ? failures.next('messages') : undefined;
}

function bytesAt({ files }: StandInWorld, path: string): Uint8Array {
  const file = files.at(path);
  if (!file) throw notFound();
  return file.bytes;
}

function reply(response: ServerResponse, status: number, said: unknown): void {
  const isFile = said instanceof Uint8Array;
  response.writeHead(status, { 'content-type': isFile ? 'application/octet-stream' : 'application/json' });
  response.end(isFile ? said : JSON.stringify(said));
}
