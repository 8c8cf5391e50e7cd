import { describe, expect, it } from 'vitest';
import { type HttpSmsSettings, httpSms } from '#adapters/channels/http-sms/index.ts';
import type { HttpSmsConfig } from '#config/define-installation.ts';
import { resolveSettings } from '#config/environment.ts';
import { smsProviders } from '#config/sms-providers/index.ts';
import { aWebRequest } from '#test/contracts/channel-world.ts';
import { describeChannel } from '#test/contracts/describe-channel.ts';
import { inPath, inQuery } from '#test/contracts/proof.ts';

const KEY = 'key-of-the:test';
const SECRET = 'callback-secret-of-the-test';
const ASHA = { channel: 'sms', kind: 'phone', address: '+910000000001' } as const;
const to = { contactPoint: ASHA, reference: 'reference-1' };
const HOOKS = '/webhooks/http-sms';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const environment = {
  ...{ GUPSHUP_USER_ID: '2000000000', GUPSHUP_PASSWORD: KEY, GUPSHUP_CALLBACK_SECRET: SECRET },
  ...{ MSG91_AUTH_KEY: KEY, MSG91_CALLBACK_SECRET: SECRET },
  ...{ EXOTEL_ACCOUNT_SID: 'sandesh1', EXOTEL_API_KEY: KEY, EXOTEL_CALLBACK_SECRET: SECRET },
  SMS_HEADER: 'SANDES',
};

/** As config describes the provider, but at another address. */
const at =
  ({ use: _, ...described }: HttpSmsConfig) =>
  (apiUrl: string): HttpSmsSettings => {
    const resolved = resolveSettings<HttpSmsSettings>(described, 'The gateway', environment);
    if (resolved.is === 'absent') throw new Error(`not set: ${resolved.missing.join()}`);
    const moved = (url: string) => url.replace(/^https:\/\/[^/]+/, apiUrl);
    const { url, checkUrl = `${apiUrl}/balance` } = resolved.settings;
    // The laws of channels send whatever texts they like.
    return { ...resolved.settings, url: moved(url), checkUrl: moved(checkUrl), unregistered: 'send' };
  };

const called = (path: string, query: Readonly<Record<string, string>>) => aWebRequest({ method: 'GET', path, query });
const posted = (path: string, query: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>) =>
  aWebRequest({ path, query, headers: FORM, body: Buffer.from(new URLSearchParams(fields).toString()) });

describe('Gupshup, by GET and in plain text', () => {
  const report = (status: string, errCode: string) =>
    called(`${HOOKS}/report/${SECRET}`, { externalId: '356-328', deliveredTS: '1526347800000', status, errCode });
  const said = (msisdn: string, content = 'namaste') =>
    called(`${HOOKS}/inbound/${SECRET}`, { phonecode: '9200000000', content, msisdn, timestamp: '130820' });

  describeChannel(httpSms, {
    settings: at(smsProviders.gupshup),
    secrets: [KEY, SECRET],
    runs: 8,
    signed: (body) =>
      aWebRequest({ path: `${HOOKS}/inbound/${SECRET}`, params: { secret: SECRET }, body: Buffer.from(body) }),
    proof: inPath(HOOKS),
    inbound: [
      {
        name: 'a message, which has no id of its own',
        request: said('1000000001'),
        becomes: [
          {
            id: expect.stringMatching(/^[0-9a-f]{32}$/),
            from: [{ ...ASHA, address: '+911000000001' }],
            content: { type: 'text', text: 'namaste' },
          },
        ],
      },
    ],
    statuses: [
      {
        name: 'delivered',
        request: report('SUCCESS', '000'),
        becomes: [{ messageId: '356-328', status: 'delivered' }],
      },
      {
        name: 'failed, with the reason',
        request: report('FAIL', '003'),
        becomes: [{ messageId: '356-328', status: 'failed', code: '003' }],
      },
    ],
    to,
    typed: (text) => said('910000000001', text),
    accepts: () => ({ status: 200, body: 'success | 910000000001 | 356-328\n' }),
    shows: ({ path }) => ({ text: new URLSearchParams(path.split('?')[1]).get('msg') ?? '' }),
    refusals: [
      {
        name: 'a wrong password, which is answered with status 200',
        answer: { status: 200, body: 'error | 102 | Authentication failed due to invalid userId or password.' },
        is: { retry: false, code: '102' },
      },
      {
        name: 'trouble there',
        answer: { status: 200, body: 'error | 100 | Unknown' },
        is: { retry: true, code: '100' },
      },
      {
        name: 'a page of a proxy',
        answer: { status: 200, body: '<html>Bad gateway</html>' },
        is: { retry: false, code: 'http-200' },
      },
    ],
  });
});

