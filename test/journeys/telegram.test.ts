import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Draft, openTelegramStandIn, type TelegramStandIn } from '#adapters/stand-ins/telegram/index.ts';
import { soon } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
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

  beforeAll(async () => {
    telegram = await openTelegramStandIn({ ...secrets, callbackUrl: () => `${platform.url}/webhooks/telegram` });
    platform = await aPlatform({ environment: credentialsFor(telegram) });
    inspector = await anOfficer(platform.url, 'inspector');
  });
  afterAll(async () => {
    await platform.stop();
    await telegram.close();
  });

  const does = async (draft: Draft): Promise<void> => {
    expect((await telegram.sendAs(ASHA, draft)).status).toBe(200);
  };
  const says = (text: string) => does({ type: 'text', text });
  const taps = (id: string) => does({ type: 'choice', id });
  /** Does the button below the chat ask for a place? */
  const asksForPlace = (): boolean =>
    telegram
      .transcript(ASHA.id)
      .some(({ message }) => JSON.stringify(message.reply_markup ?? {}).includes('request_location'));
  const textOf = ({ text, caption }: Readonly<Record<string, unknown>>): string => String(text ?? caption ?? '');
  /** Waits for something with these words that came after the citizen's last act. */
  const hears = (words: RegExp): Promise<string> => {
    const since = () => {
      const all = telegram.transcript(ASHA.id);
      return all.slice(all.findLastIndex(({ direction }) => direction === 'to-us') + 1);
    };
    const said = () =>
      telegram
        .transcript(ASHA.id)
        .slice(-6)
        .map(({ message }) => textOf(message));
    return soon(
      telegram,
      () =>
        since()
          .map(({ message }) => textOf(message))
          .find((text) => words.test(text)),
      () => `${words} was not heard:\n${said().join('\n')}`,
    );
  };

  it('begins by a link on a leaflet, in the middle of the service', async () => {
    await says('/start service__sanitation-complaint__apply');
    await hears(/शुरू करें/);
  });

  it('takes taps, a place, a photo and words, and stops the turning of every button', async () => {
    await says('hamari gali mein kooda pada hai koi uthata nahi');
    await hears(/Shuru karein/);
    await taps('consent/give');
    await hears(/Kya dikkat hai|Kahan hai/);
    await taps('answer/complaint_type/garbage');
    await hears(/Kahan hai/);
    expect(asksForPlace()).toBe(true);
    await does({ type: 'location', latitude: 28.6519, longitude: 77.1909 });
    await hears(/Kuch aur batana hai/);
    await does({ type: 'image', bytes: await otherLetter(), mime: 'image/png' });
    await hears(/Kuch aur batana hai/);
    await says('teen din se pada hai');
    await hears(/jama kijiye/);
    await taps('form/submit');
    await hears(/Shikayat darj ho gayi/);
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
    await hears(/Kooda utha liya gaya/);
    await taps(`complaint/${file?.id}/reopen`);
    await hears(/phir khol di/);
  });

  it('offers to share the number at the first talk, and then the talk goes on by SMS where Telegram does not reach', async () => {
    const MEENA = { id: 9_000_000_002, firstName: 'Meena', phone: '+910000000402' };
    const said = () => telegram.transcript(MEENA.id).map(({ message }) => message);
    const saw = (words: RegExp) =>
      soon(
        telegram,
        () => said().find((message) => words.test(textOf(message))),
        () => `${words} was not heard:\n${said().map(textOf).join('\n')}`,
      );
    await telegram.sendAs(MEENA, { type: 'text', text: '/start' });
    const offer = await saw(/अपना नंबर भेजिए/);
    expect(JSON.stringify(offer.reply_markup)).toContain('request_contact');
    await telegram.sendAs(MEENA, { type: 'contact' });
    await saw(/नंबर मालूम है/);
    await telegram.sendAs(MEENA, { type: 'choice', id: 'menu/services' });
    await saw(/कौन सी सेवा/);
    const { sms } = platform.installation.standIns;
    if (!sms) throw new Error('SMS is not played');
    telegram.failNext('deactivated', { times: 9 });
    await telegram.sendAs(MEENA, { type: 'choice', id: 'menu/language' });
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
