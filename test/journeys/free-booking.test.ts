import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../adapters/documents/pdf.ts';
import { aChat, type Chat, type ReceivedDocument } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { anOfficer } from '../kit/an-officer.ts';

const TUESDAY_ELEVEN = '2026-03-17T11:00';
const OFFICE = 'sdm-office-appointment/karol-bagh';

/** As far as the question which day. */
async function asksForATime(chat: Chat): Promise<void> {
  await chat.says('sdm office mein appointment chahiye');
  await chat.hears(/Shuru karein/);
  await chat.says('haan');
  await chat.hears(/Kis baare mein/);
  await chat.says('shadi ka registration');
  await chat.hears(/Ek-do vaakya/);
  await chat.says('shaadi ke kaagaz dikhane hain');
  await chat.hears(/kis zile/);
  await chat.says('Central');
  await chat.hears(/Kaun sa SDM daftar/);
  await chat.says('Karol Bagh');
  await chat.hears(/Kis din/);
}

const numberOn = ({ text }: ReceivedDocument): string => /REVENUE-SDM-[\w-]+/.exec(text)?.[0] ?? '';

describe('an appointment at an office, free of charge', () => {
  let platform: TestPlatform;
  let chat: Chat;
  let slip: ReceivedDocument;

  beforeAll(async () => {
    platform = await aPlatform({ asDemo: true });
    chat = aChat(platform, { phone: '+910000000071' });
  });
  afterAll(() => platform.stop());

  const standingOf = async (number: string): Promise<unknown> =>
    (await fetch(`${platform.url}/v/${number}`, { headers: { accept: 'application/json' } })).json();

  it('is chosen by its day and hour, and kept while the rest is told', async () => {
    await asksForATime(chat);
    await chat.taps('mangalvar, 17 March');
    await chat.hears(/17 March 2026 \(mangalvar\): kis samay\?/);
    await chat.says('11 baje');
    expect(await chat.hears(/11:00 baje aapke liye 15 minute roka gaya hai/)).toContain('poora naam');
    await chat.says('Asha Rani');
    expect(await chat.hears(/Ek baar dekh lijiye/)).toContain('Din aur samay: 17 March 2026 (mangalvar), 11:00 baje');
  });

  it('is confirmed by a yes, with a slip that anybody can check', async () => {
    await chat.says('haan');
    await chat.hears(/Book ho gaya.*REVENUE-26-/);
    slip = await chat.receives(/Aapki parchi no\..*17 March 2026 \(mangalvar\), 11:00 baje/);
    expect((await openPdf(slip.bytes)).text).toContain('Asha Rani');
    expect(await standingOf(numberOn(slip))).toMatchObject({ status: 'genuine' });
    const window = await anOfficer(platform.url, 'window');
    const [row] = await window.files('waiting');
    expect((await window.open(row?.id ?? '')).may).toContain('attend');
  });

  it('is moved once, in plain words; the old slip no longer counts', async () => {
    await chat.says('samay badalna hai');
    await chat.hears(/Kis din/);
    await chat.says('parson 10:30 baje');
    await chat.hears(/samay badal gaya/);
    const second = await chat.receives(/Aapki parchi no\..*18 March 2026 \(budhvar\), 10:30 baje/);
    expect(await standingOf(numberOn(slip))).toMatchObject({ status: 'replaced' });
    expect(await standingOf(numberOn(second))).toMatchObject({ status: 'genuine' });
    slip = second;
    await chat.says('appointment ka samay badalna hai');
    expect(await chat.hears(/18 March 2026 \(budhvar\), 10:30 baje ke liye book hai/)).toBeDefined();
    expect(chat.offered()).not.toContain('Samay badlein');
  });

  it('is cancelled after one more yes, and says so', async () => {
    await chat.says('booking radd karni hai');
    await chat.hears(/Radd karein\?/);
    await chat.taps('Haan, radd karein');
    await chat.hears(/Booking radd ho gayi/);
    await chat.says('kahan tak pahuncha');
    await chat.hears(/booking .*16.* ko radd hui/);
    await expect.poll(() => standingOf(numberOn(slip))).toMatchObject({ status: 'revoked' });
  });

  it('goes to one of two who want the last place at once, and shows the other what else is free', async () => {
    const places = Array.from({ length: 9 }, (_, at) => at + 1);
    for (const by of places.slice(1))
      await platform.store.places.hold(
        { resource: OFFICE, slots: [TUESDAY_ELEVEN], places },
        `01890000-0000-7000-8000-0000000000${by}0`,
        '2026-03-17T00:00:00Z',
        '2026-03-16T05:30:00Z',
      );
    const two = ['+910000000072', '+910000000073'].map((phone) => aChat(platform, { phone }));
    await Promise.all(two.map(asksForATime));
    await Promise.all(two.map((each) => each.says('kal 11 baje')));
    const said = await Promise.all(two.map((each) => each.hears(/aapke liye 15 minute roka gaya hai|kisi aur ne/)));
    expect(said.filter((text) => /roka gaya hai/.test(text))).toHaveLength(1);
    const late = two[said.findIndex((text) => /kisi aur ne/.test(text))] as Chat;
    await late.hears(/Kis din/);
    await late.says('kal 11 baje');
    await late.hears(/woh samay khaali nahi/);
    expect(late.offered()).not.toContain('11:00 baje');
    await late.taps('11:30 baje');
    await late.hears(/11:30 baje aapke liye 15 minute roka gaya hai/);
  });
});
