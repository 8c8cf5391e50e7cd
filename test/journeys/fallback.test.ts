import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GupshupStandIn, openGupshupStandIn } from '#adapters/stand-ins/gupshup/index.ts';
import { openTwilioStandIn, type TwilioStandIn } from '#adapters/stand-ins/twilio/index.ts';
import { Ports } from '#config/ports.ts';
import { gupshup } from '#config/sms-providers/gupshup.ts';
import { twilio } from '#config/sms-providers/twilio.ts';
import { aChat, type Chat, soon } from '#test/kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '#test/kit/a-platform.ts';
import { aFreePort } from '#test/kit/a-process.ts';
import { anOfficer } from '#test/kit/an-officer.ts';

const accounts = {
  twilio: { accountSid: 'AC00000000000000000000000000000001', authToken: 'journey-auth-token', from: '+910000000099' },
  gupshup: { userId: '2000000000', password: 'journey-password', callbackSecret: 'journey-callback-secret' },
};

describe('a message that does not come by its channel', () => {
  let platform: TestPlatform;
  let sms: TwilioStandIn;
  let people = 0;

  beforeAll(async () => {
    platform = await aPlatform();
    // Without credentials Twilio is played.
    sms = platform.installation.standIns.sms as TwilioStandIn;
  });
  afterAll(() => platform.stop());

  const somebody = (): { phone: string; chat: Chat } => {
    people += 1;
    const phone = `+9100000009${String(people).padStart(2, '0')}`;
    return { phone, chat: aChat(platform, { phone }) };
  };
  const smsTo = (phone: string) => sms.transcript(phone).map(({ text }) => text);
  const hearsBySms = (phone: string, words: RegExp) =>
    soon(
      sms,
      () => smsTo(phone).find((text) => words.test(text)),
      () => `${words} did not come by SMS`,
    );
  /** The record of the newest message: how far it came, by what, and why not by the channel before. */
  const record = () =>
    expect.poll(
      async () =>
        (await platform.database.query('select status, channel, code, tried from outbox order by seq desc limit 1'))[0],
    );
  const GREETED = /Namaste|नमस्ते/;

  it.each([
    ['is not on WhatsApp', 131026],
    ['gets too much already', 131049],
    ['is written to with a token that has run out, which somebody of ours has to know', 190],
    ['meets an error that nobody knows', 999_999],
  ])('goes by SMS at once where the citizen %s (%i), and the record says why', async (_why, code) => {
    const { phone, chat } = somebody();
    platform.graph.failNext({ status: 400, code });
    await chat.says('namaste');
    await hearsBySms(phone, GREETED);
    await record().toMatchObject({ status: 'sent', channel: 'sms', code: String(code), tried: ['whatsapp'] });
    if (code === 190) await platform.logs(/message\.refused.*"190"|"190".*message\.refused/);
    expect(chat.heard()).toEqual([]);
  });

  it('goes by SMS where WhatsApp says that only an approved text may leave, and there is none', async () => {
    const { phone, chat } = somebody();
    platform.graph.failNext('outside-window');
    await chat.says('namaste');
    await hearsBySms(phone, GREETED);
    await record().toMatchObject({ channel: 'sms', tried: ['whatsapp'] });
  });

  it('goes nowhere else where the person wants to hear nothing', async () => {
    const { phone, chat } = somebody();
    platform.graph.failNext('opted-out');
    await chat.says('namaste');
    await record().toMatchObject({ status: 'dead', code: '131050' });
    expect(smsTo(phone)).toEqual([]);
  });

  it('is tried again on WhatsApp where that helps, and goes by SMS when it has been tried often enough', async () => {
    const { phone, chat } = somebody();
    platform.graph.failNext('pair-rate');
    await chat.says('namaste');
    await record().toMatchObject({ status: 'waiting', code: '131056' });
    await platform.passes(1);
    await chat.hears(GREETED);
    platform.graph.failNext('server-error', { times: 5 });
    await chat.says('namaste');
    for (let tries = 1; tries < 5; tries += 1) {
      await expect
        .poll(async () => (await platform.database.query('select attempts from outbox order by seq desc limit 1'))[0])
        .toMatchObject({ attempts: tries });
      await platform.passes(10);
    }
    await hearsBySms(phone, GREETED);
    await record().toMatchObject({ channel: 'sms', code: '131000', tried: ['whatsapp'] });
  });

  it('goes by SMS when WhatsApp took it and says later that it failed', async () => {
    const { phone, chat } = somebody();
    platform.graph.failNext('undeliverable-later');
    await chat.says('namaste');
    await hearsBySms(phone, GREETED);
    await record().toMatchObject({ channel: 'sms', code: '131026', tried: ['whatsapp'] });
  });

  it('goes by SMS when WhatsApp has not brought it in its time, and not before', async () => {
    const { phone, chat } = somebody();
    platform.graph.failNext('phone-off');
    await chat.says('namaste');
    await record().toMatchObject({ status: 'sent', channel: 'whatsapp' });
    const moving = platform.installation.container.get(Ports.movingLate);
    await platform.passes(59);
    await moving.move();
    expect(smsTo(phone)).toEqual([]);
    await platform.passes(2);
    await moving.move();
    await hearsBySms(phone, GREETED);
    await record().toMatchObject({ channel: 'sms', code: 'not-delivered-in-time', tried: ['whatsapp'] });
  });

  it('goes to the next contact point when that fails too; where none is left, news wait and the operator sees it', async () => {
    const { phone, chat } = somebody();
    await chat.says('hamari gali mein kooda pada hai koi uthata nahi');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    await chat.hears(/matlab hai/);
    await chat.says('haan');
    await chat.hears(/Kahan hai/);
    await chat.says('gali 3, Karol Bagh');
    await chat.hears(/Kuch aur batana hai/);
    await chat.says('nahi');
    await chat.hears(/photo/);
    await chat.says('nahi hai');
    await chat.hears(/dekh lijiye/);
    await chat.taps('form/submit');
    await chat.hears(/Shikayat darj ho gayi/);

    platform.graph.failNext('undeliverable');
    sms.failNext('unreachable-later');
    const inspector = await anOfficer(platform.url, 'inspector');
    const [file] = await inspector.files();
    await inspector.decides(file?.id ?? '', 'resolve', 'Kooda utha liya gaya');
    await platform.logs(/message\.waits/);
    await record().toMatchObject({ status: 'held', tried: ['whatsapp', 'sms'] });
    const metrics = await (await fetch(`${platform.url}/metrics`)).text();
    expect(metrics).toMatch(/^ek_sandesh_outbox_held 1$/m);
    expect(smsTo(phone)).toHaveLength(1);

    await chat.says('namaste');
    await chat.hears(/Kooda utha liya gaya/);
  });

  it('goes by Telegram before SMS, where the citizen is there too', async () => {
    const { telegram } = platform.installation.standIns;
    const { phone, chat } = somebody();
    const person = { id: 9_000_000_801, firstName: 'Asha' };
    await chat.says('dusre phone par');
    const code = /EK-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await chat.hears(/EK-/))?.[0] ?? '';
    await telegram?.sendAs(person, { type: 'text', text: code });
    await record().toMatchObject({ channel: 'telegram' });
    platform.graph.failNext('undeliverable');
    await chat.says('namaste');
    await record().toMatchObject({ status: 'sent', channel: 'telegram', code: '131026', tried: ['whatsapp'] });
    platform.graph.failNext('undeliverable');
    telegram?.failNext('deactivated');
    await chat.says('namaste');
    await hearsBySms(phone, GREETED);
    await record().toMatchObject({ channel: 'sms', tried: ['whatsapp', 'telegram'] });
  });
});

