import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../adapters/documents/pdf.ts';
import { paysAt } from '../kit/a-browser-payment.ts';
import { aChat, type Chat } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';

describe('paying some of the challans of a car', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await aPlatform({ now: '2026-11-23T05:30:00Z' });
  });
  afterAll(() => platform.stop());

  const asks = async (phone: string, account: string): Promise<Chat> => {
    const chat = aChat(platform, { phone });
    await chat.says('challan bharna hai');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    await chat.hears(/number kya hai/);
    await chat.says(account);
    return chat;
  };

  it('takes the numbers, and receipts each challan by its own number', async () => {
    const chat = await asks('+910000000301', 'DL8CAB1234');
    await chat.hears(/Kul ₹3,500/);
    await chat.says('1 aur 3');
    await chat.hears(/₹2,500/);
    await chat.says('haan');
    await chat.hears(/Payment ke baad raseed/);
    await paysAt(chat.lastLink() ?? '', 'success');
    const { text } = await openPdf((await chat.receives(/raseed/i)).bytes);
    expect(text).toContain('DL990000126090011');
    expect(text).toContain('DL990000126110042');
    expect(text).not.toContain('DL990000126100027');
  });

  it('shows only what is left to whoever asks again', async () => {
    const chat = await asks('+910000000302', 'DL8CAB1234');
    expect(await chat.hears(/Kul ₹1,000/)).not.toContain('3,500');
  });

  it('shows the one that is before the court, and takes no money for it', async () => {
    const chat = await asks('+910000000303', 'DL3SCX5678');
    expect(await chat.hears(/Kul ₹1,000/)).toMatch(/court mein hai/);
  });
});
