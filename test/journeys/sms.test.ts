import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTwilioStandIn, type TwilioStandIn } from '#adapters/stand-ins/twilio/index.ts';
import config from '#config/default.ts';
import { Ports } from '#config/ports.ts';
import { smsProviders } from '#config/sms-providers/index.ts';
import { aPlatform, type TestPlatform } from '#test/kit/a-platform.ts';
import { anSmsChat } from '#test/kit/an-sms-chat.ts';

const ASHA = '+910000000001';
const RAVI = '+910000000002';
const account = { accountSid: 'AC00000000000000000000000000000001', authToken: 'journey-token', from: '+910000000099' };

describe('a citizen who has only SMS', () => {
  let platform: TestPlatform;
  let twilio: TwilioStandIn;

  beforeAll(async () => {
    twilio = await openTwilioStandIn({ ...account, callbackUrl: () => platform.url });
    platform = await aPlatform({
      environment: {
        TWILIO_API_URL: twilio.url,
        TWILIO_ACCOUNT_SID: account.accountSid,
        TWILIO_AUTH_TOKEN: account.authToken,
        TWILIO_FROM: account.from,
      },
    });
  });
  afterAll(async () => {
    await platform.stop();
    await twilio.close();
  });

  /** The next thing that is said to a person after something was done. */
  async function answerTo(person: string, does: () => Promise<{ readonly status: number }>): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    const stop = twilio.subscribe(({ type, entry }) => {
      if (type === 'message' && entry.direction === 'from-us' && entry.user === person) resolve(entry.text);
    });
    expect((await does()).status).toBe(200);
    const text = await promise;
    stop();
    return text;
  }

  it('reads numbered lines, and answers with a number', async () => {
    const menu = await answerTo(ASHA, () => twilio.sendAs(ASHA, 'hello'));
    expect(menu).toMatch(/\n1 \S.*\n2 \S/);
    const next = await answerTo(ASHA, () => twilio.sendAs(ASHA, '1'));
    expect(next).not.toBe(menu);
    expect(next).toMatch(/\n1 \S/);
  });

  it('is asked for his language after a missed call, and goes on in the one whose number he sends', async () => {
    expect(await answerTo(RAVI, () => twilio.call(RAVI))).toMatch(/\n1 हिन्दी\n2 English\n/);
    expect(await answerTo(RAVI, () => twilio.sendAs(RAVI, '2'))).toMatch(/^Namaste\. What do you need/);
  });
});

describe('an installation without an account for SMS', () => {
  it.each(['twilio', 'gupshup'] as const)('plays %s in demo mode, callbacks and all', async (provider) => {
    const channels = { ...config.channels, sms: smsProviders[provider] };
    const platform = await aPlatform({ config: { ...config, channels } });
    const { sms } = platform.installation.standIns;
    if (!sms) throw new Error('nobody stands in for SMS');
    const asha = anSmsChat(sms, ASHA);
    await asha.says('hello');
    await asha.hears(/\n1 \S/);
    const ravi = anSmsChat(sms, RAVI);
    expect((await sms.call(RAVI)).status).toBe(200);
    await ravi.hears(/\n1 हिन्दी\n2 English\n/);
    await ravi.says('2');
    await ravi.hears(/^Namaste\. What do you need/);
    const [shown] = await platform.installation.container.get(Ports.optIns).show('officer-1', RAVI);
    expect(shown?.optIn).toMatchObject({ source: 'missed-call', to: '+910000000099' });
    await sms.idle();
    // Of the gateway's every text was registered, or its operators would have dropped it.
    const fromUs = sms.transcript().filter(({ direction }) => direction === 'from-us');
    expect(fromUs.filter(({ status }) => status !== 'delivered')).toEqual([]);
    expect(platform.logged()).not.toContain('channel.call-not-genuine');
    await platform.stop();
  });
});
