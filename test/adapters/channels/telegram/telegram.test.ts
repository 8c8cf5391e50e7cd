import { readFileSync } from 'node:fs';
import { telegram } from '#adapters/channels/telegram/index.ts';
import { requireKeyboard, requireText, sentText, validated } from '#adapters/stand-ins/telegram/validate.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { aWebRequest } from '#test/contracts/channel-world.ts';
import { describeChannel } from '#test/contracts/describe-channel.ts';
import { inHeader } from '#test/contracts/proof.ts';
import { fieldsOf } from './fields-of.ts';
import { shownOf } from './shows.ts';

const SECRET = 'secret-token-of-the-test';
const TOKEN = '5000000001:bot-token-of-the-test';
const ASHA = { channel: 'telegram', kind: 'user-id', address: '9000000001' } as const;
const ASHA_PHONE = { channel: 'telegram', kind: 'phone', address: '+910000000001' } as const;

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/telegram/${name}.json`, import.meta.url));

const signed = (body: string | Buffer) =>
  aWebRequest({
    path: '/webhooks/telegram',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
    body: Buffer.from(body),
  });

/** An update like this one, with something else in it. */
const like = (name: string, change: (update: Record<string, object>) => object) =>
  signed(JSON.stringify(change(JSON.parse(fixture(name).toString('utf8')))));
const hears = (name: string, content: InboundContent, id = '9000000001/41') => ({
  name: name.replaceAll('-', ' '),
  request: signed(fixture(name)),
  becomes: [{ id, from: [ASHA] as const, profileName: 'Asha Devi', content }],
});
const nothingIn = (name: string) => ({
  name: `nothing in ${name.replaceAll('-', ' ')}`,
  request: signed(fixture(name)),
  becomes: [],
});
const file = (kind: 'image' | 'document' | 'audio' | 'video' | 'sticker', ref: string, mime: string) =>
  ({ type: 'media', media: { ref, kind, mime } }) as const;
const TAP = '9000000001/tap/4382bfdwdsb323b2d9';

const refused = (status: number, description: string, parameters?: object) => ({
  status,
  body: { ok: false, error_code: status, description, ...(parameters && { parameters }) },
});

function isTaken(fields: object): boolean {
  try {
    const { text, reply_markup } = validated(sentText, fields);
    requireText(text);
    requireKeyboard(reply_markup);
    return true;
  } catch {
    return false;
  }
}

describeChannel(telegram, {
  settings: (apiUrl) => ({ apiUrl, botToken: TOKEN, secretToken: SECRET }),
  secrets: [SECRET, TOKEN],
  signed,
  proof: inHeader('x-telegram-bot-api-secret-token'),
  inbound: [
    hears('text', { type: 'text', text: 'जन्म प्रमाण पत्र' }),
    hears('start', { type: 'choice', id: 'menu/start' }),
    hears('start-with-payload', { type: 'choice', id: 'service/birth-certificate/apply' }),
    hears('start-with-code', { type: 'text', text: 'EK-7MP3-4QXW' }),
    hears('start-from-leaflet', { type: 'choice', id: 'menu/start' }),
    hears('slash-command', { type: 'text', text: 'help' }),
    hears('photo', { ...file('image', 'AgACAgUAAxkBAAIBx', 'image/jpeg'), caption: 'the slip' }),
    hears('document', {
      type: 'media',
      media: { ref: 'BQACAgUAAxkBAAIBd', kind: 'document', mime: 'application/pdf', fileName: 'slip.pdf' },
    }),
    hears('animation', {
      type: 'media',
      media: { ref: 'CgACAgUAAxkBAAIBa', kind: 'document', mime: 'video/mp4', fileName: 'wave.mp4' },
    }),
    hears('voice', file('audio', 'AwACAgUAAxkBAAIBv', 'audio/ogg')),
    hears('audio', {
      type: 'media',
      media: { ref: 'CQACAgUAAxkBAAIBu', kind: 'audio', mime: 'audio/mp4', fileName: 'memo.m4a' },
    }),
    hears('video', { ...file('video', 'BAACAgUAAxkBAAIBw', 'video/mp4'), caption: 'the street light' }),
    hears('video-note', file('video', 'DQACAgUAAxkBAAIBn', 'video/mp4')),
    hears('sticker', file('sticker', 'CAACAgUAAxkBAAIBk', 'application/x-tgsticker')),
    hears('location', { type: 'location', latitude: 28.6139, longitude: 77.209 }),
    hears('venue', { type: 'location', latitude: 28.6139, longitude: 77.209, address: 'Gate 2, Rajpath, New Delhi' }),
    {
      name: "the citizen's own card, which proves the number",
      request: signed(fixture('contact-own')),
      becomes: [{ from: [ASHA, ASHA_PHONE], content: { type: 'contact', phones: ['+910000000001'], isOwn: true } }],
    },
    hears('contact-of-another', { type: 'contact', phones: ['+910000000002'] }),
    hears('contact-from-phone-book', { type: 'contact', phones: ['+910000000003'] }),
    hears('contact-without-country', { type: 'contact', phones: [] }),
    hears('poll', { type: 'unsupported', what: 'poll' }),
    hears('dice', { type: 'unsupported', what: 'dice' }),
    hears('edited-message', { type: 'unsupported', what: 'edited' }, '9000000001/41/edit/1772683260'),
    hears('tap', { type: 'choice', id: 'answer/yes' }, TAP),
    hears('tap-on-long-command', { type: 'text', text: 'House 12, Gali 4, Delhi' }, TAP),
    hears('tap-on-old-message', { type: 'choice', id: 'service/birth-certificate/apply' }, TAP),
    hears('tap-on-old-long-command', { type: 'unsupported', what: 'old_button' }, TAP),
    hears('blocked', { type: 'notice', what: 'blocked', on: 'telegram' }, '9000000001/member/700000004'),
    hears('unblocked', { type: 'notice', what: 'unblocked', on: 'telegram' }, '9000000001/member/700000004'),
    nothingIn('pinned'),
    nothingIn('group-message'),
    nothingIn('group-tap'),
    nothingIn('taken-into-group'),
    nothingIn('channel-post'),
  ],
  statuses: [],
  to: { contactPoint: ASHA, reference: 'reference-1' },
  typed: (text) => like('text', ({ message, ...rest }) => ({ ...rest, message: { ...message, text } })),
  tapped: ({ id: data }, among) =>
    like('tap', ({ callback_query, ...rest }) => {
      const buttons = among.flatMap(({ buttons = [] }) => buttons);
      const inline_keyboard = buttons.map(({ id, title }) => [{ text: title, callback_data: id }]);
      const { message } = callback_query as { message: object };
      const under = { ...message, reply_markup: { inline_keyboard } };
      return { ...rest, callback_query: { ...callback_query, data, message: under } };
    }),
  accepts: (call) => ({
    // Nothing is taken that Telegram would not take.
    status: call.path.endsWith('/sendMessage') && !isTaken(fieldsOf(call)) ? 400 : 200,
    body: { ok: true, result: call.path.endsWith('/sendChatAction') ? true : { message_id: 77, date: 1772683200 } },
  }),
  shows: (call) => (/\/send(Message|Document|Photo)$/.test(call.path) ? shownOf(fieldsOf(call)) : undefined),
  refusals: [
    {
      name: 'how long to rest after too many messages',
      answer: refused(429, 'Too Many Requests: retry after 5', { retry_after: 5 }),
      is: { retry: true, afterSeconds: 5, code: '429' },
    },
    {
      name: 'that the person has blocked us',
      answer: refused(403, 'Forbidden: bot was blocked by the user'),
      is: { retry: false, instead: 'nothing', code: 'blocked' },
    },
    {
      name: 'that the account is gone',
      answer: refused(403, 'Forbidden: user is deactivated'),
      is: { retry: false, instead: 'other-channel', code: 'deactivated' },
    },
    {
      name: 'that the person never began a chat',
      answer: refused(403, "Forbidden: bot can't initiate conversation with a user"),
      is: { retry: false, instead: 'other-channel', code: 'not-begun' },
    },
    {
      name: 'that there is no such chat',
      answer: refused(400, 'Bad Request: chat not found'),
      is: { retry: false, instead: 'other-channel', code: 'chat-not-found' },
    },
    { name: 'a wrong token', answer: refused(401, 'Unauthorized'), is: { retry: false, code: '401' } },
    { name: 'trouble on the other side', answer: refused(500, 'Internal Server Error'), is: { retry: true } },
    {
      name: 'a page of a gateway in between',
      answer: { status: 502, body: '<html>' },
      is: { retry: true, code: '502' },
    },
    {
      name: 'an acceptance without an id',
      answer: { status: 200, body: { ok: true, result: {} } },
      is: { retry: false, instead: 'nothing', code: 'answer-not-understood' },
    },
  ],
});
