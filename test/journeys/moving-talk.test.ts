import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPlatform, type TestPlatform } from '#test/kit/a-platform.ts';
import type { Arrival } from '#test/kit/a-screen.ts';
import { anOfficer, signedIn } from '#test/kit/an-officer.ts';
import { aPhone, type EveryPhone, numberOf, telegramOf } from '#test/kit/every-phone.ts';
import { birthSlipPhoto, identityCard } from '#test/kit/papers.ts';

const NUMBER = /MCD-26-\d{7}-\d/;

let platform: TestPlatform;
const open: EveryPhone[] = [];

beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(async () => {
  for (const phone of open) await phone.close();
  await platform.stop();
});

const phoneOn = async (...[channel, last, comes]: [Parameters<typeof aPhone>[1], number, Arrival?]) => {
  const phone = await aPhone(platform, channel, last, comes);
  open.push(phone);
  return phone;
};

/** The operator has a password sent to the citizen's phone, who reads it out. */
const atTheKiosk = async (last: number, phone: EveryPhone): Promise<EveryPhone> => {
  const { post } = await signedIn(platform.url, 'operator', '/kiosk');
  await post('/kiosk/api/password', { phone: numberOf(last), language: 'hi' });
  const password = /\d{6}/.exec(await phone.receives(/कियोस्क.*\d{6}|\d{6}.*कियोस्क/))?.[0] ?? '';
  return phoneOn('kiosk', last, { how: 'one-time-password', phone: numberOf(last), password });
};

/** What a phone shows while something is done elsewhere. */
const shownMeanwhile = async (phone: EveryPhone, work: () => Promise<unknown>): Promise<readonly string[]> => {
  const before = phone.heard().length;
  await work();
  return phone.heard().slice(before);
};

