import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPlatform, type TestPlatform } from '#test/kit/a-platform.ts';

interface Played {
  says(text: string): Promise<unknown>;
  /** What the phone shows of ours, the oldest first. */
  heard(): readonly string[];
}

const wordsOf = (message: Readonly<Record<string, unknown>>): string => JSON.stringify(message);
const fromUs = <Entry extends { readonly direction: string }>(entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ direction }) => direction === 'from-us');

describe('one service on every channel', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await aPlatform();
  });
  afterAll(() => platform.stop());

  /** A phone in the demo, where every provider is played. */
  function phoneOf(channel: string, last: number): Played {
    const { graph: whatsapp } = platform;
    const { sms, telegram } = platform.installation.standIns;
    if (!sms || !telegram) throw new Error('not every channel is played');
    const phone = `+91000000070${last}`;
    const id = 9_000_000_700 + last;
    if (channel === 'whatsapp')
      return {
        says: (text) => whatsapp.sendAs({ phone }, { type: 'text', text }),
        heard: () => fromUs(whatsapp.transcript(phone)).map(({ message }) => wordsOf(message)),
      };
    if (channel === 'sms')
      return {
        says: (text) => sms.sendAs(phone, text),
        heard: () => fromUs(sms.transcript(phone)).map(({ text }) => text),
      };
    return {
      says: (text) => telegram.sendAs({ id }, { type: 'text', text }),
      heard: () => fromUs(telegram.transcript(id)).map(({ message }) => wordsOf(message)),
    };
  }

  /** Says it, and waits for something new with these words. */
  async function asks(phone: Played, text: string, words: RegExp): Promise<string> {
    const before = phone.heard().length;
    await phone.says(text);
    return await expect
      .poll(
        () =>
          phone
            .heard()
            .slice(before)
            .find((each) => words.test(each)),
        { timeout: 20_000, interval: 20 },
      )
      .toBeDefined()
      .then(
        () =>
          phone
            .heard()
            .slice(before)
            .find((each) => words.test(each)) ?? '',
      );
  }

  const untilPlace = [
    ['hamari gali mein kooda pada hai koi uthata nahi', /Shuru karein/],
    ['haan', /matlab hai: Kooda nahi utha/],
    ['haan', /Kahan hai/],
  ] as const;
  /** Whatever is asked next: which words fit a place is tested with the talk itself. */
  const fromPlace = [['Gali 5, Karol Bagh, New Delhi 110005', /\S/]] as const;

  it.each([
    ['whatsapp', 1],
    ['sms', 2],
    ['telegram', 3],
  ])('is begun by %s in the same words', async (channel, last) => {
    const phone = phoneOf(channel, last);
    for (const [text, words] of [...untilPlace, ...fromPlace]) await asks(phone, text, words);
  });

  it('is begun on WhatsApp and goes on by SMS, at the question that was open', async () => {
    const [whatsapp, sms] = [phoneOf('whatsapp', 4), phoneOf('sms', 5)];
    for (const [text, words] of untilPlace) await asks(whatsapp, text, words);
    const said = await asks(whatsapp, 'dusre phone par', /EK-[A-Z0-9]{4}-[A-Z0-9]{4}/);
    const [code = ''] = /EK-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(said) ?? [];
    await asks(sms, code, /Kahan hai/);
    const before = whatsapp.heard().length;
    for (const [text, words] of fromPlace) await asks(sms, text, words);
    expect(whatsapp.heard()).toHaveLength(before);
  });
});
