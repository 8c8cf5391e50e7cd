import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { twilioSms } from '#adapters/channels/twilio-sms/index.ts';
import {
  type Failure,
  openTwilioStandIn,
  type StandInEvent,
  type TwilioStandIn,
} from '#adapters/stand-ins/twilio/index.ts';
import { aChannelWorld, type HearingWorld } from '#test/contracts/channel-world.ts';
import { serveRoutes } from '#test/contracts/route-server.ts';

const ASHA = '+910000000001';
const contactPoint = { channel: 'sms', kind: 'phone', address: ASHA } as const;
const to = { contactPoint, reference: 'reference-1' };
const secrets = { accountSid: 'AC1', authToken: 'auth-token', from: '+910000000099' };

describe('the stand-in for Twilio', () => {
  let standIn: TwilioStandIn;
  let channel: OpenChannel;
  let world: HearingWorld;
  let closeServer: () => Promise<void>;

  beforeEach(async () => {
    world = aChannelWorld();
    let publicUrl = '';
    standIn = await openTwilioStandIn({ ...secrets, callbackUrl: () => publicUrl, now: () => 1000 });
    // The channel needs the server's address, and the server the channel's routes.
    const routes: OpenChannel['routes'][number][] = [];
    const server = await serveRoutes(routes);
    publicUrl = server.url;
    closeServer = server.close;
    channel = twilioSms.open({ ...secrets, apiUrl: standIn.url, publicUrl }, world);
    routes.push(...channel.routes);
  });
  afterEach(async () => {
    await standIn.close();
    await closeServer();
  });

  it('posts what somebody writes, signed', async () => {
    const { messageId, status } = await standIn.sendAs(ASHA, 'नमस्ते & hello + 50%');
    expect(status).toBe(200);
    expect(world.heard).toMatchObject([
      { id: messageId, from: [contactPoint], to: secrets.from, content: { type: 'text', text: 'नमस्ते & hello + 50%' } },
    ]);
  });

  it('posts a call', async () => {
    const { messageId, status } = await standIn.call(ASHA);
    expect(status).toBe(200);
    const content = { type: 'missed-call', called: secrets.from };
    expect(world.heard).toMatchObject([{ id: messageId, content }]);
    expect(standIn.transcript()).toMatchObject([{ direction: 'to-us', type: 'call', user: ASHA }]);
  });

  it('takes a message, and tells that it came', async () => {
    const events: StandInEvent[] = [];
    standIn.subscribe((event) => events.push(event));
    const [messageId] = await channel.send({ text: 'Namaste' }, to);
    await standIn.idle();
    expect(standIn.transcript(ASHA)).toMatchObject([
      { id: messageId, direction: 'from-us', text: 'Namaste', at: 1000 },
    ]);
    expect(world.statuses).toMatchObject([
      { messageId, status: 'sent', reference: 'reference-1' },
      { messageId, status: 'delivered', reference: 'reference-1' },
    ]);
    expect(events.map(({ type, entry }) => [type, entry.status])).toEqual([
      ['message', 'queued'],
      ['status', 'sent'],
      ['status', 'delivered'],
    ]);
  });

  it('tells later that a phone could not be reached', async () => {
    standIn.failNext('unreachable-later');
    await channel.send({ text: 'Namaste' }, to);
    await standIn.idle();
    expect(world.statuses.at(-1)).toMatchObject({ status: 'failed', code: '30003', reference: 'reference-1' });
  });

  it.each<[Failure, object]>([
    ['rate-limit', { retry: true, code: '20429', afterSeconds: 1 }],
    ['opted-out', { retry: false, instead: 'nothing' }],
    ['invalid-number', { retry: false, code: '21211' }],
    ['server-error', { retry: true }],
    ['wrong-token', { retry: false, code: '20003' }],
    ['drop-connection', { retry: true }],
    [
      { status: 400, code: 30007 },
      { retry: false, code: '30007' },
    ],
  ])('fails once by %j', async (failure, is) => {
    standIn.failNext(failure);
    await expect(channel.send({ text: 'Namaste' }, to)).rejects.toMatchObject(is);
    expect(standIn.transcript()).toEqual([]);
    expect(await channel.send({ text: 'Namaste' }, to)).toHaveLength(1);
  });

  it('has taken a message whose answer is lost', async () => {
    standIn.failNext('lose-answer');
    await expect(channel.send({ text: 'Namaste' }, to)).rejects.toMatchObject({ retry: true });
    await standIn.idle();
    expect(standIn.transcript(ASHA)).toHaveLength(1);
  });

  it('says who may call, and what is no message', async () => {
    const post = (fields: Record<string, string>, token = secrets.authToken) =>
      fetch(`${standIn.url}/2010-04-01/Accounts/AC1/Messages.json`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`AC1:${token}`).toString('base64')}` },
        body: new URLSearchParams(fields),
      }).then(async (response) => [response.status, ((await response.json()) as { code?: number }).code]);
    const message = { To: ASHA, From: '+910000000099', Body: 'a' };
    expect(await post(message, 'wrong')).toEqual([401, 20003]);
    expect(await post({ ...message, To: 'asha' })).toEqual([400, 21211]);
    expect(await post({ ...message, From: '' })).toEqual([400, 21603]);
    expect(await post({ ...message, Body: '' })).toEqual([400, 21602]);
    expect(await post({ ...message, Body: 'a'.repeat(1601) })).toEqual([400, 21617]);
    expect(await post(message)).toEqual([201, undefined]);
  });

  it('is found well by the channel that talks to it', async () => {
    expect(await channel.check()).toEqual({ ok: true });
  });
});
