import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../adapters/documents/pdf.ts';
import { paysAt } from '../kit/a-browser-payment.ts';
import { aChat, type Chat } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';

const TWO_YEARS_OWED = '112000700000158';
const ONE_YEAR_OWED = '112000700000041';
const NOTHING_OWED = '134000800000223';

describe('paying property tax', () => {
  let platform: TestPlatform;
  let people = 0;

  beforeAll(async () => {
    platform = await aPlatform({ now: '2026-11-23T05:30:00Z' });
  });
  afterAll(() => platform.stop());

  const aPayer = async (account: string): Promise<Chat> => {
    people += 1;
    const chat = aChat(platform, { phone: `+91000000020${people}` });
    await chat.says('house tax bharna hai');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    await chat.hears(/UPIC/);
    await chat.says(account);
    return chat;
  };
  /** As far as the link, for an account on which nothing was paid yet. */
  const aLink = async (account: string): Promise<{ chat: Chat; link: string }> => {
    const chat = await aPayer(account);
    await chat.hears(/Kul/);
    await chat.taps('bill/pay/full');
    await chat.hears(/Payment ke baad raseed/);
    return { chat, link: chat.lastLink() ?? '' };
  };
  const receipts = async (): Promise<number> =>
    (await platform.store.auditLog.after(0, 1000)).filter(({ what }) => what === 'PaymentSettled').length;

  it('shows the bill without telling whose house it is', async () => {
    const chat = await aPayer(TWO_YEARS_OWED);
    const bill = await chat.hears(/Kul ₹10,080/);
    expect(bill).not.toContain('राम अवतार शुक्ल');
    expect(bill).not.toContain(TWO_YEARS_OWED);
    expect(bill).toContain('₹5,232');
  });

  it('says what to do about a wrong account, and that nothing is owed where nothing is', async () => {
    const chat = await aPayer('999999999999999');
    await chat.hears(/koi bill nahi mila/);
    await chat.says(NOTHING_OWED);
    await chat.hears(/kuch bakaya nahi/);
    await chat.says(TWO_YEARS_OWED);
    await chat.hears(/Kul ₹10,080/);
  });

  it('lets a declined payment be tried again with the same link, and sends one receipt', async () => {
    const { chat, link } = await aLink(ONE_YEAR_OWED);
    await paysAt(link, 'declined');
    await chat.receivesText(/Bank ne mana kiya/);
    await chat.says('phir se koshish');
    await chat.hears(/Payment ke baad raseed/);
    await paysAt(chat.lastLink() ?? '', 'success');
    const receipt = await chat.receives(/raseed/i);
    const { text } = await openPdf(receipt.bytes);
    expect(text).toMatch(/4,848/);
    const number = /MCD-[\w-]*R-\d+/.exec(receipt.text)?.[0] ?? '';
    const verified = await fetch(`${platform.url}/v/${number}`, { headers: { accept: 'application/json' } });
    expect(await verified.json()).toMatchObject({ number });
  });

  it('shows nothing to pay to whoever comes to a link that is paid', async () => {
    const { chat, link } = await aLink('145002300000918');
    await paysAt(link, 'success');
    await chat.receives(/raseed/i);
    await expect(paysAt(link, 'success')).rejects.toThrow('shows no way to pay');
    await chat.says('house tax bharna hai');
    await chat.hears(/UPIC/);
    await chat.says('145002300000918');
    await chat.hears(/kuch bakaya nahi/);
  });

  it('says that the bank has not confirmed yet, and then that it has', async () => {
    const { chat, link } = await aLink('087001100000305');
    const { checkout } = await paysAt(link, 'pending');
    await chat.receivesText(/pushti abhi nahi/);
    await expect(paysAt(link, 'success')).rejects.toThrow('shows no way to pay');
    await paysAt(checkout, 'success');
    await chat.receives(/raseed/i);
  });

  it('sends one receipt for a callback that comes twice', async () => {
    const before = await receipts();
    const { chat, link } = await aLink('162000200000077');
    await paysAt(link, 'twice');
    await chat.receives(/raseed/i);
    await chat.says('kahan tak pahuncha');
    await chat.hears(/MCD-26/);
    expect(chat.heard().filter((text) => /raseed, no/i.test(text))).toHaveLength(1);
    expect((await receipts()) - before).toBe(1);
  });

  it('takes a callback that comes late', async () => {
    const { chat, link } = await aLink('213004500001204');
    await paysAt(link, 'late', 1);
    await chat.receives(/raseed/i);
    expect(chat.heard().filter((text) => /raseed, no/i.test(text))).toHaveLength(1);
  });

  it('finds a payment of which the gateway never told', async () => {
    const { chat, link } = await aLink('056001900000462');
    await paysAt(link, 'silent');
    await platform.passes(6);
    await platform.reconcile();
    await chat.receives(/raseed/i);
    await platform.reconcile();
    expect(chat.heard().filter((text) => /raseed, no/i.test(text))).toHaveLength(1);
  });

  it('sends money back that two people paid for the same house', async () => {
    const first = await aLink('134000500000037');
    const second = await aLink('134000500000037');
    await paysAt(first.link, 'success');
    await first.chat.receives(/raseed/i);
    await paysAt(second.link, 'success');
    await second.chat.receivesText(/lautenge/);
    expect(second.chat.heard().filter((text) => /raseed, no/i.test(text))).toHaveLength(0);
  });
});
