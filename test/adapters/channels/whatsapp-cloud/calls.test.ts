import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import { aChannelWorld, aWebRequest, type HearingWorld } from '#test/contracts/channel-world.ts';
import { openStubProvider, type StubProvider } from '#test/contracts/stub-provider.ts';

describe('what the WhatsApp channel asks of the Graph API', () => {
  let provider: StubProvider;
  let channel: OpenChannel;
  beforeAll(async () => {
    provider = await openStubProvider();
  });
  afterAll(() => provider.close());
  beforeEach(() => {
    provider.calls.length = 0;
    provider.answers = () => ({ status: 200, body: { messages: [{ id: 'wamid.1' }] } });
    const secrets = { accessToken: 'token', appSecret: 'secret', verifyToken: 'verify' };
    channel = whatsappCloud.open({ ...secrets, apiUrl: provider.url, phoneNumberId: '1' }, aChannelWorld());
  });

  const phone = { channel: 'whatsapp', kind: 'phone', address: '+910000000001' } as const;
  const userId = { channel: 'whatsapp', kind: 'user-id', address: 'IN.1' } as const;

  it('is to send to the whole number, with our reference', async () => {
    await channel.send({ text: 'Namaste' }, { contactPoint: phone, reference: 'reference-1' });
    expect(provider.calls).toMatchObject([
      {
        path: '/v24.0/1/messages',
        headers: { authorization: 'Bearer token' },
        json: { messaging_product: 'whatsapp', to: '+910000000001', biz_opaque_callback_data: 'reference-1' },
      },
    ]);
  });

  it('is to send to a user id, from the number to which the citizen wrote', async () => {
    await channel.send({ text: 'Namaste' }, { contactPoint: userId, from: '2', reference: 'reference-1' });
    expect(provider.calls).toMatchObject([{ path: '/v24.0/2/messages', json: { recipient: 'IN.1' } }]);
    expect(provider.calls[0]?.json).not.toHaveProperty('to');
  });

  it('is to upload a file, and to send it by its id', async () => {
    provider.answers = ({ path }) => ({
      status: 200,
      body: path.endsWith('/media') ? { id: '77' } : { messages: [{ id: 'wamid.1' }] },
    });
    const document = { bytes: Buffer.from('%PDF-1.7'), mime: 'application/pdf', fileName: 'रसीद.pdf' };
    await channel.send({ text: 'Receipt', document }, { contactPoint: phone, reference: '1' });
    expect(provider.calls.map(({ path }) => path)).toEqual(['/v24.0/1/media', '/v24.0/1/messages']);
    expect(provider.calls[0]?.body.toString()).toContain('%PDF-1.7');
    expect(provider.calls[1]?.json).toMatchObject({
      type: 'document',
      document: { id: '77', filename: 'रसीद.pdf', caption: 'Receipt' },
    });
  });

  it('is to show blue ticks and three dots', async () => {
    await channel.acknowledge?.('wamid.7', '2');
    expect(provider.calls).toMatchObject([
      {
        path: '/v24.0/2/messages',
        json: { status: 'read', message_id: 'wamid.7', typing_indicator: { type: 'text' } },
      },
    ]);
  });

  it('is nothing faster than a person may be written to', async () => {
    const send = (address: string) =>
      channel.send({ text: 'Namaste' }, { contactPoint: { ...phone, address }, reference: '1' });
    for (let sent = 0; sent < 45; sent += 1) await send(phone.address);
    await expect(send(phone.address)).rejects.toMatchObject({ code: 'pace', untried: true, afterSeconds: 6 });
    await send('+910000000002');
    expect(provider.calls).toHaveLength(46);
  });

  it('is nothing faster than a number of ours may send', async () => {
    const slow = { accessToken: 'token', appSecret: 'secret', verifyToken: 'verify', messagesPerSecond: 2 };
    const hasty = whatsappCloud.open({ ...slow, apiUrl: provider.url, phoneNumberId: '1' }, aChannelWorld());
    const send = (of: number, from = '1') =>
      hasty.send(
        { text: 'Namaste' },
        { contactPoint: { ...phone, address: `+91000000000${of}` }, from, reference: '1' },
      );
    for (const of of [1, 2]) await send(of);
    await expect(send(3)).rejects.toMatchObject({ code: 'pace', untried: true, afterSeconds: 0.5 });
    await send(3, '2');
    expect(provider.calls).toHaveLength(3);
  });

  describe('for a question beside which there is a form', () => {
    const form = { name: 'f', label: 'Fill in a form', offer: 'All in one form.', ticket: 't' };
    const choices = [{ id: 'answer/yes', label: 'Yes' }];
    const types = () => provider.calls.map(({ json }) => z.looseObject({ type: z.string() }).parse(json).type);
    const refusing = (code: number) => {
      let sent = 0;
      provider.answers = ({ json }) => {
        sent += 1;
        return JSON.stringify(json).includes('flow_token')
          ? { status: 400, body: { error: { code } } }
          : { status: 200, body: { messages: [{ id: `wamid.${sent}` }] } };
      };
    };

    it.each([131009, 132068, 132069])('is the question alone when the form is blocked (%i)', async (code) => {
      refusing(code);
      const to = { contactPoint: phone, reference: '1' };
      expect(await channel.send({ text: 'Torn?', choices, form }, to)).toEqual(['wamid.1']);
      expect(await channel.send({ text: 'Which number?', form }, to)).toEqual(['wamid.4']);
      expect(types()).toEqual(['interactive', 'interactive', 'interactive', 'text']);
      expect(provider.calls.at(-1)?.json).toMatchObject({ text: { body: 'Which number?' } });
    });
  });

  it('is the approved text, with its gaps, its buttons and its file', async () => {
    provider.answers = ({ path }) => ({
      status: 200,
      body: path.endsWith('/media') ? { id: '77' } : { messages: [{ id: 'wamid.1' }] },
    });
    const template = {
      name: 'certificate_ready',
      language: 'hi',
      gaps: [{ name: 'number', text: 'BC-1' }],
      payloads: ['menu/mine'],
      hasDocument: true,
    };
    const document = { bytes: Buffer.from('%PDF-1.7'), mime: 'application/pdf', fileName: 'c.pdf' };
    await channel.send({ text: 'never said', template, document }, { contactPoint: phone, reference: '1' });
    expect(provider.calls[1]?.json).toMatchObject({
      type: 'template',
      template: {
        name: 'certificate_ready',
        language: { code: 'hi' },
        components: [
          { type: 'header', parameters: [{ type: 'document', document: { id: '77', filename: 'c.pdf' } }] },
          { type: 'body', parameters: [{ type: 'text', parameter_name: 'number', text: 'BC-1' }] },
          {
            type: 'button',
            sub_type: 'quick_reply',
            index: '0',
            parameters: [{ type: 'payload', payload: 'menu/mine' }],
          },
        ],
      },
    });
  });

  describe('for a payment in the chat', () => {
    const paymentId = '01a213c2-15e6-7aaa-94b2-30fc570b34d7';
    const reference = paymentId.replaceAll('-', '');
    const order = { paymentId, amount: { paise: 21_000 }, item: 'Property tax' };
    const link = { label: 'Pay', url: 'https://ek.test/pay/1' };
    const payee = { name: 'City', addressLine: 'Main Road', city: 'Delhi', state: 'DL', postalCode: '110001' };
    let world: HearingWorld;
    let paying: OpenChannel;
    beforeEach(() => {
      world = aChannelWorld();
      const settings = { accessToken: 'token', appSecret: 'secret', verifyToken: 'v', phoneNumberId: '1', payee };
      paying = whatsappCloud.open({ ...settings, apiUrl: provider.url, paymentConfiguration: 'muni-rzp' }, world);
    });

    it('is the order, whose sums agree, in place of the link', async () => {
      await paying.send({ text: 'Please pay', link, order }, { contactPoint: phone, reference: '1' });
      expect(provider.calls).toHaveLength(1);
      expect(provider.calls[0]?.json).toMatchObject({
        type: 'interactive',
        interactive: {
          type: 'order_details',
          body: { text: 'Please pay' },
          action: {
            name: 'review_and_pay',
            parameters: {
              reference_id: reference,
              currency: 'INR',
              total_amount: { value: 21_000, offset: 100 },
              payment_settings: [
                { payment_gateway: { configuration_name: 'muni-rzp', razorpay: { receipt: reference } } },
              ],
              order: {
                items: [{ amount: { value: 21_000 }, quantity: 1 }],
                subtotal: { value: 21_000 },
                tax: { value: 0 },
              },
            },
          },
        },
      });
      expect(reference.length).toBeLessThanOrEqual(35);
    });

    it.each([
      ['a number of another country', { to: { ...phone, address: '+440000000001' }, order }],
      ['a person without a number', { to: userId, order }],
      ['more than UPI takes', { to: phone, order: { ...order, amount: { paise: 5_00_000_01 } } }],
    ])('is the link for %s', async (_name, { to, order: asked }) => {
      await paying.send({ text: 'Please pay', link, order: asked }, { contactPoint: to, reference: '1' });
      expect(provider.calls[0]?.json).toMatchObject({ interactive: { type: 'cta_url' } });
    });

    it.each([
      ['captured', 'success', 'paid'],
      ['pending', 'failed', 'failed'],
      ['pending', 'pending', 'pending'],
    ])('is what Meta says when asked: %s and %s is %s', async (status, word, outcome) => {
      provider.answers = () => ({
        status: 200,
        body: {
          payments: [
            {
              reference_id: reference,
              status,
              currency: 'INR',
              total_amount: { value: 21_000, offset: 100 },
              transactions: [
                {
                  id: 'order_1',
                  pg_transaction_id: 'pay_1',
                  status: word,
                  updated_timestamp: 1772683201,
                  method: { type: 'upi' },
                },
              ],
            },
          ],
        },
      });
      const statuses = [{ id: 'g', type: 'payment', status: 'captured', payment: { reference_id: reference } }];
      const value = { metadata: { phone_number_id: '7' }, statuses };
      const body = JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
      });
      const signature = `sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`;
      const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
      const path = '/webhooks/whatsapp';
      const route = paying.routes.find((each) => each.method === 'POST');
      expect(await route?.handle(aWebRequest({ path, headers, body: Buffer.from(body) }))).toMatchObject({
        status: 200,
      });
      expect(provider.calls[0]?.path).toBe(`/v24.0/7/payments/muni-rzp/${reference}`);
      expect(world.settled).toMatchObject([
        { paymentId, outcome, amount: { paise: 21_000 }, currency: 'INR', method: 'upi', gatewayReference: 'pay_1' },
      ]);
    });
  });

  describe('for a file', () => {
    const media = { ref: '5', kind: 'image', mime: 'image/jpeg' } as const;

    it('is its address, and the file from there, with the token', async () => {
      provider.answers = ({ path }) =>
        path === '/bytes' ? { status: 200, body: 'photo' } : { status: 200, body: { url: `${provider.url}/bytes` } };
      expect(Buffer.from((await channel.fetchMedia?.(media, 10)) ?? []).toString()).toBe('photo');
      expect(provider.calls).toMatchObject([
        { path: '/v24.0/5', headers: { authorization: 'Bearer token' } },
        { path: '/bytes', headers: { authorization: 'Bearer token' } },
      ]);
    });

    it('is a fresh address when the first has run out', async () => {
      let addresses = 0;
      provider.answers = ({ path }) => {
        if (path === '/bytes-2') return { status: 200, body: 'photo' };
        if (path === '/bytes-1') return { status: 404 };
        addresses += 1;
        return { status: 200, body: { url: `${provider.url}/bytes-${addresses}` } };
      };
      expect(Buffer.from((await channel.fetchMedia?.(media, 10)) ?? []).toString()).toBe('photo');
    });

    it('never takes the token elsewhere in the clear', async () => {
      provider.answers = () => ({ status: 200, body: { url: 'http://elsewhere.example/bytes' } });
      await expect(channel.fetchMedia?.(media, 10)).rejects.toMatchObject({ code: 'no-address', retry: false });
      expect(provider.calls).toHaveLength(1);
    });

    it('is not downloaded when it says that it is too large', async () => {
      provider.answers = () => ({ status: 200, body: { url: `${provider.url}/bytes`, file_size: '11' } });
      await expect(channel.fetchMedia?.(media, 10)).rejects.toMatchObject({ code: 'too-large' });
      expect(provider.calls).toHaveLength(1);
    });

    it('is asked for again when its digest is another than was told', async () => {
      provider.answers = ({ path }) =>
        path === '/bytes' ? { status: 200, body: 'photo' } : { status: 200, body: { url: `${provider.url}/bytes` } };
      const sha256 = (of: string) => createHash('sha256').update(of).digest('base64');
      expect(await channel.fetchMedia?.({ ...media, sha256: sha256('photo') }, 10)).toHaveLength(5);
      await expect(channel.fetchMedia?.({ ...media, sha256: sha256('other') }, 10)).rejects.toMatchObject({
        code: 'digest-differs',
        retry: true,
      });
    });

    it('may be asked for again when the provider is busy', async () => {
      provider.answers = () => ({ status: 503 });
      await expect(channel.fetchMedia?.(media, 10)).rejects.toMatchObject({ code: 'http-503', retry: true });
    });
  });
});
