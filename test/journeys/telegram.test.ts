import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTelegramStandIn, type TelegramStandIn } from '#adapters/stand-ins/telegram/index.ts';
import { soon } from '../kit/a-chat.ts';
import { fillsBirthForm } from '../kit/a-filing.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { aTelegramChat, type TelegramChat, textOf } from '../kit/a-telegram-chat.ts';
import { anOfficer, type TestOfficer } from '../kit/an-officer.ts';
import { otherLetter } from '../kit/papers.ts';

const ASHA = { id: 9_000_000_001, firstName: 'Asha', phone: '+910000000401' };
const secrets = { botToken: '5000000001:journey-bot-token', secretToken: 'journey-secret-token' };

/** What an operator sets to use a bot. */
const credentialsFor = ({ url }: TelegramStandIn) => ({
  TELEGRAM_API_URL: url,
  TELEGRAM_BOT_TOKEN: secrets.botToken,
  TELEGRAM_SECRET_TOKEN: secrets.secretToken,
});

describe('a complaint by Telegram', () => {
  let telegram: TelegramStandIn;
  let platform: TestPlatform;
  let inspector: TestOfficer;
  let asha: TelegramChat;

  beforeAll(async () => {
    telegram = await openTelegramStandIn({ ...secrets, callbackUrl: () => `${platform.url}/webhooks/telegram` });
    platform = await aPlatform({ environment: credentialsFor(telegram) });
    inspector = await anOfficer(platform.url, 'inspector');
    asha = aTelegramChat(telegram, ASHA);
  });
  afterAll(async () => {
    await platform.stop();
    await telegram.close();
  });

  /** Does the button below the chat ask for a place? */
  const asksForPlace = (): boolean =>
    asha.came().some(({ reply_markup }) => JSON.stringify(reply_markup ?? {}).includes('request_location'));

  it('begins by a link on a leaflet, in the middle of the service', async () => {
    await asha.says('/start service__sanitation-complaint__apply');
    await asha.hears(/शुरू करें/);
  });

  it('takes taps, a place, a photo and words, and stops the turning of every button', async () => {
    await asha.says('hamari gali mein kooda pada hai koi uthata nahi');
    await asha.hears(/Shuru karein/);
    await asha.taps('consent/give');
    await asha.hears(/Kya dikkat hai|Kahan hai/);
    await asha.taps('answer/complaint_type/garbage');
    await asha.hears(/Kahan hai/);
    expect(asksForPlace()).toBe(true);
    await asha.does({ type: 'location', latitude: 28.6519, longitude: 77.1909 });
    await asha.hears(/Kuch aur batana hai/);
    await asha.does({ type: 'image', bytes: await otherLetter(), mime: 'image/png' });
    await asha.hears(/Kuch aur batana hai/);
    await asha.says('teen din se pada hai');
    await asha.hears(/jama kijiye/);
    await asha.taps('form/submit');
    await asha.hears(/Shikayat darj ho gayi/);
    const tapped = () => telegram.transcript(ASHA.id).filter(({ isAnswered }) => isAnswered !== undefined);
    expect(tapped()).toHaveLength(3);
    await soon(
      telegram,
      () => tapped().every(({ isAnswered }) => isAnswered) || undefined,
      () => 'a button still turns',
    );
  });

  it('hears of the decision, and opens the complaint again by a tap', async () => {
    const [file] = await inspector.files();
    expect((await inspector.open(file?.id ?? '')).papers).toHaveLength(1);
    await inspector.decides(file?.id ?? '', 'resolve', 'Kooda utha liya gaya');
    await asha.hears(/Kooda utha liya gaya/);
    await asha.taps(`complaint/${file?.id}/reopen`);
    await asha.hears(/phir khol di/);
  });

  it('takes up what was begun by SMS, at the question that was open, once the number shows who he is', async () => {
    const RAVI = { id: 9_000_000_003, firstName: 'Ravi', phone: '+910000000403' };
    const { sms } = platform.installation.standIns;
    if (!sms) throw new Error('SMS is not played');
    const bySms = async (text: string, words: RegExp): Promise<void> => {
      const before = sms.transcript(RAVI.phone).length;
      await sms.sendAs(RAVI.phone, text);
      await soon(
        sms,
        () =>
          sms
            .transcript(RAVI.phone)
            .slice(before)
            .find(({ direction, text: said }) => direction === 'from-us' && words.test(said)),
        () =>
          `${words} was not heard by SMS:\n${sms
            .transcript(RAVI.phone)
            .map(({ text }) => text)
            .join('\n')}`,
      );
    };
    await bySms('hamari gali mein kooda pada hai koi uthata nahi', /Shuru karein/);
    await bySms('haan', /Kooda nahi utha/);
    const ravi = aTelegramChat(telegram, RAVI);
    await ravi.says('meri shikayat kahan tak pahunchi');
    await ravi.hears(/SMS se aavedan kiya tha|SMS से आवेदन किया था/);
    await ravi.does({ type: 'contact' });
    await ravi.hears(/Mil gaya|मिल गया/);
    await ravi.hears(/Kooda nahi utha/);
  });

  it('offers to share the number at the first talk, and then the talk goes on by SMS where Telegram does not reach', async () => {
    const MEENA = { id: 9_000_000_002, firstName: 'Meena', phone: '+910000000402' };
    const meena = aTelegramChat(telegram, MEENA);
    await meena.says('/start');
    const offer = await meena.sees(/अपना नंबर भेजिए/);
    expect(JSON.stringify(offer.reply_markup)).toContain('request_contact');
    await meena.does({ type: 'contact' });
    await meena.hears(/नंबर मालूम है/);
    await meena.taps('menu/services');
    await meena.hears(/कौन सी सेवा/);
    const { sms } = platform.installation.standIns;
    if (!sms) throw new Error('SMS is not played');
    telegram.failNext('deactivated', { times: 9 });
    await meena.taps('menu/language');
    await soon(
      sms,
      () => sms.transcript(MEENA.phone).find(({ direction }) => direction === 'from-us'),
      () => 'nothing came by SMS',
    );
  });

  it('leaves neither token nor secret nor number of the chat in the log', () => {
    for (const secret of [...Object.values(secrets), String(ASHA.id)]) expect(platform.logged()).not.toContain(secret);
  });
});