describe('Exotel, by form and in XML', () => {
  const query = { token: SECRET };
  const report = (Status: string, DetailedStatusCode: string) =>
    posted(`${HOOKS}/report`, query, { SmsSid: 'out-1', Status, DetailedStatusCode, CustomField: 'reference-1' });
  const answered = (inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<TwilioResponse>\n  ${inside}\n</TwilioResponse>\n`;

  describeChannel(httpSms, {
    settings: at(smsProviders.exotel),
    secrets: [KEY, SECRET],
    runs: 8,
    signed: (body) => aWebRequest({ path: `${HOOKS}/report`, query, headers: FORM, body: Buffer.from(body) }),
    proof: inQuery('token'),
    inbound: [
      {
        name: 'a message by GET',
        request: called(`${HOOKS}/inbound`, { ...query, SmsSid: 'in-1', From: '01000000001', Body: 'नमस्ते' }),
        becomes: [
          { id: 'in-1', from: [{ ...ASHA, address: '+911000000001' }], content: { type: 'text', text: 'नमस्ते' } },
        ],
      },
      {
        name: 'a message by POST',
        request: posted(`${HOOKS}/inbound`, query, { SmsSid: 'in-2', From: '+910000000001', Body: 'menu' }),
        becomes: [{ id: 'in-2', from: [ASHA], content: { type: 'text', text: 'menu' } }],
      },
      {
        // As its pages have it: support.exotel.com, working with the passthru applet.
        name: 'a missed call',
        request: called(`${HOOKS}/call`, {
          ...{ ...query, CallSid: '56b0000000000000000000000000abcd', CallFrom: '01000000001', CallTo: '01140000000' },
          ...{ Direction: 'incoming', Created: 'Thu, 05 Mar 2026 09:58:16', DialCallDuration: '0' },
          ...{ StartTime: '2026-03-05 09:58:16', EndTime: '1970-01-01 05:30:00', CallType: 'call-attempt' },
          ...{ DialWhomNumber: '', From: '01000000001', To: '01140000000', CurrentTime: '2026-03-05 09:58:19' },
        }),
        becomes: [
          {
            id: '56b0000000000000000000000000abcd',
            from: [{ ...ASHA, address: '+911000000001' }],
            content: { type: 'missed-call', called: '+911140000000' },
          },
        ],
      },
      {
        name: 'nothing from a hidden caller',
        request: called(`${HOOKS}/call`, { ...query, CallSid: 'call-2', CallFrom: 'anonymous' }),
        becomes: [],
      },
    ],
    statuses: [
      {
        name: 'delivered',
        request: report('delivered', '20000'),
        becomes: [{ messageId: 'out-1', status: 'delivered', reference: 'reference-1' }],
      },
      {
        name: 'failed, with the reason',
        request: report('failed', '23010'),
        becomes: [{ messageId: 'out-1', status: 'failed', code: '23010', instead: 'other-channel' }],
      },
      {
        name: 'failed by the do-not-disturb register, which other channels do not know',
        request: report('failed-dnd', '23005'),
        becomes: [{ messageId: 'out-1', status: 'failed', code: '23005', instead: 'other-channel' }],
      },
      {
        name: 'failed to who wants nothing of us',
        request: report('failed', '23020'),
        becomes: [{ messageId: 'out-1', status: 'failed', code: '23020', instead: 'nothing' }],
      },
    ],
    to,
    typed: (text) => posted(`${HOOKS}/inbound`, query, { SmsSid: 'in-2', From: '+910000000001', Body: text }),
    accepts: () => ({
      status: 200,
      body: answered('<SMSMessage><Sid>out-1</Sid><Status>queued</Status></SMSMessage>'),
    }),
    shows: ({ body }) => ({ text: new URLSearchParams(body.toString('utf8')).get('Body') ?? '' }),
    refusals: [
      {
        name: 'a no in XML',
        answer: { status: 403, body: answered('<RestException><Status>403</Status></RestException>') },
        is: { retry: false, code: '403' },
      },
    ],
  });
});

describe('MSG91, by JSON', () => {
  const told = (path: string, body: object) =>
    aWebRequest({ path, query: { token: SECRET }, body: Buffer.from(JSON.stringify(body)) });
  const report = (desc: string, status: string) =>
    told(`${HOOKS}/report`, { date: '2026-03-05 09:58:16', number: '910000000001', requestId: '346130', desc, status });

  describeChannel(httpSms, {
    settings: at(smsProviders.msg91),
    secrets: [KEY, SECRET],
    runs: 8,
    signed: (body) => aWebRequest({ path: `${HOOKS}/report`, query: { token: SECRET }, body: Buffer.from(body) }),
    proof: inQuery('token'),
    inbound: [
      {
        name: 'a message',
        request: told(`${HOOKS}/inbound`, { number: '911000000001', message: 'namaste', date: '2026-03-05 09:58:16' }),
        becomes: [{ from: [{ ...ASHA, address: '+911000000001' }], content: { type: 'text', text: 'namaste' } }],
      },
    ],
    statuses: [
      {
        name: 'delivered',
        request: report('DELIVERED', '1'),
        becomes: [{ messageId: '346130', status: 'delivered' }],
      },
      {
        name: 'failed, with the reason',
        request: report('REJECTED', '16'),
        becomes: [{ messageId: '346130', status: 'failed', code: '16' }],
      },
    ],
    to,
    typed: (message) => told(`${HOOKS}/inbound`, { number: '911000000001', message, date: '2026-03-05 09:58:16' }),
    accepts: () => ({ status: 200, body: { message: '346130', type: 'success' } }),
    shows: ({ json }) => ({ text: JSON.parse(JSON.stringify(json)).sms[0].message }),
    refusals: [
      {
        name: 'a no with status 200',
        answer: { status: 200, body: { message: 'Template ID missing', type: 'error', code: '211' } },
        is: { retry: false, code: '211' },
      },
    ],
  });
});

describe('providers of SMS', () => {
  it('are described by data alone, so that another can be added in any format', () => {
    for (const provider of Object.values(smsProviders)) expect(JSON.parse(JSON.stringify(provider))).toEqual(provider);
  });
});
