import type { DeliveryStatus } from '#domain/conversation/message.ts';
import { smsSender } from '../sms-number.ts';
import type { Heard, WebhookCall } from '../webhook-channel.ts';
import type { HttpSmsSettings } from './settings.ts';
import { codeAt, valueAt } from './value-at.ts';

/** Where the gateway calls us. */
export const paths = {
  inbound: '/webhooks/http-sms/inbound',
  call: '/webhooks/http-sms/call',
  report: '/webhooks/http-sms/report',
} as const;

const MAX_ID = 200;

export function parse(
  body: unknown,
  { request, settings, receivedAt: at }: WebhookCall<HttpSmsSettings>,
): Heard | undefined {
  if (request.path === paths.inbound) return messageIn(body, settings, at);
  return request.path === paths.call ? callIn(body, settings, at) : statusIn(body, settings, at);
}

/** The number for calls may not be able to send SMS, so the answer goes out from the usual one. */
function callIn(body: unknown, { missedCall, countryCode }: HttpSmsSettings, at: string): Heard | undefined {
  const id = missedCall && valueAt(body, missedCall.id)?.slice(0, MAX_ID);
  const caller = missedCall && valueAt(body, missedCall.from);
  if (id === undefined || caller === undefined) return undefined;
  const from = smsSender(withCountry(caller, countryCode));
  return { messages: from ? [{ id, at, from: [from], content: { type: 'missed-call' } }] : [] };
}

function messageIn(body: unknown, { inbound, countryCode }: HttpSmsSettings, at: string): Heard | undefined {
  const id = valueAt(body, inbound.id)?.slice(0, MAX_ID);
  const sender = valueAt(body, inbound.from);
  if (id === undefined || sender === undefined) return undefined;
  const from = smsSender(withCountry(sender, countryCode));
  if (!from) return { messages: [] };
  const to = inbound.to === undefined ? undefined : valueAt(body, inbound.to);
  const text = valueAt(body, inbound.text) ?? '';
  return { messages: [{ id, at, from: [from], content: { type: 'text', text }, ...(to !== undefined && { to }) }] };
}

/** Providers write a number with plus sign, with country only, with the zero of the country, or bare. */
function withCountry(number: string, countryCode = '91'): string {
  const digits = number.replaceAll(/[\s()-]/g, '');
  if (digits.startsWith('+') || !/^\d{10,15}$/.test(digits)) return digits;
  const national = digits.replace(/^0+/, '');
  return national.length <= 10 ? `+${countryCode}${national}` : `+${national}`;
}

function statusIn(body: unknown, { report }: HttpSmsSettings, at: string): Heard | undefined {
  const messageId = valueAt(body, report.id)?.slice(0, MAX_ID);
  const word = valueAt(body, report.status);
  if (messageId === undefined || word === undefined) return undefined;
  const status = meaningOf(word, report);
  if (!status) return { messages: [] };
  const code = status === 'failed' ? codeAt(body, report.code) : undefined;
  const reference = report.reference === undefined ? undefined : valueAt(body, report.reference);
  const more = {
    ...(code !== undefined && { code }),
    ...(reference !== undefined && { reference }),
  };
  return { messages: [], statuses: [{ messageId, status, at, ...more }] };
}

function meaningOf(word: string, report: HttpSmsSettings['report']): DeliveryStatus['status'] | undefined {
  if (report.delivered.includes(word)) return 'delivered';
  if (report.failed.includes(word)) return 'failed';
  return report.sent?.includes(word) ? 'sent' : undefined;
}
