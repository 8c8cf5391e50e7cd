import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HttpSmsSettings, httpSms } from '#adapters/channels/http-sms/index.ts';
import { aChannelWorld, aWebRequest } from '#test/contracts/channel-world.ts';
import { describeChannel } from '#test/contracts/describe-channel.ts';
import { inHeader } from '#test/contracts/proof.ts';
import { openStubProvider, type StubCall, type StubProvider } from '#test/contracts/stub-provider.ts';

const KEY = 'api-key-of-the-test';
const SECRET = 'callback-secret-of-the-test';
const ASHA = { channel: 'sms', kind: 'phone', address: '+910000000001' } as const;
const to = { contactPoint: ASHA, reference: 'reference-1' };
const INBOUND = '/webhooks/http-sms/inbound';
const REPORT = '/webhooks/http-sms/report';

/** A gateway that speaks JSON, with a token in the header of its callbacks. */
const json = (apiUrl: string): HttpSmsSettings => ({
  url: `${apiUrl}/v1/messages`,
  headers: { authorization: 'Bearer {apiKey}' },
  json: { from: '{headerId}', to: ['{toDigits}'], body: '{text}', unicode: '{unicode}', ref: '{reference}' },
  apiKey: KEY,
  checkUrl: `${apiUrl}/v1/balance`,
  answerId: 'data.0.id',
  answerOk: { at: 'status', is: ['OK'] },
  refusals: { at: 'code', later: ['E07'], optedOut: ['DND'] },
  headerId: 'SANDES',
  callbackSecret: SECRET,
  callbackCheck: { by: 'token', header: 'X-Callback-Token' },
  inbound: { id: 'message.id', from: 'message.from', text: 'message.text', to: 'message.to' },
  report: {
    id: 'id',
    status: 'dlr.status',
    code: 'dlr.code',
    reference: 'ref',
    sent: ['ACCEPTD'],
    delivered: ['DELIVRD'],
    failed: ['UNDELIV', 'REJECTD'],
  },
});

/** A gateway that takes forms, with DLT ids, and signs its callbacks. */
const form = (apiUrl: string): HttpSmsSettings => ({
  url: `${apiUrl}/Accounts/demo/Sms/send`,
  headers: { 'x-api-key': '{apiKey}' },
  form: { To: '{to}', From: '{headerId}', Body: '{text}', DltEntityId: '{entityId}', DltTemplateId: '{templateId}' },
  apiKey: KEY,
  checkUrl: `${apiUrl}/Accounts/demo`,
  answerId: 'SMSMessage.Sid',
  refusals: { at: 'RestException.Status' },
  entityId: '1100000000000000001',
  headerId: 'SANDES',
  callbackSecret: SECRET,
  callbackCheck: { by: 'hmac-sha256', header: 'x-signature', encoding: 'base64' },
  inbound: { id: 'SmsSid', from: 'From', text: 'Body' },
  missedCall: { id: 'CallSid', from: 'CallFrom' },
  report: { id: 'SmsSid', status: 'Status', delivered: ['sent'], failed: ['failed', 'failed-dnd'] },
});

const withToken = (body: string | Buffer | object, path = INBOUND) =>
  aWebRequest({
    path,
    headers: { 'content-type': 'application/json', 'x-callback-token': SECRET },
    body: Buffer.from(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)),
  });
const withDigest = (body: string | Buffer, path = INBOUND) =>
  aWebRequest({
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-signature': createHmac('sha256', SECRET).update(body).digest('base64'),
    },
    body: Buffer.from(body),
  });

const said = (from: string, text = 'namaste') => withToken({ message: { id: 'in-1', from, text, to: '560000' } });
const heard = (address: string) => [
  {
    id: 'in-1',
    to: '560000',
    from: [{ ...ASHA, address }] as const,
    content: { type: 'text', text: 'namaste' } as const,
  },
];
const told = (status: string, code?: string) =>
  withToken({ id: 'out-1', ref: 'reference-1', dlr: { status, code } }, REPORT);

const bodyOf = ({ json: sent }: StubCall): unknown =>
  typeof sent === 'object' && sent !== null && 'body' in sent ? sent.body : undefined;

