import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '#test/adapters/documents/pdf.ts';
import { aPlatform, type TestPlatform } from '#test/kit/a-platform.ts';
import { anOfficer } from '#test/kit/an-officer.ts';
import { asksForBirth, FEE_PAID } from '#test/kit/birth-on-every-channel.ts';
import { aPhone, channels, type EveryPhone, type PlayedChannel } from '#test/kit/every-phone.ts';

const NUMBER = /MCD-26-\d{7}-\d/;
const DOCUMENT = /MCD-BIRTH-\d\d-\d{7}-[A-Z0-9]{5}/;

/** One child cannot be registered twice: each channel has a mother of its own, and all else is the same. */
const mothers: Readonly<Record<PlayedChannel, string>> = {
  whatsapp: 'Sunita Devi',
  sms: 'Kamla Devi',
  telegram: 'Meena Devi',
  kiosk: 'Anita Devi',
};

describe('one birth certificate with a paper, a form and a fee, on every channel', () => {
  let platform: TestPlatform;
  const phones = new Map<PlayedChannel, EveryPhone>();
  const numbers = new Map<PlayedChannel, string>();

  beforeAll(async () => {
    platform = await aPlatform({ environment: { WHATSAPP_PAYMENT_CONFIGURATION: 'delhi-razorpay' } });
  });
  afterAll(async () => {
    for (const phone of phones.values()) await phone.close();
    await platform.stop();
  });

  const phoneOn = (channel: PlayedChannel): EveryPhone => {
    const phone = phones.get(channel);
    if (!phone) throw new Error(`nobody has spoken by ${channel}`);
    return phone;
  };
  it.each(channels)('is asked for by %s', async (channel) => {
    const phone = await aPhone(platform, channel, channels.indexOf(channel));
    phones.set(channel, phone);
    await asksForBirth(phone, channel, { motherName: mothers[channel], bornOn: '20/02/2026' });
    numbers.set(channel, NUMBER.exec(await phone.pays(FEE_PAID))?.[0] ?? '');
  });

  it.each(channels)('gives a receipt by %s, as it opens there', async (channel) => {
    const { text } = await openPdf(await phoneOn(channel).opens(/raseed|रसीद/i));
    expect(text).toMatch(/₹ ?12/);
    expect(text).toContain(numbers.get(channel));
  });

  it('keeps the same answers and papers, whatever the channel', async () => {
    const kept = await Promise.all(
      channels.map(async (channel) => {
        const [filed] = await platform.store.applications.inOffice(
          {
            services: ['birth-certificate'],
            statuses: ['submitted'],
            acknowledgementNumber: numbers.get(channel) ?? '',
          },
          { limit: 1 },
        );
        const { answers, papers, fee } = filed?.snapshot() ?? {};
        expect(answers?.mother_name).toBe(mothers[channel]);
        return { answers: { ...answers, mother_name: '' }, papers: papers?.map(({ requirement }) => requirement), fee };
      }),
    );
    expect(kept).toEqual(channels.map(() => kept[0]));
    expect(kept[0]).toMatchObject({ answers: { child_dob: '2026-02-20', copies: '3' }, fee: { paise: 1200 } });
    expect(new Set(numbers.values()).size).toBe(channels.length);
  });

  it('comes by each channel once an officer has approved: the same document, genuine to anybody who asks', async () => {
    const officer = await anOfficer(platform.url, 'registrar');
    for (const { id } of await officer.files()) await officer.decides(id, 'approve');
    const printed = await Promise.all(
      channels.map(async (channel) => {
        const { text } = await openPdf(await phoneOn(channel).opens(DOCUMENT));
        const number = DOCUMENT.exec(text)?.[0] ?? '';
        const seen = await fetch(`${platform.url}/v/${number}`, { headers: { accept: 'application/json' } });
        expect(await seen.json()).toMatchObject({ number, status: 'genuine' });
        expect(text).toContain(mothers[channel]);
        return { number, words: text.replaceAll(number, '').replaceAll(mothers[channel], '') };
      }),
    );
    expect(new Set(printed.map(({ number }) => number)).size).toBe(channels.length);
    expect(printed.map(({ words }) => words)).toEqual(channels.map(() => printed[0]?.words));
  });
});