describe('a birth certificate by Telegram, for somebody who shows no number', () => {
  let telegram: TelegramStandIn;
  let platform: TestPlatform;

  beforeAll(async () => {
    telegram = await openTelegramStandIn({ ...secrets, callbackUrl: () => `${platform.url}/webhooks/telegram` });
    platform = await aPlatform({ environment: credentialsFor(telegram) });
  });
  afterAll(async () => {
    await platform.stop();
    await telegram.close();
  });

  it('is filed, tracked and received in the chat, and the number is asked for without pressing', async () => {
    const sunita = aTelegramChat(telegram, { id: 9_000_000_011, firstName: 'Sunita' });
    await fillsBirthForm(sunita);
    await sunita.taps('form/submit');
    await sunita.hears(/Jama ho gaya/);
    await sunita.says('kahan tak pahuncha');
    await sunita.hears(/MCD-26-\d{7}-\d/);
    await sunita.says('kahan tak pahuncha');
    await sunita.hears(/MCD-26-\d{7}-\d/);
    const registrar = await anOfficer(platform.url, 'registrar');
    const [file] = await registrar.files();
    await registrar.decides(file?.id ?? '', 'approve');
    const issued = await sunita.sees(/jaari ho gaya/);
    const { file_id } = issued.document as { file_id: string };
    expect(Buffer.from(telegram.file(file_id)?.bytes.subarray(0, 5) ?? []).toString()).toBe('%PDF-');
    const asked = sunita.came().filter(({ reply_markup }) => JSON.stringify(reply_markup).includes('request_contact'));
    expect(asked.map(textOf).map((text) => /Jama karne se pehle|yeh khabar/.exec(text)?.[0])).toEqual([
      'Jama karne se pehle',
      'yeh khabar',
    ]);
  });
});

describe('Telegram, where no bot is configured', () => {
  it('is played in the browser, as every channel is', async () => {
    const platform = await aPlatform();
    const holder = { user: '+910000004021', name: 'Asha' };
    const act = { type: 'text', text: '/start' };
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ holder, act });
    await fetch(`${platform.url}/simulator/api/telegram/acts`, { method: 'POST', headers, body });
    const events = await fetch(`${platform.url}/simulator/live/telegram?users=${encodeURIComponent(holder.user)}`);
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    let shown = '';
    while (reader && !shown.includes('buttons')) {
      const { value = '', done } = await reader.read();
      shown += value;
      if (done) break;
    }
    await reader?.cancel();
    await platform.stop();
    expect(shown).toContain('/start');
    expect(shown).toContain('buttons');
  });
});
