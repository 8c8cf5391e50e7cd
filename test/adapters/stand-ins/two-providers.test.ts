import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { failingOver } from '#adapters/channels/failing-over.ts';
import { type HttpSmsSettings, httpSms } from '#adapters/channels/http-sms/index.ts';
import { twilioSms } from '#adapters/channels/twilio-sms/index.ts';
import { type GupshupStandIn, openGupshupStandIn } from '#adapters/stand-ins/gupshup/index.ts';
import { openTwilioStandIn, type TwilioStandIn } from '#adapters/stand-ins/twilio/index.ts';
import { circuitLimits } from '#config/circuit-limits.ts';
import { resolveSettings } from '#config/environment.ts';
import { gupshup } from '#config/sms-providers/gupshup.ts';
import { aChannelWorld, type HearingWorld } from '#test/contracts/channel-world.ts';

const contactPoint = { channel: 'sms', kind: 'phone', address: '+910000000001' } as const;
const account = { accountSid: 'AC1', authToken: 'auth-token', from: '+910000000099' };
const other = { userId: '2000000000', password: 'password', callbackSecret: 'secret', longCode: '910000000098' };
/** All that is said here, registered. */
const templates = ['one', 'two', 'message {#var#}'].map((text, i) => ({ id: `110700000000000000${i}`, text }));
const nowhere = 'http://127.0.0.1:1';

describe('SMS by Twilio, and by a gateway over HTTP', () => {
  let world: HearingWorld;
  let twilio: TwilioStandIn;
  let gateway: GupshupStandIn;
  let sms: OpenChannel;

  const open = (twilioWeight: number, gatewayWeight: number): OpenChannel => {
    const { use: _, optional: _optional, ...described } = gupshup;
    const resolved = resolveSettings<HttpSmsSettings>(described, 'Gupshup', {
      ...{ GUPSHUP_USER_ID: other.userId, GUPSHUP_PASSWORD: other.password, GUPSHUP_CALLBACK_SECRET: 'secret' },
    });
    if (resolved.is === 'absent') throw new Error('half described');
    const url = resolved.settings.url.replace(/^https:\/\/[^/]+/, gateway.url);
    const channels = [
      { channel: twilioSms.open({ ...account, apiUrl: twilio.url, publicUrl: nowhere }, world), weight: twilioWeight },
      { channel: httpSms.open({ ...resolved.settings, templates, url }, world), weight: gatewayWeight },
    ] as const;
    return failingOver([...channels], { limits: circuitLimits, clock: world.clock, log: world.log });
  };
  const send = (text: string) => sms.send({ text }, { contactPoint, reference: text });
  const taken = () => [twilio, gateway].map((each) => each.transcript().map(({ text }) => text));

  beforeEach(async () => {
    world = aChannelWorld();
    twilio = await openTwilioStandIn({ ...account, callbackUrl: nowhere });
    gateway = await openGupshupStandIn({ ...other, callbackUrl: nowhere });
    sms = open(1, 0);
  });
  afterEach(async () => {
    await twilio.close();
    await gateway.close();
  });

  it('goes by each in its share', async () => {
    sms = open(3, 1);
    const texts = Array.from({ length: 120 }, (_, i) => `message ${i}`);
    for (const text of texts) await send(text);
    const [byTwilio = [], byGateway = []] = taken();
    expect([...byTwilio, ...byGateway].toSorted()).toEqual(texts.toSorted());
    // Three quarters of 120, and four standard deviations.
    expect(Math.abs(byTwilio.length - 90)).toBeLessThan(19);
  });

  it('goes by the other when one is down, and is said once', async () => {
    twilio.failNext('server-error');
    await send('one');
    await send('two');
    expect(taken()).toEqual([['two'], ['one']]);
    const failures = world.logged.filter((line) => line.startsWith('channel.provider-failed'));
    expect(failures).toEqual(['channel.provider-failed {"channel":"twilio-sms","code":"20500"}']);
  });

  it('goes by the other at once when one has failed again and again', async () => {
    twilio.failNext('server-error', { times: circuitLimits.failures.value });
    for (let i = 0; i <= circuitLimits.failures.value; i += 1) await send(`message ${i}`);
    expect(taken()[0]).toEqual([]);
    expect(taken()[1]).toHaveLength(circuitLimits.failures.value + 1);
  });

  it('is not said by the other to somebody who wants no messages', async () => {
    twilio.failNext('opted-out');
    await expect(send('one')).rejects.toMatchObject({ instead: 'nothing' });
    expect(taken()).toEqual([[], []]);
  });
});
