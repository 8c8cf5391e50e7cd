import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aChat, type Chat } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { anOfficer, type TestOfficer } from '../kit/an-officer.ts';
import { otherLetter } from '../kit/papers.ts';

describe('a complaint about rubbish in the street', () => {
  let platform: TestPlatform;
  let chat: Chat;
  let inspector: TestOfficer;

  beforeAll(async () => {
    platform = await aPlatform({ asDemo: true });
    chat = aChat(platform, { phone: '+910000000003' });
    inspector = await anOfficer(platform.url, 'inspector');
  });
  afterAll(() => platform.stop());

  const open = async (): Promise<string> => (await inspector.files())[0]?.id ?? '';

  it('takes words, a place and a photo, and gives a number and a day', async () => {
    await chat.says('hamari gali mein kooda pada hai koi uthata nahi');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    // What he began with is known: one yes instead of a list of eleven.
    await chat.hears(/matlab hai: Kooda nahi utha\?/);
    await chat.sends({ type: 'location', latitude: 28.6519, longitude: 77.1909, name: 'Karol Bagh' });
    expect(await chat.hears(/matlab hai: Kooda nahi utha\?/)).toContain('Karol Bagh');
    await chat.says('haan');
    await chat.hears(/Kuch aur batana hai/);
    await chat.sendsPhoto(await otherLetter(), 'image/png');
    await chat.hears(/Kuch aur batana hai/);
    await chat.says('teen din se pada hai');
    await chat.hears(/dekh lijiye/);
    await chat.says('jama kar do');
    expect(await chat.hears(/Shikayat darj ho gayi/)).toContain('17 March 2026 (mangalvar)');
  });

  it('goes to a person of the office in the middle, and back to the question that was open', async () => {
    await chat.says('gali mein phir se kooda hai');
    await chat.hears(/matlab hai|Kahan/);
    await chat.says('kisi se baat karni hai');
    await chat.hears(/Daftar/);
    const [row] = await inspector.talks();
    await inspector.takes(row?.id ?? '');
    await chat.receivesText(/aapki baat padh rahe hain/);
    const earlier = (await inspector.readsEarlier(row?.id ?? '')).lines.map(({ text }) => text);
    expect(earlier).toContain('gali mein phir se kooda hai');
    expect(earlier).toContain('teen din se pada hai');
    await chat.says('gaadi roz aati hi nahi');
    await inspector.writes(row?.id ?? '', 'Kal subah gaadi bhejenge');
    await chat.receivesText(/Kal subah gaadi bhejenge/);
    const { lines } = await inspector.reads(row?.id ?? '');
    expect(lines.map(({ text }) => text)).toContain('gaadi roz aati hi nahi');
    const photo = await otherLetter();
    await chat.sendsPhoto(photo, 'image/png');
    const sent = await vi.waitFor(async () => {
      const { file } = (await inspector.reads(row?.id ?? '')).lines.at(-1) ?? {};
      if (!file) throw new Error('the photo is not here yet');
      return file;
    }, 10_000);
    expect(Buffer.from(await inspector.opensFile(row?.id ?? '', sent.id)).equals(Buffer.from(photo))).toBe(true);
    await inspector.ends(row?.id ?? '');
    expect(await chat.receivesText(/Adhikari ne baat poori ki/)).toMatch(/matlab hai|Kahan|kahan/);
    await chat.says('radd karo');
    await chat.hears(/radd/i);
    await chat.says('haan');
  });

  it('reaches the inspector with its place and photo, and nobody of another office', async () => {
    const file = await inspector.open(await open());
    expect(file.answers.map(({ value }) => value)).toContain('teen din se pada hai');
    expect(file.papers).toHaveLength(1);
    expect(file.may).toContain('resolve');
    const registrar = await anOfficer(platform.url, 'registrar');
    expect((await registrar.files()).every(({ service }) => !/complaint/i.test(service))).toBe(true);
  });

  it('is opened again when the citizen says that nothing was done, and closed when he says that it was', async () => {
    await inspector.decides(await open(), 'resolve', 'Kooda utha liya gaya');
    await chat.receivesText(/Kooda utha liya gaya/);
    // The photo goes before the words, which have buttons.
    const { bytes } = await chat.receives(/^$/);
    expect([...bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(await inspector.files()).toHaveLength(0);
    await chat.says('nahi hua');
    await chat.hears(/phir khol di/);
    await inspector.decides(await open(), 'resolve', 'Ab gaadi bhej kar uthaya');
    await chat.receivesText(/Ab gaadi bhej kar uthaya/);
    await chat.says('haan ho gaya');
    await chat.hears(/band ki gayi/);
    expect(await inspector.files('done')).toHaveLength(1);
  });
});
