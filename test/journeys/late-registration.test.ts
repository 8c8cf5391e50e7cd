import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../adapters/documents/pdf.ts';
import { paysAt } from '../kit/a-browser-payment.ts';
import { aChat, type Chat } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { anOfficer } from '../kit/an-officer.ts';
import { birthSlipPhoto, identityCard, otherLetter } from '../kit/papers.ts';

/** Forty days before the platform's today. */
const LONG_AGO = '04/02/2026';

describe('a birth registered late, with a fee, by a parent who changes the language', () => {
  let platform: TestPlatform;
  let chat: Chat;

  beforeAll(async () => {
    platform = await aPlatform();
    chat = aChat(platform, { phone: '+910000000002', name: 'Anil' });
  });
  afterAll(() => platform.stop());

  it('begins in English and goes on in Hindi when asked to', async () => {
    await chat.says('I need a birth certificate for my daughter');
    await chat.hears(/Shall we begin|Begin\?|start/i);
    await chat.says('yes');
    await chat.hears(/hospital’s birth slip/);
    await chat.says('मुझे हिंदी में बताइए');
    await chat.hears(/अस्पताल की पर्ची/);
  });

  it('asks for the affidavit that the law wants after thirty days, and for the fee', async () => {
    await chat.sendsPhoto(await birthSlipPhoto({ bornOn: LONG_AGO }));
    expect(await chat.hears(/सही है\?/)).toContain('4 फ़रवरी 2026');
    await chat.says('सब सही');
    await chat.hears(/आधार/);
    await chat.sendsPhoto(await identityCard(), 'image/png');
    await chat.hears(/बच्चे का नाम/);
    await chat.says('आरोही');
    await chat.hears(/क्या लगते हैं/);
    await chat.says('पिता');
    await chat.hears(/कहाँ रहते थे/);
    await chat.says('मकान 14, गली 3, करोल बाग, दिल्ली 110005');
    await chat.hears(/स्थायी पता/);
    await chat.says('वही');
    await chat.hears(/शपथ पत्र/);
    await chat.sendsPhoto(await otherLetter(), 'image/png');
    expect(await chat.hears(/₹/)).toContain('₹5');
    await chat.taps('form/submit');
    await chat.hears(/भुगतान के बाद रसीद/);
    expect(chat.lastLink()).toMatch(/\/pay\/[\w-]+$/);
  });

  it('is not filed until it is paid', async () => {
    const officer = await anOfficer(platform.url, 'registrar');
    expect(await officer.files()).toEqual([]);
  });

  it('is filed once the fee is there, with a receipt in the chat', async () => {
    const { backAt } = await paysAt(chat.lastLink() ?? '', 'success');
    expect(await (await fetch(backAt)).text()).toContain('₹5');
    await chat.receivesText(/फ़ीस मिल गई/);
    const receipt = await chat.receives(/रसीद/);
    const { text } = await openPdf(receipt.bytes);
    expect(text).toMatch(/MCD-2025-26-R-\d{6}/);
    expect(text).toMatch(/₹ ?5/);
    const officer = await anOfficer(platform.url, 'registrar');
    expect(await officer.files()).toHaveLength(1);
  });

  it('ends with the certificate, whose words are Hindi and English', async () => {
    const officer = await anOfficer(platform.url, 'registrar');
    const [row] = await officer.files();
    await officer.decides(row?.id ?? '', 'approve');
    const certificate = await chat.receives(/जारी हो गया/);
    const { text } = await openPdf(certificate.bytes);
    expect(text).toContain('Sunita Devi');
    expect(text).toMatch(/[\u0900-\u097f]/);
    expect(text).toContain('04-02-2026');
  });
});