describe('a gateway that speaks JSON', () => {
  describeChannel(httpSms, {
    settings: json,
    secrets: [KEY, SECRET],
    signed: (body) => withToken(body),
    proof: inHeader('x-callback-token'),
    inbound: [
      { name: 'a number with its country', request: said('+910000000001'), becomes: heard('+910000000001') },
      { name: 'a number without the plus sign', request: said('911000000001'), becomes: heard('+911000000001') },
      { name: 'a number as people dial it', request: said('01000000001'), becomes: heard('+911000000001') },
      { name: 'a bare number', request: said('1000000001'), becomes: heard('+911000000001') },
      { name: 'nothing from a name', request: said('VK-SAMPLE'), becomes: [] },
    ],
    statuses: [
      { name: 'sent', request: told('ACCEPTD'), becomes: [{ messageId: 'out-1', status: 'sent' }] },
      {
        name: 'delivered',
        request: told('DELIVRD'),
        becomes: [{ messageId: 'out-1', status: 'delivered', reference: 'reference-1' }],
      },
      {
        name: 'failed, with the reason',
        request: told('UNDELIV', '0x0b'),
        becomes: [{ messageId: 'out-1', status: 'failed', code: '0x0b' }],
      },
      { name: 'nothing of a word that it does not know', request: told('BUFFERED'), becomes: [] },
    ],
    to,
    typed: (text) => said('+910000000001', text),
    accepts: () => ({ status: 200, body: { status: 'OK', data: [{ id: 'out-1' }] } }),
    shows: (call) => ({ text: String(bodyOf(call) ?? '') }),
    refusals: [
      {
        name: 'a no with status 200',
        answer: { status: 200, body: { status: 'ERROR', code: 'E09' } },
        is: { retry: false, instead: 'other-channel', code: 'E09' },
      },
      {
        name: 'a code for later',
        answer: { status: 200, body: { status: 'ERROR', code: 'E07' } },
        is: { retry: true },
      },
      {
        name: 'a person who wants no messages',
        answer: { status: 200, body: { status: 'ERROR', code: 'DND' } },
        is: { retry: false, instead: 'nothing', code: 'DND' },
      },
      {
        name: 'an answer without an id',
        answer: { status: 200, body: { status: 'OK' } },
        is: { retry: false, instead: 'nothing', code: 'answer-not-understood' },
      },
      {
        name: 'nothing of a code that may be a number',
        answer: { status: 400, body: { status: 'ERROR', code: '910000000001' } },
        is: { retry: false, code: 'http-400' },
      },
    ],
  });
});

const fieldsOf = ({ body }: StubCall) => Object.fromEntries(new URLSearchParams(body.toString('utf8')));

describe('a gateway that takes forms', () => {
  describeChannel(httpSms, {
    settings: form,
    secrets: [KEY, SECRET],
    signed: (body) => withDigest(body),
    proof: inHeader('x-signature'),
    inbound: [
      {
        name: 'a message',
        request: withDigest(
          'SmsSid=in-2&From=%2B910000000001&Body=%E0%A4%A8%E0%A4%AE%E0%A4%B8%E0%A5%8D%E0%A4%A4%E0%A5%87',
        ),
        becomes: [{ id: 'in-2', from: [ASHA], content: { type: 'text', text: 'नमस्ते' } }],
      },
      {
        name: 'a missed call',
        request: withDigest('CallSid=call-1&CallFrom=01000000001', '/webhooks/http-sms/call'),
        becomes: [{ id: 'call-1', from: [{ ...ASHA, address: '+911000000001' }], content: { type: 'missed-call' } }],
      },
      {
        name: 'nothing from a hidden caller',
        request: withDigest('CallSid=call-2&CallFrom=anonymous', '/webhooks/http-sms/call'),
        becomes: [],
      },
    ],
    statuses: [
      {
        name: 'delivered',
        request: withDigest('SmsSid=out-2&Status=sent', REPORT),
        becomes: [{ messageId: 'out-2', status: 'delivered' }],
      },
      {
        name: 'failed',
        request: withDigest('SmsSid=out-2&Status=failed-dnd', REPORT),
        becomes: [{ messageId: 'out-2', status: 'failed' }],
      },
    ],
    to,
    typed: (text) => withDigest(new URLSearchParams({ SmsSid: 'in-2', From: '+910000000001', Body: text }).toString()),
    accepts: () => ({ status: 200, body: { SMSMessage: { Sid: 'out-2', Status: 'queued' } } }),
    shows: (call) => ({ text: fieldsOf(call).Body ?? '' }),
    refusals: [],
  });
});

