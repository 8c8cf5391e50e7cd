import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import { validMessage } from '#adapters/stand-ins/graph-api/validate.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { aWebRequest } from '#test/contracts/channel-world.ts';
import { describeChannel } from '#test/contracts/describe-channel.ts';
import { inHeader } from '#test/contracts/proof.ts';
import { shownOf } from './shows.ts';

const APP_SECRET = 'app-secret-of-the-test';
const ASHA = { channel: 'whatsapp', kind: 'phone', address: '+910000000001' } as const;
const ASHA_ID = { channel: 'whatsapp', kind: 'user-id', address: 'IN.13491208655302741918' } as const;

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/whatsapp-cloud/${name}.json`, import.meta.url));

const signed = (body: string | Buffer) =>
  aWebRequest({
    path: '/webhooks/whatsapp',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`,
    },
    body: Buffer.from(body),
  });

/** A webhook with this in place of the text that somebody wrote. */
function saying(said: object) {
  const { entry, ...rest } = JSON.parse(fixture('text').toString('utf8'));
  const [{ changes, ...account }] = entry;
  const [{ value, field }] = changes;
  const [{ text: _text, type: _type, ...message }] = value.messages;
  const messages = [{ ...message, ...said }];
  return signed(
    JSON.stringify({ ...rest, entry: [{ ...account, changes: [{ field, value: { ...value, messages } }] }] }),
  );
}
const hears = (name: string, content: InboundContent) => ({
  name: name.replaceAll('-', ' '),
  request: signed(fixture(name)),
  becomes: [{ id: 'wamid.HBgLMTAwMDAwMDAwMDE', from: [ASHA, ASHA_ID], to: '106540352242922', content } as const],
});
const silent = (what: string): InboundContent => ({ type: 'silent', what });
const unsupported = (what: string): InboundContent => ({ type: 'unsupported', what });
const sha256 = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

const refused = (code: number, status = 400) => ({
  status,
  body: { error: { message: `(#${code}) no`, type: 'OAuthException', code, error_data: { details: 'no' } } },
});

function isTaken(message: unknown): boolean {
  try {
    validMessage(message);
    return true;
  } catch {
    return false;
  }
}

