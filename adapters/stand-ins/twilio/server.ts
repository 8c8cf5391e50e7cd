import type { IncomingMessage, ServerResponse } from 'node:http';
import { isSameSecret } from '#adapters/shared/same-secret.ts';
import type { DeliveryWord, Entry, Transcript } from '../sms-transcript.ts';
import { type Failure, laterCodeOf, refusalOf, TwilioError } from './failures.ts';
import type { Webhooks } from './webhooks.ts';

export interface StandInWorld {
  readonly accountSid: string;
  readonly authToken: string;
  readonly transcript: Transcript;
  readonly webhooks: Webhooks;
  nextFailure(): Failure | undefined;
}

const MAX_BYTES = 64 * 1024;
/** Twilio's own limit for the text of one message. */
const MAX_BODY = 1600;

export function answerer(world: StandInWorld): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(world, request, response).catch((error: unknown) => {
      const said = error instanceof TwilioError ? error : new TwilioError(500, 20500, 'Internal Server Error');
      if (!response.headersSent) reply(response, said.status, said.body, said.headers);
    });
  };
}

async function answer(world: StandInWorld, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await bodyOf(request));
  const { accountSid, authToken, transcript } = world;
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  if (!isSameSecret(request.headers.authorization, `Basic ${credentials}`)) {
    throw new TwilioError(401, 20003, 'Authenticate');
  }
  const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
  const account = `/2010-04-01/Accounts/${accountSid}`;
  if (request.method === 'GET') {
    if (pathname === `${account}.json`) return reply(response, 200, { sid: accountSid, status: 'active' });
    const entry = transcript.find(/\/Messages\/(\w+)\.json$/.exec(pathname)?.[1] ?? '');
    if (entry) return reply(response, 200, resourceOf(entry, accountSid));
  }
  if (request.method !== 'POST' || pathname !== `${account}/Messages.json`) {
    throw new TwilioError(404, 20404, 'The requested resource was not found');
  }
  const failure = world.nextFailure();
  if (failure === 'drop-connection') return void request.socket.destroy();
  const refusal = failure && refusalOf(failure);
  if (refusal) throw refusal;
  const entry = takeMessage(world, form, laterCodeOf(failure));
  if (failure === 'lose-answer') return void request.socket.destroy();
  reply(response, 201, resourceOf(entry, accountSid));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new TwilioError(413, 20413, 'Request entity too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function takeMessage(world: StandInWorld, form: URLSearchParams, failsWith: number | undefined): Entry {
  const [user, text] = [form.get('To') ?? '', form.get('Body') ?? ''];
  if (user === '') throw new TwilioError(400, 21604, "A 'To' phone number is required.");
  if (!/^\+\d{7,15}$/.test(user)) throw new TwilioError(400, 21211, "Invalid 'To' Phone Number");
  if (!form.get('From') && !form.get('MessagingServiceSid')) {
    throw new TwilioError(400, 21603, "A 'From' phone number is required.");
  }
  if (text === '') throw new TwilioError(400, 21602, 'Message body is required.');
  if (text.length > MAX_BODY) {
    throw new TwilioError(400, 21617, 'The concatenated message body exceeds the 1600 character limit');
  }
  const entry = world.transcript.add({ direction: 'from-us', type: 'sms', user, text });
  void world.webhooks.track(reportOn(world, entry.id, form.get('StatusCallback') ?? undefined, failsWith));
  return entry;
}

/** How a phone at hand takes a message; `failsWith` tells why it does not. */
async function reportOn(
  { transcript, webhooks }: StandInWorld,
  id: string,
  callback: string | undefined,
  failsWith: number | undefined,
): Promise<void> {
  // The answer to the call goes out first.
  await new Promise((next) => setImmediate(next));
  const course: readonly DeliveryWord[] = ['sent', failsWith === undefined ? 'delivered' : 'undelivered'];
  for (const status of course) {
    transcript.setStatus(id, status);
    const entry = transcript.find(id);
    const code = status === 'undelivered' ? failsWith : undefined;
    if (entry && callback !== undefined) await webhooks.postStatus(callback, entry, code);
  }
}

const resourceOf = ({ id, user, text, status }: Entry, accountSid: string): object => ({
  sid: id,
  account_sid: accountSid,
  to: user,
  body: text,
  status: status ?? 'received',
  num_segments: '1',
  error_code: null,
  error_message: null,
  price: null,
});

function reply(response: ServerResponse, status: number, said: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(said));
}
