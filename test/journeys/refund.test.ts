import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ports } from '#config/ports.ts';
import type { Submission } from '#domain/conversation/event.ts';
import { paysAt } from '../kit/a-browser-payment.ts';
import { aChat, type Chat } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';

const HALL = 'community-hall-booking';
const booking: Submission = {
  applicationId: '01890000-0000-7000-8000-00000000ab01',
  serviceId: HALL,
  definitionVersion: '2026-11-25',
  answers: {
    event_type: 'marriage',
    mcd_zone: 'central',
    hall: 'jangpura',
    guests: '100',
    days: '1',
    event_date: '2026-04-20T09:00',
    concession: 'none',
    applicant_name: 'Asha Invented',
  },
  papers: [],
};

/** Somebody, as far as the link to his house tax. */
const aPayer = async (platform: TestPlatform, phone: string, account: string): Promise<Chat> => {
  const payer = aChat(platform, { phone });
  await payer.says('house tax bharna hai');
  await payer.hears(/Shuru karein/);
  await payer.says('haan');
  await payer.hears(/UPIC/);
  await payer.says(account);
  await payer.hears(/Kul/);
  await payer.taps('bill/pay/full');
  await payer.hears(/Payment ke baad raseed/);
  return payer;
};

describe('giving money back', () => {
  let platform: TestPlatform;
  let chat: Chat;

  beforeAll(async () => {
    platform = await aPlatform();
    chat = aChat(platform, { phone: '+910000000061' });
  });
  afterAll(() => platform.stop());

  /** As after the form, which other journeys fill in. */
  const books = async (): Promise<void> => {
    await chat.says('namaste, kya kya seva hai');
    await chat.hears(/./);
    const { container } = platform.installation;
    const [asha] = await platform.store.citizens.behind([
      { channel: 'whatsapp', kind: 'phone', address: '+910000000061' },
    ]);
    if (!asha) throw new Error('nobody wrote');
    const consent = { purpose: HALL, noticeVersion: 'notice-1', language: 'hi-Latn', channel: 'whatsapp' };
    await container.get(Ports.consenting).give({ citizenId: asha, ...consent });
    await container.get(Ports.applying).submit(asha, booking);
    platform.store.wakeup.wake('jobs');
  };

  it('returns the share of a cancelled hall through the gateway, and says at each step where it stands', async () => {
    await books();
    await chat.receivesText(/Payment ke baad raseed/);
    await paysAt(chat.lastLink() ?? '', 'success');
    await chat.receives(/parchi no/);
    await chat.taps(`booking/${booking.applicationId}/cancel`);
    await chat.hears(/radd karein\?/i);
    await chat.taps('Haan, radd karein');
    const returned = await chat.receivesText(/wahin lautega/);
    expect(returned).toContain('7 din');

    await chat.says('mera aavedan kahan tak pahuncha');
    const amount = /₹[\d,]+/.exec(returned)?.[0] ?? '';
    expect(await chat.hears(/radd hui/)).toContain(`${amount} wahin lautenge`);

    await platform.passes(6);
    await platform.reconcile();
    expect(await chat.receivesText(/lauta diye gaye/)).toContain(amount);
    await chat.says('mera aavedan kahan tak pahuncha');
    await chat.hears(/ko lauta diye gaye/);
    const audit = (await platform.store.auditLog.after(0, 1000)).map(({ what }) => what);
    expect(audit).toEqual(expect.arrayContaining(['FeeReturned', 'RefundAsked', 'RefundDone']));
  });

  it('says what came, what was due and what happens when a wrong amount comes, and takes the right one anew', async () => {
    const payer = await aPayer(platform, '+910000000062', '112000700000041');
    await paysAt(payer.lastLink() ?? '', 'short');
    const said = await payer.receivesText(/jabki/);
    expect(said).toContain('₹4,367 aaye, jabki ₹4,368 bharne the');
    expect(said).toContain('7 din');
    await platform.logs(/payment\.mismatched/);

    await payer.taps('Phir koshish karein');
    await payer.hears(/Payment ke baad raseed/);
    await paysAt(payer.lastLink() ?? '', 'success');
    await payer.receives(/raseed/i);
    await payer.says('mera payment kahan tak pahuncha');
    await payer.hears(/₹4,367 wahin lautenge/);
  });

  it('keeps one and gives back the other where the money comes twice by one link', async () => {
    const payer = await aPayer(platform, '+910000000063', '145002300000918');
    await paysAt(payer.lastLink() ?? '', 'double');
    await payer.receivesText(/dobara aa gaye/);
    await payer.receives(/raseed/i);
    await platform.passes(6);
    await platform.reconcile();
    await payer.receivesText(/lauta diye gaye/);
    const receipts = payer.heard().flatMap((text) => /raseed, no\. (\S+)\./.exec(text)?.[1] ?? []);
    expect(new Set(receipts).size).toBe(1);
  });
});

describe('a demand that can be paid by the link and by an order in the chat', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await aPlatform({
      environment: {
        WHATSAPP_PAYMENT_CONFIGURATION: 'delhi-razorpay',
      },
    });
  });
  afterAll(() => platform.stop());

  /** Somebody with an order in his chat, its reference, and the page of the link for the same payment. */
  const withOrder = async (phone: string, account: string) => {
    const payer = await aPayer(platform, phone, account);
    const order = platform.graph
      .transcript(phone)
      .findLast(({ message }) => /order_details/.test(JSON.stringify(message)));
    const reference = /"reference_id":"(\w{32})"/.exec(JSON.stringify(order?.message))?.[1] ?? '';
    const paymentId = reference.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    return { payer, reference, link: `${platform.url}/pay/${paymentId}` };
  };

  it('cannot be paid in the chat any more once it was paid by the link', async () => {
    const { payer, reference, link } = await withOrder('+910000000064', '112000700000041');
    await paysAt(link, 'success');
    await payer.receives(/raseed/i);
    expect(platform.graph.orderState(reference)).toBe('completed');
    expect(() => platform.graph.pay(reference)).toThrow('closed');
  });

  it('is paid once where both come all the same: of the two sums one counts and the other goes back', async () => {
    const { payer, reference, link } = await withOrder('+910000000065', '145002300000918');
    const page = (await fetch(link, { redirect: 'manual' })).headers.get('location') ?? '';
    expect(await platform.graph.pay(reference)).toBe(200);
    await payer.receives(/raseed/i);
    await paysAt(page, 'success');
    await payer.receivesText(/dobara aa gaye/);
    await platform.logs(/payment\.paid-twice/);
    await platform.passes(6);
    await platform.reconcile();
    await payer.receivesText(/lauta diye gaye/);
  });

  it('gives back the second sum also when nobody tells of it', async () => {
    const { payer, reference, link } = await withOrder('+910000000066', '162000200000077');
    const page = (await fetch(link, { redirect: 'manual' })).headers.get('location') ?? '';
    expect(await platform.graph.pay(reference)).toBe(200);
    await payer.receives(/raseed/i);
    await paysAt(page, 'silent');
    await platform.passes(20);
    await platform.reconcile();
    await payer.receivesText(/dobara aa gaye/);
    await platform.passes(6);
    await platform.reconcile();
    await payer.receivesText(/lauta diye gaye/);
  });
});
