import { createHash } from 'node:crypto';
import type { DeliveryStatus } from '#domain/conversation/message.ts';
import { smsSender } from '../sms-number.ts';
import type { Heard, WebhookCall } from '../webhook-channel.ts';
import type { HttpSmsSettings, IdPlace } from './settings.ts';
import { codeAt, listAt, valueAt } from './value-at.ts';

/** Where the gateway calls us; each also with the secret at its end. */
export const paths = {
  inbound: '/webhooks/http-sms/inbound',
  call: '/webhooks/http-sms/call',
  report: '/webhooks/http-sms/report',
} as const;

const MAX_ID = 200;

export function parse(
  body: unknown,
  { request: { path }, settings, receivedAt: at }: WebhookCall<HttpSmsSettings>,
): Heard | undefined {
  const { inbound, missedCall, report } = settings;
  if (isUnder(path, paths.inbound)) return eachOf(body, inbound, (said) => messageIn(said, settings, at));
  if (isUnder(path, paths.call)) return eachOf(body, missedCall, (rang) => callIn(rang, settings, at));
  return eachOf(body, report, (told) => statusIn(told, settings, at));
}

const isUnder = (path: string, base: string): boolean => path === base || path.startsWith(`${base}/`);

/** One of several that is not understood takes nothing from the others. */
function eachOf(
  body: unknown,
  where: { readonly list?: string } | undefined,
  read: (each: unknown) => Heard | undefined,
): Heard | undefined {
  const heard = listAt(body, where?.list).flatMap((each) => read(each) ?? []);
  if (heard.length === 0) return undefined;
  const statuses = heard.flatMap((each) => each.statuses ?? []);
  const alarms = [...new Set(heard.flatMap((each) => each.alarms ?? []))];
  return {
    messages: heard.flatMap(({ messages }) => messages),
    ...(statuses.length > 0 && { statuses }),
    ...(alarms.length > 0 && { alarms }),
  };
}

/** The number for calls may not be able to send SMS, so the answer goes out from the usual one. */
function callIn(rang: unknown, { missedCall, countryCode }: HttpSmsSettings, at: string): Heard | undefined {
  if (!missedCall) return undefined;
  const id = idAt(rang, missedCall.id);
  const caller = valueAt(rang, missedCall.from);
  if (id === undefined || caller === undefined) return undefined;
  const from = smsSender(withCountry(caller, countryCode));
  const called = missedCall.called === undefined ? undefined : valueAt(rang, missedCall.called);
  const content = {
    type: 'missed-call',
    ...(called !== undefined && { called: withCountry(called, countryCode) }),
  } as const;
  return { messages: from ? [{ id, at, from: [from], content }] : [] };
}

function messageIn(said: unknown, { inbound, countryCode }: HttpSmsSettings, at: string): Heard | undefined {
  const id = idAt(said, inbound.id);
  const sender = valueAt(said, inbound.from);
  if (id === undefined || sender === undefined) return undefined;
  const from = smsSender(withCountry(sender, countryCode));
  if (!from) return { messages: [] };
  const to = inbound.to === undefined ? undefined : valueAt(said, inbound.to);
  const text = valueAt(said, inbound.text) ?? '';
  return { messages: [{ id, at, from: [from], content: { type: 'text', text }, ...(to !== undefined && { to }) }] };
}

/** Ids stand in logs, so that what makes one up is digested: a number may be part of it. */
function idAt(value: unknown, place: IdPlace): string | undefined {
  if (typeof place === 'string') return valueAt(value, place)?.slice(0, MAX_ID);
  const parts = place.map((each) => valueAt(value, each));
  if (parts.includes(undefined)) return undefined;
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Providers write a number with plus sign, with country only, with the zero of the country, or bare. */
function withCountry(number: string, countryCode = '91'): string {
  const digits = number.replaceAll(/[\s()-]/g, '');
  if (digits.startsWith('+') || !/^\d{10,15}$/.test(digits)) return digits;
  const national = digits.replace(/^0+/, '');
  return national.length <= 10 ? `+${countryCode}${national}` : `+${national}`;
}

function statusIn(told: unknown, { report }: HttpSmsSettings, at: string): Heard | undefined {
  const messageId = valueAt(told, report.id)?.slice(0, MAX_ID);
  const word = valueAt(told, report.status);
  if (messageId === undefined || word === undefined) return undefined;
  const status = meaningOf(word, report);
  if (!status) return { messages: [] };
  const code = status === 'failed' ? codeAt(told, report.code) : undefined;
  const reference = report.reference === undefined ? undefined : valueAt(told, report.reference);
  const more = {
    ...(code !== undefined && { code }),
    ...(status === 'failed' && { instead: insteadOf(code, report) }),
    ...(reference !== undefined && { reference }),
    ...(report.segments !== undefined && countAt(told, report.segments)),
  };
  const isOurs = code !== undefined && report.ours !== undefined && new RegExp(`^(?:${report.ours})$`).test(code);
  return {
    messages: [],
    statuses: [{ messageId, status, at, ...more }],
    ...(isOurs && { alarms: [`error-${code}`] }),
  };
}

function countAt(told: unknown, place: string): { readonly segments: number } | undefined {
  const count = valueAt(told, place) ?? '';
  return /^[1-9]\d?$/.test(count) ? { segments: Number(count) } : undefined;
}

/** By then the networks have tried long enough. Who is on their do-not-disturb register has not stopped our messages elsewhere. */
const insteadOf = (code: string | undefined, { unwanted = [] }: HttpSmsSettings['report']) =>
  code !== undefined && unwanted.includes(code) ? ('nothing' as const) : ('other-channel' as const);

function meaningOf(word: string, report: HttpSmsSettings['report']): DeliveryStatus['status'] | undefined {
  if (report.delivered.includes(word)) return 'delivered';
  if (report.failed.includes(word)) return 'failed';
  return report.sent?.includes(word) ? 'sent' : undefined;
}