describe('http-sms', () => {
  let gateway: StubProvider;
  beforeEach(async () => {
    gateway = await openStubProvider();
    gateway.answers = () => ({ status: 200, body: { status: 'OK', data: [{ id: '1' }], SMSMessage: { Sid: '1' } } });
  });
  afterEach(() => gateway.close());

  const open = (settings: HttpSmsSettings) => httpSms.open(settings, aChannelWorld());

  it('fills the gaps of the body and of the headers', async () => {
    await open(json(gateway.url)).send({ text: 'नमस्ते "Asha"' }, to);
    expect(gateway.calls[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(gateway.calls[0]?.json).toEqual({
      from: 'SANDES',
      to: ['910000000001'],
      body: 'नमस्ते "Asha"',
      unicode: '1',
      ref: 'reference-1',
    });
  });

  it('fills the gaps of an address, escaped, for gateways that are called by GET', async () => {
    const { json: _none, ...rest } = json(gateway.url);
    const url = `${gateway.url}/send?to={to}&text={text}&key={apiKey}&what={unknown}`;
    await open({ ...rest, url, method: 'GET' }).send({ text: 'a&b=c {to}' }, to);
    expect(gateway.calls[0]).toMatchObject({
      method: 'GET',
      path: `/send?to=%2B910000000001&text=a%26b%3Dc%20%7Bto%7D&key=${KEY}&what={unknown}`,
    });
  });

  const templates = [
    { id: '1107000000000000001', text: 'Pay Rs {#var#} at {#var#}' },
    { id: '1107000000000000002', text: 'Done (really).' },
  ];

  it('names the registered template that the text fills', async () => {
    const channel = open({ ...form(gateway.url), templates });
    await channel.send({ text: 'Pay ₹50 at https://p.example/1' }, to);
    await channel.send({ text: 'Done (really).' }, to);
    expect(gateway.calls.map((call) => [fieldsOf(call).DltEntityId, fieldsOf(call).DltTemplateId])).toEqual([
      ['1100000000000000001', '1107000000000000001'],
      ['1100000000000000001', '1107000000000000002'],
    ]);
  });

  const registered = [
    { id: '1107000000000000003', text: '{#var#}Which one, {#var#}?' },
    { id: '1107000000000000004', text: 'Please send the number:\n1 {#var#}\n2 {#var#}' },
    { id: '1107000000000000005', text: 'The date is wrong.\nWhich one, {#var#}?' },
  ];
  const wrong = { key: 'answer.wrong', wording: 'The date is wrong.', values: {} };
  const which = { key: 'form.which', wording: 'Which one, {{name}}?', values: { name: 'Asha' } };
  const menu = {
    ...{ key: 'sms.choose', wording: 'Please send the number:\n1 {{1}}\n2 {{2}}', after: '1 {{1}}\n2 {{2}}' },
    values: { '1': 'Yes', '2': 'No' },
  };
  const inThree = { text: 'The date is wrong.\nWhich one, Asha?', sentences: [wrong, which, menu] };

  it('says in as few registered texts as there are what is registered in parts, each word for word', async () => {
    await open({ ...form(gateway.url), templates: registered }).send(inThree, to);
    expect(gateway.calls.map((call) => [fieldsOf(call).DltTemplateId, fieldsOf(call).Body])).toEqual([
      ['1107000000000000005', 'The date is wrong.\nWhich one, Asha?'],
      ['1107000000000000004', 'Please send the number:\n1 Yes\n2 No'],
    ]);
  });

  it('sends nothing of what is not registered as a whole, and tells the operator which sentence it was', async () => {
    const world = aChannelWorld();
    const channel = httpSms.open({ ...form(gateway.url), templates: registered.slice(0, 2) }, world);
    await expect(channel.send(inThree, to)).rejects.toMatchObject({
      code: 'no-dlt-template',
      instead: 'other-channel',
    });
    const tooLong = { ...which, values: { name: 'A'.repeat(31) } };
    await expect(channel.send({ text: '', sentences: [tooLong] }, to)).rejects.toMatchObject({
      code: 'no-dlt-template',
    });
    expect(world.logged).toEqual([
      'sms.not-registered {"messageId":"reference-1","key":"answer.wrong"}',
      'sms.not-registered {"messageId":"reference-1","key":"form.which"}',
    ]);
    expect(gateway.calls).toEqual([]);
  });

  it('sends no text that is not registered where texts must be', async () => {
    const channel = open({ ...form(gateway.url), templates });
    await expect(channel.send({ text: `Pay Rs ${'5'.repeat(31)} at a` }, to)).rejects.toMatchObject({
      code: 'no-dlt-template',
      retry: false,
    });
    expect(gateway.calls).toEqual([]);
  });

  it('sends it all the same, without an id, where the gateway is to find it, and says so', async () => {
    const world = aChannelWorld();
    const channel = httpSms.open({ ...form(gateway.url), templates, unregistered: 'send' }, world);
    await channel.send({ text: 'Done (really).' }, to);
    expect(world.logged).toEqual([]);
    gateway.calls.length = 0;
    await channel.send({ text: 'Hello' }, to);
    expect(world.logged).toEqual(['sms.not-registered {"messageId":"reference-1","key":"own-words"}']);
    expect(fieldsOf(gateway.calls[0] as StubCall)).toMatchObject({ Body: 'Hello', DltTemplateId: '' });
  });

  it('sends from the header that the text is registered with', async () => {
    const channel = open({ ...form(gateway.url), templates: [{ id: '1', text: 'Hello {#var#}.', header: 'DELGOV' }] });
    await channel.send({ text: 'Hello Asha.' }, to);
    expect(fieldsOf(gateway.calls[0] as StubCall)).toMatchObject({ Body: 'Hello Asha.', From: 'DELGOV' });
  });

  it('turns away a call by GET where the body is signed: nothing proves its query', async () => {
    const query = { SmsSid: 'in-1', From: '+910000000001', Body: 'namaste' };
    const signed = withDigest('').headers;
    const route = open(form(gateway.url)).routes.find(({ method, path }) => method === 'GET' && path === INBOUND);
    expect(await route?.handle(aWebRequest({ method: 'GET', path: INBOUND, query, headers: signed }))).toEqual({
      status: 401,
    });
  });

  it('hears each of several reports that come at once, and those that it understands', async () => {
    const settings = json(gateway.url);
    const world = aChannelWorld();
    const report = { ...settings.report, list: 'response' };
    const [, , , , route] = httpSms
      .open({ ...settings, report }, world)
      .routes.filter(({ method }) => method === 'POST');
    const told = (id: string, status: string) => ({ id, dlr: { status } });
    const response = [told('out-1', 'DELIVRD'), { id: 'out-2' }, 'garbage', told('out-3', 'UNDELIV')];
    for (const said of [response, JSON.stringify(response)]) {
      world.statuses.length = 0;
      expect((await route?.handle(withToken({ response: said }, REPORT)))?.status).toBe(200);
      expect(world.statuses.map(({ messageId, status }) => [messageId, status])).toEqual([
        ['out-1', 'delivered'],
        ['out-3', 'failed'],
      ]);
    }
    expect((await route?.handle(withToken({ response: [] }, REPORT)))?.status).toBe(400);
  });

  it('turns everything away while the secret is empty', async () => {
    const request = { ...withToken({}), headers: { 'x-callback-token': '' } };
    const [route] = open({ ...json(gateway.url), callbackSecret: '' }).routes;
    expect(await route?.handle(request)).toEqual({ status: 401 });
  });
});