describe('one birth certificate, begun on WhatsApp, continued by SMS and finished at the kiosk', () => {
  let whatsapp: EveryPhone;
  let sms: EveryPhone;
  let kiosk: EveryPhone;
  let number = '';

  beforeAll(async () => {
    [whatsapp, sms] = [await phoneOn('whatsapp', 1), await phoneOn('sms', 2)];
  });

  it('goes on by SMS at the question that was open, with the paper that was sent, once the code is typed there', async () => {
    await whatsapp.asks('mere ghar beti hui hai kagaz banwana hai', /Shuru karein/);
    await whatsapp.asks('haan', /parchi ki photo/);
    const slip = { bytes: await birthSlipPhoto({ bornOn: '20/02/2026' }), mime: 'image/jpeg' };
    await whatsapp.shows(slip, /Sahi hai\?/);
    await whatsapp.asks('sab sahi', /Aadhaar/);
    const code = await whatsapp.takesCode();
    const shown = await shownMeanwhile(whatsapp, async () => {
      await sms.asks(code, /Aadhaar[\s\S]*\/u\//);
      await sms.shows({ bytes: await identityCard(), mime: 'image/png' }, /Bachche ka naam/);
      await sms.asks('Aarohi', /lagte hain/);
      await sms.asks('maa', /Makan, gali/);
    });
    expect(shown).toEqual([]);
  });

  it('is finished and paid at the kiosk by a password to that phone, which hears nothing but the password', async () => {
    const shown = await shownMeanwhile(sms, async () => {
      kiosk = await atTheKiosk(2, sms);
      await kiosk.receives(/आगे चलेगी[\s\S]*मकान, गली/);
      await kiosk.asks('makan 14, gali 3, Karol Bagh, Delhi 110005', /स्थायी पता/);
      await kiosk.asks('wahi', /जमा क/);
      await kiosk.asks('jama karo', /₹2 भरने/);
      number = NUMBER.exec(await kiosk.pays(/फ़ीस मिल गई.*MCD/))?.[0] ?? '';
      await kiosk.opens(/रसीद/);
    });
    expect(shown).toHaveLength(1);
    expect(whatsapp.heard().some((each) => each.includes(number))).toBe(false);
  });

  it('goes home to WhatsApp by the code on the screen, and answers there', async () => {
    await whatsapp.asks(await kiosk.takesCode(), /mil gaya|मिल गया/);
    const [onScreen, bySms] = [kiosk.heard().length, sms.heard().length];
    await kiosk.close();
    await whatsapp.asks('kahan tak pahuncha', new RegExp(number));
    expect([kiosk.heard().length, sms.heard().length]).toEqual([onScreen, bySms]);
  });

  it('tells its news by the channel that the citizen wants them on, and answers on the one where he speaks', async () => {
    await whatsapp.asks('sms par bhejo', /khabar SMS par|ख़बर SMS पर/);
    const officer = await anOfficer(platform.url, 'registrar');
    const [row] = await officer.files();
    const onWhatsApp = await shownMeanwhile(whatsapp, async () => {
      await officer.decides(row?.id ?? '', 'query', 'Kis ward mein janm hua?');
      await sms.receives(/Kis ward mein janm hua\?/);
      await sms.asks('Ward 84, Karol Bagh', /Ward 84/);
      await sms.asks('1', /daftar ko mil gaya|दफ़्तर को मिल गया/);
    });
    expect(onWhatsApp).toEqual([]);
    const bySms = await shownMeanwhile(sms, () => whatsapp.asks('kahan tak pahuncha', new RegExp(number)));
    expect(bySms).toEqual([]);
    await officer.decides(row?.id ?? '', 'approve');
    expect(Buffer.from((await sms.opens(/MCD-BIRTH/)).subarray(0, 5)).toString()).toBe('%PDF-');
    expect(await whatsapp.asks('kahan tak pahuncha', /जारी हुआ/)).not.toContain('इसी चैट में');
    expect(whatsapp.heard().some((each) => each.includes('/d/'))).toBe(false);
  });
});

describe('one complaint, begun on Telegram, finished at the kiosk and followed by SMS', () => {
  let telegram: EveryPhone;
  let sms: EveryPhone;
  let kiosk: EveryPhone;

  beforeAll(async () => {
    [telegram, sms] = [await phoneOn('telegram', 3), await phoneOn('sms', 3)];
  });

  it('is known at the kiosk by the number that was shared on Telegram, and goes on there', async () => {
    await telegram.asks('hamari gali mein kooda pada hai koi uthata nahi', /Shuru karein/);
    await telegram.asks('haan', /matlab hai|Kahan hai/);
    await platform.installation.standIns.telegram?.sendAs(telegramOf(3), { type: 'contact' });
    await telegram.receives(/number maloom|नंबर मालूम/);
    const shown = await shownMeanwhile(telegram, async () => {
      kiosk = await atTheKiosk(3, sms);
      await kiosk.receives(/आगे चलेगी[\s\S]*कूड़ा नहीं उठा/);
      await kiosk.asks('haan', /कहाँ है/);
      await kiosk.asks('gali 3, Karol Bagh', /और बताना/);
      await kiosk.asks('teen din se pada hai', /फ़ोटो/);
      await kiosk.asks('nahi hai', /जमा क/);
      await kiosk.asks('jama karo', /शिकायत दर्ज/);
    });
    expect(shown).toEqual([]);
  });

  it('comes back to Telegram by the code on the screen, and hears of the decision by SMS, as was wanted', async () => {
    await telegram.asks(await kiosk.takesCode(), /mil gaya|मिल गया/);
    await kiosk.close();
    await telegram.asks('sms par bhejo', /ख़बर SMS पर/);
    const inspector = await anOfficer(platform.url, 'inspector');
    const [file] = await inspector.files();
    const shown = await shownMeanwhile(telegram, async () => {
      await inspector.decides(file?.id ?? '', 'resolve', 'Kooda utha liya gaya');
      await sms.receives(/Kooda utha liya gaya/);
      await sms.asks('nahi hua', /फिर खोल/);
    });
    expect(shown).toEqual([]);
    await telegram.asks('kahan tak pahuncha', NUMBER);
  });
});
