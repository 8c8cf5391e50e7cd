import { z } from 'zod';
import { type HttpCall, type HttpResult, httpClient } from '#adapters/shared/http.ts';
import type { Destination } from '#application/ports/out/channel.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { deniedBy, failureOf } from './errors.ts';
import { paths } from './parse.ts';

export interface TwilioSettings {
  /** Base of Twilio's API; the stand-in's address in demo mode. */
  readonly apiUrl: string;
  readonly accountSid: string;
  readonly authToken: string;
  /** A number, a registered sender id, or the id of a messaging service, which begins with MG. */
  readonly from: string;
  /** Our address as Twilio calls it: signatures are over it. */
  readonly publicUrl: string;
}

const TIMEOUT_MS = 20_000;
const accepted = z.object({ sid: z.string().min(1) });
const account = z.object({ status: z.string() });

/** Hands one text over. Taken in is not yet delivered: that comes as a status. @throws NotDelivered */
export async function post(text: string, to: Destination, settings: TwilioSettings): Promise<string> {
  const { kind, address } = to.contactPoint;
  if (kind !== 'phone') throw new NotDelivered('no-number', { retry: false, personal: true });
  const body = new URLSearchParams({ To: address, ...sender(to.from ?? settings.from), Body: text });
  body.set('StatusCallback', statusAddress(settings, to.reference));
  const result = await call(settings, '/Messages.json', { method: 'POST', body });
  if (!isGood(result)) throw failureOf(result);
  const taken = accepted.safeParse(result.json).data;
  // Trying again could say it twice, and nothing tells that it was not taken; the status will, by our reference.
  if (!taken) throw new NotDelivered('answer-not-understood', { retry: false, instead: 'nothing' });
  return taken.sid;
}

const sender = (from: string): Record<string, string> =>
  from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from };

/** Twilio keeps no word of ours with a message, but calls back the address that it was given. */
const statusAddress = ({ publicUrl }: TwilioSettings, reference: string): string =>
  `${publicUrl.replace(/\/+$/, '')}${paths.status}?${new URLSearchParams({ reference })}`;

/** Asks for our own account, which changes nothing. */
export async function check(settings: TwilioSettings): Promise<Checked> {
  const result = await call(settings, '.json');
  if (!isGood(result)) return { ok: false, problem: deniedBy(result) };
  const ours = account.safeParse(result.json).data;
  if (ours?.status !== 'active') return { ok: false, problem: 'the account at Twilio is not active' };
  return { ok: true };
}

function call({ apiUrl, accountSid, authToken }: TwilioSettings, path: string, what?: HttpCall): Promise<HttpResult> {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const client = httpClient({ baseUrl: apiUrl, headers: { authorization }, timeoutMs: TIMEOUT_MS });
  return client.call(`/2010-04-01/Accounts/${encodeURIComponent(accountSid)}${path}`, what);
}

const isGood = (result: HttpResult): result is Extract<HttpResult, { answered: true }> =>
  result.answered && result.status >= 200 && result.status < 300;
