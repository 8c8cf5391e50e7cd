import type { IncomingMessage, ServerResponse } from 'node:http';
import { isSameSecret } from '#adapters/shared/same-secret.ts';
import type { Entry, Transcript } from '../sms-transcript.ts';
import type { Callbacks } from './callbacks.ts';
import { type Cause, type Failure, GupshupError, laterCauseOf, refusalOf, tooFast, unregistered } from './failures.ts';

/** What a message says of itself to the DLT platform. */
export interface Registered {
  readonly text: string;
  readonly header: string;
  readonly entityId: string;
  readonly templateId: string;
}

export interface StandInWorld {
  readonly userId: string;
  readonly password: string;
  readonly transcript: Transcript;
  readonly callbacks: Callbacks;
  readonly isRegistered: (message: Registered) => boolean;
  /** Takes time, before an answer and before a report. */
  readonly delay: (of: 'answer' | 'report') => Promise<void>;
  readonly isTooFast: () => boolean;
  nextFailure(): Failure | undefined;
}

const MAX_BYTES = 64 * 1024;

export function answerer(world: StandInWorld): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(world, request, response).catch((error: unknown) => {
      const said = error instanceof GupshupError ? error : new GupshupError(100, 'An unknown error has occurred.', 500);
      if (!response.headersSent) reply(response, said.status, said.line, said.headers);
    });
  };
}

async function answer(world: StandInWorld, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const asked = request.method === 'POST' ? new URLSearchParams(await bodyOf(request)) : searchParams;
  if (pathname !== '/GatewayAPI/rest') throw new GupshupError(106, 'This method is not supported.', 404);
  await world.delay('answer');
  if (world.isTooFast()) throw tooFast();
  checkCaller(world, asked);
  const failure = world.nextFailure();
  if (failure === 'drop-connection') return void request.socket.destroy();
  const refusal = failure && refusalOf(failure);
  if (refusal) throw refusal;
  const entry = takeMessage(world, asked, laterCauseOf(failure));
  if (failure === 'lose-answer') return void request.socket.destroy();
  reply(response, 200, `success | ${entry.user.slice(1)} | ${entry.id}`);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new GupshupError(100, 'The request is too large.', 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function checkCaller({ userId, password }: StandInWorld, asked: URLSearchParams): void {
  for (const name of ['userid', 'password', 'method', 'v', 'send_to', 'msg']) {
    if (!asked.get(name)) throw new GupshupError(101, `The parameter "${name}" is missing.`);
  }
  if (asked.get('userid') !== userId) throw new GupshupError(103, 'The user does not exist.');
  if (!isSameSecret(asked.get('password') ?? undefined, password)) {
    throw new GupshupError(102, 'Authentication failed due to invalid userId or password.');
  }
  if (asked.get('method')?.toLowerCase() !== 'sendmessage') throw new GupshupError(106, 'The method is not supported.');
  if (!['1.0', '1.1'].includes(asked.get('v') ?? '')) throw new GupshupError(107, 'The version is unknown.');
}

function takeMessage(world: StandInWorld, asked: URLSearchParams, failed: Cause | undefined): Entry {
  const [number = '', text = '', header = ''] = ['send_to', 'msg', 'mask'].map((name) => asked.get(name) ?? '');
  if (!/^(?:91)?\d{10}$/.test(number)) throw new GupshupError(105, 'The phone number is not valid.');
  if (header !== '' && !/^[A-Za-z0-9]{1,10}$/.test(header)) throw new GupshupError(108, 'The mask is not valid.');
  const user = `+${number.length === 10 ? '91' : ''}${number}`;
  const [entityId = '', templateId = ''] = ['principalEntityId', 'dltTemplateId'].map((name) => asked.get(name) ?? '');
  const cause = failed ?? (world.isRegistered({ text, header, entityId, templateId }) ? undefined : unregistered);
  const entry = world.transcript.add({ direction: 'from-us', type: 'sms', user, text });
  void world.callbacks.track(reportOn(world, entry.id, fragmentsOf(text, asked.get('msg_type')), cause));
  return entry;
}

/** How a phone at hand takes a message; `failed` tells why it does not. */
async function reportOn(world: StandInWorld, id: string, fragments: number, failed: Cause | undefined): Promise<void> {
  // The answer to the call goes out first.
  await new Promise((next) => setImmediate(next));
  await world.delay('report');
  world.transcript.setStatus(id, failed ? 'undelivered' : 'delivered');
  const entry = world.transcript.find(id);
  if (entry) await world.callbacks.report(entry, fragments, failed);
}

function fragmentsOf({ length }: string, type: string | null): number {
  const [single, joined] = type?.toLowerCase() === 'unicode_text' ? [70, 67] : [160, 153];
  return length <= single ? 1 : Math.ceil(length / joined);
}

function reply(response: ServerResponse, status: number, said: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(said);
}