describeChannel(whatsappCloud, {
  settings: (apiUrl) => ({
    apiUrl,
    phoneNumberId: '106540352242922',
    accessToken: 'access-token-of-the-test',
    appSecret: APP_SECRET,
    verifyToken: 'verify-token-of-the-test',
  }),
  secrets: [APP_SECRET, 'access-token-of-the-test', 'verify-token-of-the-test'],
  signed,
  proof: inHeader('x-hub-signature-256'),
  inbound: [
    {
      name: 'a text, with who sent it and when',
      request: signed(fixture('text')),
      becomes: [
        {
          id: 'wamid.HBgLMTAwMDAwMDAwMDE',
          from: [ASHA, ASHA_ID],
          to: '106540352242922',
          at: '2026-03-05T04:00:00.000Z',
          profileName: 'Asha',
          content: { type: 'text', text: 'नमस्ते 🙏' },
        },
      ],
    },
    hears('text-forwarded', { type: 'text', text: 'Is this true?' }),
    hears('text-from-ad', { type: 'text', text: 'Hello' }),
    hears('image', {
      type: 'media',
      media: { ref: '1003383421387256', kind: 'image', mime: 'image/jpeg', sha256 },
      caption: 'the slip',
    }),
    hears('document', {
      type: 'media',
      media: { ref: '1003383421387257', kind: 'document', mime: 'application/pdf', fileName: 'slip.pdf', sha256 },
    }),
    hears('audio', {
      type: 'media',
      media: { ref: '1003383421387258', kind: 'audio', mime: 'audio/ogg; codecs=opus', sha256 },
    }),
    hears('video', { type: 'media', media: { ref: '1003383421387259', kind: 'video', mime: 'video/mp4', sha256 } }),
    hears('sticker', {
      type: 'media',
      media: { ref: '1003383421387260', kind: 'sticker', mime: 'image/webp', sha256 },
    }),
    hears('location', {
      type: 'location',
      latitude: 28.6139,
      longitude: 77.209,
      address: 'Gate 2, Rajpath, New Delhi',
    }),
    hears('contacts', { type: 'contact', phones: ['+910000000002', '+910000000003'] }),
    hears('button-reply', { type: 'choice', id: 'answer/yes' }),
    hears('list-reply', { type: 'choice', id: 'service/birth-certificate/apply' }),
    hears('flow-reply', { type: 'choice', id: 'form/sent' }),
    hears('flow-reply-bare', unsupported('form')),
    hears('address-reply', { type: 'text', text: 'Asha, 12, Gali 4, Delhi, 110001' }),
    hears('template-button', { type: 'choice', id: 'application/reopen' }),
    hears('template-button-bare', { type: 'text', text: 'Reopen' }),
    hears('order', unsupported('order')),
    hears('reaction', silent('reaction')),
    hears('reaction-removed', silent('reaction')),
    hears('identity-changed', { type: 'notice', what: 'customer_identity_changed' }),
    hears('unsupported', unsupported('poll_creation')),
    hears('request-welcome', silent('request_welcome')),
    hears('edit', { type: 'unsupported', what: 'edited' }),
    hears('revoke', silent('revoke')),
    hears('unknown-type', unsupported('hologram')),
    {
      name: 'somebody who is known by a user id only',
      request: signed(fixture('username-only')),
      becomes: [{ from: [ASHA_ID], content: { type: 'text', text: 'hi' } }],
    },
    {
      name: 'a change of number, from the old one and the new one',
      request: signed(fixture('number-changed')),
      becomes: [
        {
          from: [ASHA, { ...ASHA, address: '+910000000009' }],
          leaves: [ASHA],
          content: { type: 'notice', what: 'user_changed_number' },
        },
      ],
    },
    {
      name: 'a change of user id, from the old one and the new one',
      request: signed(fixture('user-id-changed')),
      becomes: [
        {
          from: [ASHA_ID, { ...ASHA_ID, address: 'IN.2' }],
          leaves: [ASHA_ID],
          content: { type: 'notice', what: 'user_changed_user_id' },
        },
      ],
    },
    {
      name: 'several people, on several numbers of ours, in one call',
      request: signed(fixture('batch')),
      becomes: [
        { id: 'wamid.HBgLMTAwMDAwMDAwMDE', from: [ASHA, ASHA_ID], to: '106540352242922', profileName: 'Asha' },
        { id: 'wamid.B', from: [{ ...ASHA, address: '+910000000002' }], to: '106540352242922', profileName: 'Ravi' },
        { id: 'wamid.C', from: [ASHA, ASHA_ID], to: '200000000000002', content: { type: 'text', text: 'three' } },
      ],
    },
    { name: 'nothing in an error of the API', request: signed(fixture('errors')), becomes: [] },
    { name: 'nothing in the review of a template', request: signed(fixture('template-status')), becomes: [] },
  ],
  statuses: [
    {
      name: 'sent',
      request: signed(fixture('status-sent')),
      becomes: [{ messageId: 'wamid.OUT1', status: 'sent', at: '2026-03-05T04:00:01.000Z', reference: 'ref-1' }],
    },
    {
      name: 'delivered',
      request: signed(fixture('status-delivered')),
      becomes: [{ status: 'delivered', reference: 'ref-1' }],
    },
    { name: 'read', request: signed(fixture('status-read')), becomes: [{ status: 'read' }] },
    { name: 'a voice note heard, as read', request: signed(fixture('status-played')), becomes: [{ status: 'read' }] },
    {
      name: 'a failure with its code',
      request: signed(fixture('status-failed')),
      becomes: [{ status: 'failed', code: '131026', reference: 'ref-1', instead: 'other-channel' }],
    },
    { name: 'nothing of a payment', request: signed(fixture('status-payment')), becomes: [] },
  ],
  to: { contactPoint: ASHA, reference: 'reference-1' },
  typed: (text) => saying({ type: 'text', text: { body: text } }),
  tapped: (option, among) => {
    const isButton = among.some(({ buttons }) => buttons?.includes(option));
    const reply = isButton
      ? { type: 'button_reply', button_reply: option }
      : { type: 'list_reply', list_reply: option };
    return saying({ type: 'interactive', interactive: reply, context: { from: '15550000000', id: 'wamid.A' } });
  },
  accepts: ({ path, json }) => ({
    // Nothing is taken that Meta would not take.
    status: path.endsWith('/messages') && !isTaken(json) ? 400 : 200,
    body: path.endsWith('/media') ? { id: '1' } : { messaging_product: 'whatsapp', messages: [{ id: 'wamid.1' }] },
  }),
  shows: ({ path, json }) => (path.endsWith('/messages') ? shownOf(json) : undefined),
  refusals: [
    { name: 'a full throughput', answer: refused(130429), is: { retry: true, code: '130429' } },
    { name: 'too much for one person', answer: refused(131056), is: { retry: true, code: '131056' } },
    {
      name: 'how long the provider wants to rest',
      answer: { ...refused(4, 429), headers: { 'retry-after': '30' } },
      is: { retry: true, afterSeconds: 30 },
    },
    { name: 'that the session window has closed', answer: refused(131047), is: { retry: false, instead: 'template' } },
    {
      name: 'that the person is not on WhatsApp',
      answer: refused(131026),
      is: { retry: false, instead: 'other-channel' },
    },
    { name: 'that the person wants nothing', answer: refused(131050), is: { retry: false, instead: 'nothing' } },
    { name: 'an expired token', answer: refused(190, 401), is: { retry: false, code: '190', alarm: true } },
    { name: 'a paused template', answer: refused(132015), is: { retry: false, instead: 'other-channel' } },
    { name: 'a code that it has never seen', answer: refused(999_999), is: { retry: false, instead: 'other-channel' } },
    {
      name: 'an acceptance without an id',
      answer: { status: 200, body: {} },
      is: { retry: false, instead: 'nothing' },
    },
  ],
});
