import { parse as parseGateway } from '#adapters/channels/http-sms/parse.ts';
import { smsOf } from '#adapters/channels/http-sms/registered.ts';
import { readBody } from '#adapters/channels/read-body.ts';
import { smsTexts } from '#adapters/channels/sms-menu.ts';
import { segmentsOf } from '#adapters/channels/sms-segments.ts';
import { parse as parseTelegram } from '#adapters/channels/telegram/parse.ts';
import { render as renderTelegram } from '#adapters/channels/telegram/render.ts';
import { parse as parseTwilio } from '#adapters/channels/twilio-sms/parse.ts';
import type { WordedMessage } from '#application/ports/out/channel.ts';
import { registeredTexts } from '../dlt-templates.ts';
import { perSecond } from './per-second.ts';
import type { Line } from './table.ts';

const receivedAt = '2026-03-16T05:30:00.000Z';
const said = 'mere ghar beti hui hai, kagaz banwana hai';
const nobody = { params: {}, query: {}, headers: {}, cookies: {}, ip: '', body: Buffer.alloc(0) };
const menu: WordedMessage = {
  text: 'कौन सी सेवा चाहिए?',
  choices: Array.from({ length: 8 }, (_, i) => ({ id: `service/bench-${i}/apply`, label: `सेवा ${i}` })),
};
/** A question with its menu, which go as two registered texts. */
const asked: WordedMessage = {
  text: '',
  sentences: [
    { wording: 'किस दिन? नंबर या “कल 11 बजे” लिखिए।', values: {} },
    {
      wording: `नंबर भेजिए:\n${menu.choices?.map((_, i) => `${i + 1} {{${i + 1}}}`).join('\n')}`,
      values: Object.fromEntries((menu.choices ?? []).map(({ label }, i) => [String(i + 1), label])),
    },
  ],
};
const long = Array.from({ length: 12 }, () => 'आपका आवेदन दफ़्तर के पास है, तीन दिन में देखा जाएगा। ').join('');

const gateway = {
  ...{ url: '', apiKey: '', answerId: '', callbackSecret: '', templates: registeredTexts },
  callbackCheck: { by: 'token', query: 'token' },
  inbound: { id: 'id', from: 'from', text: 'text' },
  report: { id: 'id', status: 'status', delivered: ['DELIVRD'], failed: ['UNDELIV'] },
} as const;

/** What each channel does with one message in memory; WhatsApp stands with the messages. */
export async function measureChannels(): Promise<readonly Line[]> {
  const form = Buffer.from(new URLSearchParams({ MessageSid: 'SM1', From: '+910000000001', Body: said }).toString());
  const twilio = {
    ...{ ...nobody, method: 'POST', path: '/webhooks/twilio/sms', body: form },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
  const query = { id: '1', from: '910000000001', text: said };
  const called = { ...nobody, method: 'GET', path: '/webhooks/http-sms/inbound', query };
  const update = JSON.stringify({
    update_id: 1,
    message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, from: { id: 1 }, text: said },
  });
  const segments = segmentsOf(long).length;
  const rate = (what: string, work: () => unknown): Line => ({ what, value: perSecond(work), unit: '/s' });
  return [
    { what: 'SMS segments cut', value: segments * perSecond(() => segmentsOf(long)), unit: 'segments/s' },
    rate('SMS menus rendered', () => smsTexts(menu)),
    rate(`SMS matched with ${registeredTexts.length} registered texts`, () => smsOf(asked, gateway)),
    rate('Twilio callbacks parsed', () => parseTwilio(readBody(twilio), { request: twilio, receivedAt })),
    rate('gateway callbacks parsed', () =>
      parseGateway(readBody(called), { request: called, settings: gateway, receivedAt }),
    ),
    rate('Telegram updates parsed', () => parseTelegram(JSON.parse(update), { receivedAt })),
    rate('Telegram menus rendered', () => JSON.stringify(renderTelegram(menu))),
  ];
}
