import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPlatform, type TestPlatform } from '#test/kit/a-platform.ts';
import { aPhone, channels, type EveryPhone, type PlayedChannel } from '#test/kit/every-phone.ts';

const NUMBER = /REVENUE-26-\d{7}-\d/;

/** A booking, in the words that a citizen says on any channel, and what is asked upon each: at the kiosk in Hindi letters. */
const untilOffice = [
  ['sdm office mein milne ka time chahiye', /Shuru karein|शुरू करें/],
  ['haan', /Kis baare mein|किस बारे में/],
  ['zameen', /vaakya|वाक्य/],
  ['Khet ki paimaish ke baare mein', /zile|ज़िले/],
  ['New Delhi', /SDM daftar|SDM दफ़्तर/],
] as const;
const fromOffice = [
  ['Chanakyapuri', /Kis din|किस दिन/],
  ['1', /kis samay|किस समय/],
  ['1', /poora naam|पूरा नाम/],
  ['Sunita Devi', /[Jj]ama k|जमा कर/],
  ['haan', NUMBER],
] as const;

describe('one booking on every channel', () => {
  let platform: TestPlatform;
  const phones: EveryPhone[] = [];
  const numbers = new Map<PlayedChannel, string>();

  beforeAll(async () => {
    platform = await aPlatform();
  });
  afterAll(async () => {
    for (const phone of phones) await phone.close();
    await platform.stop();
  });

  const phoneOn = async (channel: PlayedChannel, last: number): Promise<EveryPhone> => {
    const phone = await aPhone(platform, channel, last);
    phones.push(phone);
    return phone;
  };
  const answersOf = async (number: string | undefined): Promise<unknown> => {
    const filter = {
      services: ['sdm-office-appointment'],
      statuses: ['confirmed'],
      acknowledgementNumber: number ?? '',
    };
    const [filed] = await platform.store.applications.inOffice(filter, { limit: 1 });
    return filed?.snapshot().answers;
  };

  it.each(channels)('is made by %s, from the first message to its number', async (channel) => {
    const phone = await phoneOn(channel, channels.indexOf(channel));
    let said = '';
    for (const [text, words] of [...untilOffice, ...fromOffice]) said = await phone.asks(text, words);
    numbers.set(channel, NUMBER.exec(said)?.[0] ?? '');
  });

  it('files the same answers, whatever the channel', async () => {
    const [first, ...others] = await Promise.all(channels.map((channel) => answersOf(numbers.get(channel))));
    expect(first).toMatchObject({
      matter: 'land',
      brief: 'Khet ki paimaish ke baare mein',
      district: 'new-delhi',
      sub_division: 'chanakyapuri',
      appointment: '2026-03-17T10:00',
      applicant_name: 'Sunita Devi',
    });
    expect(others).toEqual(others.map(() => first));
    expect(new Set(numbers.values()).size).toBe(channels.length);
  });

  it('is begun on WhatsApp and goes on by SMS, at the question that was open', async () => {
    const [whatsapp, sms] = [await phoneOn('whatsapp', 8), await phoneOn('sms', 9)];
    for (const [text, words] of untilOffice) await whatsapp.asks(text, words);
    await sms.asks(await whatsapp.takesCode(), /SDM daftar/);
    const before = whatsapp.transcript();
    for (const [text, words] of fromOffice) await sms.asks(text, words);
    expect(whatsapp.transcript()).toBe(before);
  });
});