describe('SMS by two providers, three quarters by one of them', () => {
  let platform: TestPlatform;
  let one: TwilioStandIn;
  let other: GupshupStandIn;

  beforeAll(async () => {
    const port = await aFreePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    one = await openTwilioStandIn({ ...accounts.twilio, callbackUrl: publicUrl });
    other = await openGupshupStandIn({ ...accounts.gupshup, longCode: '910000000098', callbackUrl: publicUrl });
    const url = gupshup.url.toString().replace(/^https:\/\/[^/]+/, other.url);
    platform = await aPlatform({
      extraChannels: {
        sms: [
          { ...twilio, weight: 3 },
          { ...gupshup, url, weight: 1 },
        ],
      },
      environment: {
        PORT: String(port),
        PUBLIC_URL: publicUrl,
        TWILIO_API_URL: one.url,
        TWILIO_ACCOUNT_SID: accounts.twilio.accountSid,
        TWILIO_AUTH_TOKEN: accounts.twilio.authToken,
        TWILIO_FROM: accounts.twilio.from,
        GUPSHUP_USER_ID: accounts.gupshup.userId,
        GUPSHUP_PASSWORD: accounts.gupshup.password,
        GUPSHUP_CALLBACK_SECRET: accounts.gupshup.callbackSecret,
      },
    });
  });
  afterAll(async () => {
    await platform.stop();
    await one.close();
    await other.close();
  });

  /** People, not messages: registered texts are more and shorter. */
  const answered = (standIn: TwilioStandIn | GupshupStandIn): number =>
    new Set(standIn.transcript().flatMap(({ direction, user }) => (direction === 'from-us' ? [user] : []))).size;

  it('are both asked, the one more often, and every citizen is answered', async () => {
    const phones = Array.from({ length: 24 }, (_, at) => `+9100000010${at + 10}`);
    for (const phone of phones) expect((await one.sendAs(phone, 'namaste')).status).toBe(200);
    await expect.poll(() => answered(one) + answered(other), { timeout: 20_000 }).toBe(phones.length);
    expect(answered(one)).toBeGreaterThan(answered(other));
    expect(answered(other)).toBeGreaterThan(0);
  });

  it('take over from one another, and the channel log says which failed, and why', async () => {
    const [before, taken] = [answered(other), answered(one)];
    one.failNext('server-error', { times: 30 });
    const phones = Array.from({ length: 6 }, (_, at) => `+9100000011${at + 10}`);
    for (const phone of phones) await one.sendAs(phone, 'namaste');
    await expect.poll(() => answered(other) - before, { timeout: 20_000 }).toBe(phones.length);
    expect(answered(one)).toBe(taken);
    await platform.logs(/channel\.provider-failed.*20500|20500.*channel\.provider-failed/);
    await expect
      .poll(() => platform.store.channelEntries.find({ channel: 'sms', event: 'refused', limit: 5 }), {
        timeout: 10_000,
      })
      .toContainEqual(expect.objectContaining({ provider: 'twilio-sms', code: '20500' }));
  });
});
