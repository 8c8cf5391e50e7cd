import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { whatsappCloud } from '#adapters/channels/whatsapp-cloud/index.ts';
import { type GraphStandIn, openGraphStandIn, type StandInEvent } from '#adapters/stand-ins/graph-api/index.ts';
import type { MediaRef } from '#domain/conversation/message.ts';
import { aChannelWorld, aHurryingClock, type HearingWorld } from '#test/contracts/channel-world.ts';
import { anyMessage } from '#test/contracts/describe-sending.ts';
import { serveRoutes } from '#test/contracts/route-server.ts';

const ASHA = { phone: '+910000000001', userId: 'IN.1A2B', name: 'Asha' };
const to = {
  contactPoint: { channel: 'whatsapp', kind: 'phone', address: ASHA.phone },
  reference: 'reference-1',
} as const;
const secrets = { appSecret: 'app-secret', accessToken: 'access-token', phoneNumberId: '106540352242922' };

describe('the stand-in for the Graph API', () => {
  let standIn: GraphStandIn;
  let channel: OpenChannel;
  let world: HearingWorld;
  let closeServer: () => Promise<void>;
  let now: number;
  /** Each stand-in has its own address to call: what is late in one test must not reach the next. */
  let callTo: (url: string) => void;

  beforeEach(async () => {
    now = Date.parse('2026-03-05T04:30:00Z');
    world = aChannelWorld();
    let callbackUrl = '';
    callTo = (url) => {
      callbackUrl = url;
    };
    standIn = await openGraphStandIn({
      ...secrets,
      callbackUrl: () => callbackUrl,
      now: () => now,
      webhookRetrySeconds: [0, 0],
    });
    const around = { ...world, clock: aHurryingClock() };
    channel = whatsappCloud.open({ ...secrets, apiUrl: standIn.url, verifyToken: 'verify' }, around);
    const server = await serveRoutes(channel.routes);
    callbackUrl = `${server.url}/webhooks/whatsapp`;
    closeServer = server.close;
  });
  afterEach(async () => {
    await standIn.close();
    await closeServer();
  });

  const post = async (message: object, token = secrets.accessToken) => {
    const response = await fetch(`${standIn.url}/v24.0/${secrets.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: ASHA.phone, ...message }),
    });
    const body = (await response.json()) as { error?: { code: number } };
    return { status: response.status, code: body.error?.code };
  };
  const heardMedia = (): MediaRef => {
    const content = world.heard.at(-1)?.content;
    if (content?.type !== 'media') throw new Error('no media was heard');
    return content.media;
  };

  describe('as the phone of a citizen who pays in the chat', () => {
    const paymentId = '01a213c2-15e6-7aaa-94b2-30fc570b34d7';
    const payee = { name: 'City', addressLine: 'Main Road', city: 'Delhi', state: 'DL', postalCode: '110001' };

    const reference = paymentId.replaceAll('-', '');
    const order = { paymentId, amount: { paise: 5000 }, item: 'Fee', expiresAt: '2026-03-06T04:30:00.000Z' };
    const link = { label: 'Pay', url: 'https://ek.test/pay' };
    const update = (status: 'processing' | 'completed' | 'canceled', id = paymentId) => ({
      text: `It is ${status}`,
      orderUpdate: { paymentId: id, amount: order.amount, status },
    });
    const last = () => standIn.transcript().at(-1)?.message;
    const orderIn = (status: string) => ({ action: { parameters: { reference_id: reference, order: { status } } } });
    let payable: OpenChannel;
    let closePayable: () => Promise<void>;
    beforeEach(async () => {
      const settings = { ...secrets, apiUrl: standIn.url, verifyToken: 'verify', payee };
      payable = whatsappCloud.open({ ...settings, paymentConfiguration: 'muni-rzp' }, world);
      const server = await serveRoutes(payable.routes);
      callTo(`${server.url}/webhooks/whatsapp`);
      closePayable = server.close;
      await payable.send({ text: 'Please pay', link, order }, to);
    });
    afterEach(() => closePayable());

    it('takes the order, tries in vain, pays, and confirms each when asked', async () => {
      expect(last()).toMatchObject({ interactive: { type: 'order_details', ...orderIn('pending') } });
      for (const outcome of ['failed', 'success'] as const) expect(await standIn.pay(reference, outcome)).toBe(200);
      expect(world.settled).toMatchObject([
        { paymentId, outcome: 'failed' },
        { paymentId, outcome: 'paid', amount: { paise: 5000 } },
      ]);
    });

    it('sees the order go from one state to the next, and can pay it no more once it is closed', async () => {
      for (const status of ['processing', 'completed'] as const) {
        await payable.send(update(status), to);
        expect(last()).toMatchObject({
          interactive: { type: 'order_status', body: { text: `It is ${status}` }, ...orderIn(status) },
        });
      }
      expect(() => standIn.pay(reference)).toThrow('closed');
      expect(standIn.orderState(reference)).toBe('completed');
    });

    it.each([
      ['an order that was never sent', 'canceled', paymentId.replace('0', '1')],
      ['one that has ended before', 'processing', paymentId],
    ] as const)('hears the words alone where the card is of %s', async (_name, status, id) => {
      await payable.send(update('canceled'), to);
      await payable.send(update(status, id), to);
      expect(last()).toMatchObject({ type: 'text', text: { body: `It is ${status}` } });
      expect(standIn.orderState(reference)).toBe('canceled');
    });

    it('gets the link where the reference of an order was used before', async () => {
      await payable.send({ text: 'Once more', link, order }, to);
      expect(last()).toMatchObject({ interactive: { type: 'cta_url', body: { text: 'Once more' } } });
    });
  });

  describe('as the phone of a citizen', () => {
    it('writes to us, signed, in any script', async () => {
      const { status, messageId } = await standIn.sendAs(ASHA, { type: 'text', text: 'नमस्ते 👩‍👩‍👧' });
      expect(status).toBe(200);
      expect(world.heard).toMatchObject([
        {
          id: messageId,
          from: [{ address: ASHA.phone }, { address: ASHA.userId }],
          to: secrets.phoneNumberId,
          at: '2026-03-05T04:30:00.000Z',
          profileName: 'Asha',
          content: { type: 'text', text: 'नमस्ते 👩‍👩‍👧' },
        },
      ]);
    });

    it('keeps the number to itself when the person hides it', async () => {
      await standIn.sendAs({ ...ASHA, hidesPhone: true }, { type: 'text', text: 'hi' });
      expect(world.heard[0]?.from).toEqual([{ channel: 'whatsapp', kind: 'user-id', address: ASHA.userId }]);
    });

    it('taps a button, and a row of a list, that was offered', async () => {
      const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id: `answer/${id}`, label: id }));
      await channel.send({ text: 'Which?', choices }, to);
      await channel.send({ text: 'Sure?', choices: choices.slice(0, 2) }, to);
      await standIn.sendAs(ASHA.phone, { type: 'choice', id: 'answer/d' });
      await standIn.sendAs(ASHA.phone, { type: 'choice', id: 'answer/a' });
      expect(world.heard.map(({ content }) => content)).toEqual([
        { type: 'choice', id: 'answer/d' },
        { type: 'choice', id: 'answer/a' },
      ]);
    });

    it('cannot tap what nobody offered', async () => {
      await expect(standIn.sendAs(ASHA, { type: 'choice', id: 'answer/none' })).rejects.toThrow('answer/none');
    });

    it('sends a photograph, which the channel fetches whole', async () => {
      const bytes = Buffer.from('a photograph');
      await standIn.sendAs(ASHA, { type: 'image', bytes, mime: 'image/jpeg', caption: 'the slip' });
      expect(Buffer.from((await channel.fetchMedia?.(heardMedia(), 100)) ?? [])).toEqual(bytes);
    });

    it('sends a place', async () => {
      await standIn.sendAs(ASHA, { type: 'location', latitude: 28.6, longitude: 77.2, name: 'Gate 2' });
      expect(world.heard[0]?.content).toMatchObject({ type: 'location', latitude: 28.6, address: 'Gate 2' });
    });

    it('takes our messages and reads them', async () => {
      const [messageId] = await channel.send({ text: 'Namaste' }, to);
      await standIn.idle();
      expect(world.statuses.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
      expect(world.statuses[0]).toMatchObject({ messageId, reference: 'reference-1' });
      expect(standIn.transcript(ASHA.phone)).toMatchObject([
        { direction: 'from-us', status: 'read', message: { text: { body: 'Namaste' } } },
      ]);
    });

    it('is one person by number and by user id', async () => {
      await standIn.sendAs(ASHA, { type: 'text', text: 'hi' });
      await standIn.sendAs(ASHA.phone, { type: 'text', text: 'me again' });
      expect(world.heard[1]).toMatchObject({ profileName: 'Asha', from: world.heard[0]?.from });
      const contactPoint = { channel: 'whatsapp', kind: 'user-id', address: ASHA.userId } as const;
      await channel.send({ text: 'Namaste' }, { ...to, contactPoint });
      expect(standIn.transcript(ASHA.userId)).toHaveLength(3);
      expect(standIn.transcript('+910000000002')).toEqual([]);
    });

    it('sends a webhook again until it is answered 200', async () => {
      world.breakStore();
      expect((await standIn.sendAs(ASHA, { type: 'text', text: 'hi' })).status).toBe(503);
      await standIn.idle();
      expect(world.alarms).toHaveLength(3);
    });
  });

  it('tells listeners of messages, statuses and read marks, until they leave', async () => {
    const events: StandInEvent[] = [];
    const leave = standIn.subscribe((event) => events.push(event));
    const { messageId } = await standIn.sendAs(ASHA, { type: 'text', text: 'hi' });
    await channel.acknowledge?.(messageId);
    await channel.send({ text: 'Namaste' }, to);
    await standIn.idle();
    leave();
    await standIn.sendAs(ASHA, { type: 'text', text: 'bye' });
    expect(events.map(({ type }) => type)).toEqual(['message', 'read-mark', 'message', 'status', 'status', 'status']);
    expect(events[1]?.entry).toMatchObject({ id: messageId, isRead: true });
  });

  describe('as Meta', () => {
    it('takes whatever the channel renders', async () => {
      await fc.assert(
        fc.asyncProperty(anyMessage, async (message) => {
          const ids = await channel.send(message, to);
          expect(new Set(ids).size).toBe(ids.length);
        }),
        { numRuns: 60 },
      );
    });

    it.each([
      ['a text that is too long', 131009, { type: 'text', text: { body: 'x'.repeat(4097) } }],
      ['a blank text', 131009, { type: 'text', text: { body: ' ' } }],
      ['a text without a body', 131008, { type: 'text', text: {} }],
      ['a key that it does not know', 100, { type: 'text', text: { body: 'x' }, colour: 'red' }],
      ['a type that it does not know', 100, { type: 'hologram' }],
      ['four buttons', 131009, buttons('a', 'b', 'c', 'd')],
      ['two buttons of one title', 131009, buttons('a', 'a')],
      ['a button title that is too long', 131009, buttons('x'.repeat(21))],
      ['a file that was never uploaded', 131009, { type: 'document', document: { id: '1' } }],
    ])('refuses %s', async (_name, code, message) => {
      expect(await post(message)).toEqual({ status: 400, code });
      expect(standIn.transcript()).toEqual([]);
    });

    it('refuses eleven rows', async () => {
      const rows = Array.from({ length: 11 }, (_, i) => ({ id: `${i}`, title: `row ${i}` }));
      const action = { button: 'Choose', sections: [{ rows }] };
      expect(await post({ type: 'interactive', interactive: { type: 'list', body: { text: 'x' }, action } })).toEqual({
        status: 400,
        code: 131009,
      });
    });

    it('refuses a wrong token', async () => {
      expect(await post({ type: 'text', text: { body: 'x' } }, 'wrong')).toEqual({ status: 401, code: 190 });
    });

    it('forgets the address of a file after five minutes', async () => {
      await standIn.sendAs(ASHA, { type: 'image', bytes: Buffer.from('x'), mime: 'image/jpeg' });
      const headers = { authorization: `Bearer ${secrets.accessToken}` };
      const found = await fetch(`${standIn.url}/v24.0/${heardMedia().ref}`, { headers });
      const { url } = (await found.json()) as { url: string };
      now += 4 * 60_000;
      expect((await fetch(url, { headers })).status).toBe(200);
      expect((await fetch(url)).status).toBe(401);
      now += 2 * 60_000;
      expect((await fetch(url, { headers })).status).toBe(404);
    });
  });

  describe('when it is told to fail', () => {
    it.each([
      ['throughput', { code: '130429', retry: true }],
      ['pair-rate', { code: '131056', retry: true }],
      ['outside-window', { code: '131047', retry: false, instead: 'template' }],
      ['undeliverable', { code: '131026', retry: false, instead: 'other-channel' }],
      ['opted-out', { code: '131050', retry: false, instead: 'nothing' }],
      ['server-error', { code: '131000', retry: true }],
      ['token-expired', { code: '190', retry: false }],
      ['drop-connection', { code: 'unreachable', retry: true }],
    ] as const)('fails by %s, once', async (failure, expected) => {
      standIn.failNext(failure);
      await expect(channel.send({ text: 'Namaste' }, to)).rejects.toMatchObject(expected);
      expect(await channel.send({ text: 'Namaste' }, to)).toHaveLength(1);
    });

    it('takes a message and loses its answer; the status tells', async () => {
      standIn.failNext('lose-answer');
      await expect(channel.send({ text: 'Namaste' }, to)).rejects.toMatchObject({ retry: true });
      await standIn.idle();
      expect(world.statuses[0]).toMatchObject({ status: 'sent', reference: 'reference-1' });
    });

    it('takes a message and fails it later', async () => {
      standIn.failNext('undeliverable-later');
      await channel.send({ text: 'Namaste' }, to);
      await standIn.idle();
      expect(world.statuses).toMatchObject([{ status: 'failed', code: '131026', reference: 'reference-1' }]);
    });

    it('fails an upload, and the whole message may be tried again', async () => {
      const document = { bytes: Buffer.from('%PDF'), mime: 'application/pdf', fileName: 'a.pdf' };
      standIn.failNext('server-error', { of: 'media' });
      await expect(channel.send({ text: 'Receipt', document }, to)).rejects.toMatchObject({ retry: true });
      expect(standIn.transcript()).toEqual([]);
      expect(await channel.send({ text: 'Receipt', document }, to)).toHaveLength(1);
    });
  });

  describe('with the rest of the channel', () => {
    it('is found well', async () => {
      expect(await channel.check()).toMatchObject({ ok: true });
    });

    it('finds a wrong number id', async () => {
      const settings = { ...secrets, apiUrl: standIn.url, verifyToken: 'verify', phoneNumberId: '7' };
      expect(await whatsappCloud.open(settings, world).check()).toEqual({
        ok: false,
        problem: 'the Graph API answered 400, error 100',
      });
    });

    it('finds a token that has expired', async () => {
      standIn.failNext('token-expired', { of: 'media' });
      expect(await channel.check()).toEqual({ ok: false, problem: 'the access token is wrong or has expired' });
    });

    it('keeps quiet when a message cannot be acknowledged', async () => {
      await expect(channel.acknowledge?.('wamid.unknown')).resolves.toBeUndefined();
    });

    it('does not fetch more than it was allowed to', async () => {
      await standIn.sendAs(ASHA, { type: 'image', bytes: Buffer.alloc(11), mime: 'image/jpeg' });
      await expect(channel.fetchMedia?.(heardMedia(), 10)).rejects.toMatchObject({ code: 'too-large', retry: false });
    });

    it('does not take a file whose digest differs', async () => {
      await standIn.sendAs(ASHA, { type: 'image', bytes: Buffer.from('x'), mime: 'image/jpeg' });
      const other = { ...heardMedia(), sha256: Buffer.alloc(32).toString('base64') };
      await expect(channel.fetchMedia?.(other, 10)).rejects.toMatchObject({ code: 'digest-differs', retry: true });
    });

    it('says when a file is no longer there', async () => {
      const gone = { ref: '404', kind: 'image', mime: 'image/jpeg' } as const;
      await expect(channel.fetchMedia?.(gone, 10)).rejects.toMatchObject({ name: 'MediaUnavailable', retry: false });
    });
  });
});

function buttons(...titles: readonly string[]) {
  const all = titles.map((title, i) => ({ type: 'reply', reply: { id: `${i}`, title } }));
  return { type: 'interactive', interactive: { type: 'button', body: { text: 'x' }, action: { buttons: all } } };
}
