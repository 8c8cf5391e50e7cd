import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { twilioSms } from '#adapters/channels/twilio-sms/index.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { aChannelWorld, aWebRequest } from '#test/contracts/channel-world.ts';
import { describeChannel } from '#test/contracts/describe-channel.ts';
import { inHeader } from '#test/contracts/proof.ts';
import type { StubCall } from '#test/contracts/stub-provider.ts';

const TOKEN = 'auth-token-of-the-test';
const SID = 'AC00000000000000000000000000000001';
const PUBLIC_URL = 'https://sandesh.example';
const FROM = '+910000000099';
const ASHA = { channel: 'sms', kind: 'phone', address: '+910000000001' } as const;

const settings = (apiUrl: string) => ({
  apiUrl,
  accountSid: SID,
  authToken: TOKEN,
  from: FROM,
  publicUrl: `${PUBLIC_URL}/`,
});

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/twilio/${name}.form`, import.meta.url));

/** As Twilio's documents tell it: the address, and every field with its value in the order of names. */
function signatureOf(url: string, form: string, token = TOKEN): string {
  const given = new URLSearchParams(form);
  const fields = [...new Set(given.keys())]
    .sort()
    .flatMap((name) => [...new Set(given.getAll(name))].sort().map((value) => name + value));
  return createHmac('sha1', token)
    .update(`${url}${fields.join('')}`)
    .digest('base64');
}

function signed(body: string | Buffer, path = '/webhooks/twilio/sms', query: Readonly<Record<string, string>> = {}) {
  const search = new URLSearchParams(query).toString();
  const url = `${PUBLIC_URL}${path}${search === '' ? '' : `?${search}`}`;
  return aWebRequest({
    path,
    query,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signatureOf(url, body.toString('utf8')),
    },
    body: Buffer.from(body),
  });
}

const hears = (name: string, content: InboundContent, id: string) => ({
  name: `a message: ${name}`,
  request: signed(fixture(name)),
  becomes: [{ id, from: [ASHA] as const, to: FROM, at: '2026-03-05T04:30:00.000Z', content }],
});
const rings = (name: string) => signed(fixture(name), '/webhooks/twilio/voice');
const reports = (name: string, query = { reference: 'reference-1' }) =>
  signed(fixture(name), '/webhooks/twilio/status', query);
const messageSid = (n: string) => `SM000000000000000000000000000000${n}`;
const OURS = messageSid('11');

const refused = (status: number, code: number) => ({
  status,
  body: { code, message: 'no', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
});

const fieldsOf = ({ body }: StubCall) => Object.fromEntries(new URLSearchParams(body.toString('utf8')));

describeChannel(twilioSms, {
  settings,
  secrets: [TOKEN],
  signed,
  proof: inHeader('x-twilio-signature'),
  inbound: [
    hears('text', { type: 'text', text: 'namaste' }, messageSid('01')),
    hears('hindi', { type: 'text', text: 'जन्म प्रमाण पत्र' }, messageSid('02')),
    hears('stop', { type: 'text', text: 'STOP' }, messageSid('03')),
    hears('mms', { type: 'unsupported', what: 'mms' }, messageSid('04')),
    {
      name: 'a STOP, whatever word of its own Twilio took for one',
      request: signed(Buffer.from(fixture('stop').toString('utf8').replace('Body=STOP', 'Body=QUIT'))),
      becomes: [{ content: { type: 'text', text: 'STOP' } }],
    },
    { name: 'nothing from a name, which cannot be answered', request: signed(fixture('from-a-name')), becomes: [] },
    {
      name: 'a missed call',
      request: rings('call'),
      becomes: [{ id: 'CA00000000000000000000000000000001', from: [ASHA], content: { type: 'missed-call' } }],
    },
    { name: 'nothing of a caller whose number is hidden', request: rings('call-hidden'), becomes: [] },
    { name: 'nothing of an anonymous caller', request: rings('call-anonymous'), becomes: [] },
  ],
  statuses: [
    { name: 'nothing of what is only queued', request: reports('status-queued'), becomes: [] },
    {
      name: 'sent',
      request: reports('status-sent'),
      becomes: [{ messageId: OURS, status: 'sent', reference: 'reference-1' }],
    },
    {
      name: 'delivered',
      request: reports('status-delivered'),
      becomes: [{ messageId: OURS, status: 'delivered', reference: 'reference-1' }],
    },
    {
      name: 'undelivered, with the reason',
      request: reports('status-undelivered'),
      becomes: [{ messageId: OURS, status: 'failed', code: '30003', reference: 'reference-1' }],
    },
    {
      name: 'failed, with the reason',
      request: reports('status-failed'),
      becomes: [{ messageId: OURS, status: 'failed', code: '21610', reference: 'reference-1' }],
    },
  ],
  to: { contactPoint: ASHA, reference: 'reference-1' },
  typed: (text) => {
    const form = new URLSearchParams(fixture('text').toString('utf8'));
    form.set('Body', text);
    return signed(form.toString());
  },
  accepts: () => ({ status: 201, body: { sid: OURS, status: 'queued', num_segments: '1', error_code: null } }),
  shows: (call) => (call.path.endsWith('/Messages.json') ? { text: fieldsOf(call).Body ?? '' } : undefined),
  refusals: [
    { name: 'too many requests', answer: refused(429, 20429), is: { retry: true, code: '20429' } },
    {
      name: 'how long to wait',
      answer: { ...refused(429, 20429), headers: { 'retry-after': '7' } },
      is: { retry: true, afterSeconds: 7 },
    },
    { name: 'an opt-out', answer: refused(400, 21610), is: { retry: false, instead: 'nothing', code: '21610' } },
    { name: 'a full queue', answer: refused(400, 30001), is: { retry: true } },
    ...[21211, 21408, 21606, 21608, 21612, 21614, 21617, 30004, 30005, 30006, 30007, 39999].map((code) => ({
      name: `${code}, which trying again does not help`,
      answer: refused(400, code),
      is: { retry: false, instead: 'other-channel', code: String(code) } as const,
    })),
    { name: 'a wrong token', answer: refused(401, 20003), is: { retry: false, code: '20003' } },
  ],
});

describe('twilio-sms', () => {
  const open = (more: object = {}) => twilioSms.open({ ...settings('http://127.0.0.1:9'), ...more }, aChannelWorld());
  const deliver = async (request: ReturnType<typeof signed>, channel = open()) =>
    channel.routes.find(({ path }) => path === request.path)?.handle(request);

  it('rejects a call before it is answered, so that it costs nothing', async () => {
    expect(await deliver(rings('call'))).toMatchObject({
      headers: { 'content-type': 'text/xml' },
      body: '<Response><Reject reason="busy"/></Response>',
    });
  });

  it('answers a message with no words, since the reply goes out on its own', async () => {
    expect(await deliver(signed(fixture('text')))).toMatchObject({ body: '<Response/>' });
  });

  it('turns away what was signed for another address', async () => {
    const { headers, body } = signed(fixture('text'));
    const answer = await deliver(aWebRequest({ path: '/webhooks/twilio/status', headers, body }));
    expect(answer?.status).toBe(401);
  });

  it('turns everything away while the token is empty', async () => {
    const body = fixture('text');
    const signature = signatureOf(`${PUBLIC_URL}/webhooks/twilio/sms`, body.toString(), '');
    const request = { ...signed(body), headers: { ...signed(body).headers, 'x-twilio-signature': signature } };
    expect((await deliver(request, open({ authToken: '' })))?.status).toBe(401);
  });

  it('writes to numbers only', async () => {
    const contactPoint = { channel: 'sms', kind: 'user-id', address: 'x' } as const;
    await expect(open().send({ text: 'Namaste' }, { contactPoint, reference: '1' })).rejects.toMatchObject({
      code: 'no-number',
      retry: false,
    });
  });
});
