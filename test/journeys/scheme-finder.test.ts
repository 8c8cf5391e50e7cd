import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aChat, type Chat } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';

/** In her own words, whatever is asked first. */
const answers: readonly (readonly [RegExp, string])[] = [
  [/kamai kitni/, '80 hazaar'],
  [/umar kitni/, '67'],
  [/kitne saal se rehte/, '12 saal se'],
  [/kya-kya laagu/, 'Inmein se kuch nahi'],
  [/sarkari karmchari/, 'nahi'],
  [/[Vv]ivah|shaadi|[Vv]aivahik/, 'vidhwa'],
  [/[Vv]arg|shreni|[Jj]aati/, 'general'],
  [/[Ll]ing|[Mm]ahila|[Pp]urush/, 'mahila'],
];

describe('an old widow who asks what the government gives her', () => {
  let platform: TestPlatform;
  let chat: Chat;

  beforeAll(async () => {
    platform = await aPlatform({ asDemo: true });
    chat = aChat(platform, { phone: '+910000000091' });
  });
  afterAll(() => platform.stop());

  it('answers a few questions in her own words, and is told what she may have and why not the rest', async () => {
    await chat.says('mere liye kaun si yojana hai');
    await chat.hears(/bina naam ke/);
    await chat.says('haan');
    for (let asked = 0; asked < 9; asked += 1) {
      const said = await chat.hears(/\(\d+\/\d+\)|poori ummeed hai/);
      if (/poori ummeed hai/.test(said)) break;
      const [, answer] = answers.find(([question]) => question.test(said)) ?? [undefined, said];
      await chat.says(answer);
    }
    const told = await chat.hears(/poori ummeed hai/);
    expect(told).toContain('Vridhavastha pension: ₹2,000 mahina');
    await chat.hears(/Yeh nahi milengi, aur kyon/);
    expect(chat.heard().join()).not.toContain('options mein nahi hai');
  });

  it('begins one of them with a tap and a yes', async () => {
    // The list stands under the last of several messages.
    await chat.hears(/Ujjwala \(gas\): free/);
    await chat.taps('Old age pension');
    await chat.hears(/60 saal se ₹2,000 mahina/);
    expect(chat.offered()).toContain('Haan, shuru karein');
    await chat.says('haan');
    await chat.hears(/\(1\/\d+\)/);
  });
});
