import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { type HttpSmsSettings, httpSms } from '#adapters/channels/http-sms/index.ts';
import { type Failure, type GupshupStandIn, openGupshupStandIn } from '#adapters/stand-ins/gupshup/index.ts';
import { resolveSettings } from '#config/environment.ts';
import { gupshup } from '#config/sms-providers/gupshup.ts';
import { aChannelWorld, aHurryingClock, type HearingWorld } from '#test/contracts/channel-world.ts';
import { describeSending } from '#test/contracts/describe-sending.ts';
import { serveRoutes } from '#test/contracts/route-server.ts';

const ASHA = '+910000000001';
const to = { contactPoint: { channel: 'sms', kind: 'phone', address: ASHA }, reference: 'reference-1' } as const;
const account = { userId: '2000000000', password: 'password-of-the-test' };
const hooks = { callbackSecret: 'callback/secret of the test', longCode: '910000000099' };

const settingsAt = (apiUrl: string): HttpSmsSettings => {
  const { use: _, optional: _optional, ...described } = gupshup;
  const resolved = resolveSettings<HttpSmsSettings>(described, 'Gupshup', {
    ...{ GUPSHUP_USER_ID: account.userId, GUPSHUP_PASSWORD: account.password },
    ...{ GUPSHUP_CALLBACK_SECRET: hooks.callbackSecret, SMS_HEADER: 'SANDES' },
  });
  if (resolved.is === 'absent') throw new Error('half described');
  // The laws of channels send whatever texts they like.
  const { settings } = resolved;
  return { ...settings, unregistered: 'send', url: settings.url.replace(/^https:\/\/[^/]+/, apiUrl) };
};

describe('the stand-in for Gupshup', () => {
  let standIn: GupshupStandIn;
  let channel: OpenChannel;
  let world: HearingWorld;
  let closeServer: () => Promise<void>;
  let nowMs: number;
  const waited: number[] = [];

  beforeEach(async () => {
    world = aChannelWorld();
    nowMs = 1000;
    waited.length = 0;
    let callbackUrl = '';
    standIn = await openGupshupStandIn({
      ...{ ...account, ...hooks, callbackUrl: () => callbackUrl, now: () => nowMs, perSecond: 2 },
      delayMs: { answer: 40, report: 400 },
      wait: async (milliseconds) => void waited.push(milliseconds),
      isRegistered: ({ text }) => !text.includes('lottery'),
    });
    // The server needs the channel's routes, and the channel the stand-in's address.
    channel = httpSms.open(settingsAt(standIn.url), world);
    const server = await serveRoutes(channel.routes);
    callbackUrl = server.url;
    closeServer = server.close;
  });
  afterEach(async () => {
    await standIn.close();
    await closeServer();
  });

  it('tells what somebody writes, by GET and with the secret in the address', async () => {
    expect((await standIn.sendAs(ASHA, 'नमस्ते & hello + 50%')).status).toBe(200);
    expect(world.heard).toMatchObject([
      { from: [to.contactPoint], content: { type: 'text', text: 'नमस्ते & hello + 50%' } },
    ]);
  });

  it('tells of a call', async () => {
    expect((await standIn.call(ASHA)).status).toBe(200);
    expect(world.heard).toMatchObject([
      { from: [to.contactPoint], content: { type: 'missed-call', called: '+910000000099' } },
    ]);
  });

  it('takes its time, and reports that a message came', async () => {
    const [messageId] = await channel.send({ text: 'Namaste' }, to);
    await standIn.idle();
    expect(standIn.transcript(ASHA)).toMatchObject([{ id: messageId, text: 'Namaste', status: 'delivered' }]);
    expect(world.statuses).toMatchObject([{ messageId, status: 'delivered' }]);
    expect(waited).toEqual([40, 400]);
  });

  const later: readonly [Failure, string][] = [
    ['unreachable-later', '001'],
    ['unwanted-later', '006'],
    ['unregistered-later', '630'],
  ];
  it.each(later)('reports later: %s', async (failure, code) => {
    standIn.failNext(failure);
    await channel.send({ text: 'Namaste' }, to);
    await standIn.idle();
    // Who is on the do-not-disturb register may be reached elsewhere; what is not registered somebody of ours has to see.
    expect(world.statuses).toMatchObject([{ status: 'failed', code, instead: 'other-channel', segments: 1 }]);
    expect(world.alarms).toEqual(code === '630' ? ['channel.alarm'] : []);
  });

  it('lets nothing through that is not registered', async () => {
    await channel.send({ text: 'You won a lottery' }, to);
    await standIn.idle();
    expect(world.statuses).toMatchObject([{ status: 'failed', code: '630' }]);
  });

  const atOnce: readonly [Failure, object][] = [
    ['rate-limit', { retry: true, afterSeconds: 1 }],
    ['server-error', { retry: true }],
    ['wrong-password', { retry: false, code: '102' }],
    ['invalid-number', { retry: false, code: '105' }],
    ['drop-connection', { retry: true }],
    ['lose-answer', { retry: true }],
  ];
  it.each(atOnce)('says no at once: %s', async (failure, is) => {
    standIn.failNext(failure);
    await expect(channel.send({ text: 'Namaste' }, to)).rejects.toMatchObject(is);
  });

  it('turns away who sends faster than the account may', async () => {
    await channel.send({ text: 'one' }, to);
    await channel.send({ text: 'two' }, to);
    await expect(channel.send({ text: 'three' }, to)).rejects.toMatchObject({ retry: true, afterSeconds: 1 });
    nowMs += 1000;
    await channel.send({ text: 'three' }, to);
    expect(standIn.transcript(ASHA).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  it.each([
    ['userid', 'somebody', 103],
    ['password', 'guessed', 102],
    ['password', '', 101],
    ['method', 'DropTables', 106],
    ['v', '9', 107],
    ['send_to', '12', 105],
    ['mask', '@lert', 108],
  ])('refuses %s=%s with code %i', async (name, value, code) => {
    const good = { userid: account.userId, password: account.password, method: 'SendMessage', v: '1.1' };
    const asked = new URLSearchParams({ ...good, send_to: '910000000001', msg: 'Namaste', [name]: value });
    const answered = await fetch(`${standIn.url}/GatewayAPI/rest`, { method: 'POST', body: asked });
    expect([answered.status, await answered.text()]).toEqual([200, expect.stringMatching(`^error \\| ${code} \\| `)]);
  });
});

describeSending('http-sms by the stand-in for Gupshup', async () => {
  const standIn = await openGupshupStandIn({ ...account, ...hooks, callbackUrl: 'http://127.0.0.1:1' });
  const channel = httpSms.open(settingsAt(standIn.url), { ...aChannelWorld(), clock: aHurryingClock() });
  let seen = 0;
  const shown = () => {
    const fresh = standIn.transcript().slice(seen);
    seen += fresh.length;
    return fresh;
  };
  return { channel, to, shown, runs: 8, close: () => standIn.close() };
});
