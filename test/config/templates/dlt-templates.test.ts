import { describe, expect, it } from 'vitest';
import type { HttpSmsSettings } from '#adapters/channels/http-sms/index.ts';
import { textsToSend } from '#adapters/channels/http-sms/registered.ts';
import { dltGaps, dltProblemsIn, dltTemplates, registeredTexts } from '#config/dlt-templates.ts';
import { resolveSettings } from '#config/environment.ts';
import { loadTemplates } from '#config/load-templates.ts';
import { loadTexts } from '#config/load-texts.ts';
import { smsProviders } from '#config/sms-providers/index.ts';

const texts = await loadTexts();

describe('the registry of SMS texts', () => {
  it('holds every sentence that we say of our own accord, as it is said, in every language that is whole', async () => {
    // What is missing is written by npm run templates -- --draft.
    expect(dltGaps(await loadTemplates())).toEqual([]);
    expect(dltProblemsIn(texts)).toEqual([]);
  });

  it('names each id and each sentence once', () => {
    const ids = registeredTexts.map(({ id }) => id);
    const served = dltTemplates.map(({ serves }) => serves);
    expect([new Set(ids).size, new Set(served).size]).toEqual([ids.length, served.length]);
  });

  it('notices a sentence that was changed and not registered again', () => {
    const pay = { ...(texts.en?.payment as object), link: 'Please pay {{amount}} soon.' };
    expect(dltProblemsIn({ ...texts, en: { ...texts.en, payment: pay } })).toContain(
      'sms/payment_due/en: differs-from-sentence',
    );
  });

  it('has a text for a payment with its link, and sends the sentence alone where choices are not registered', () => {
    const { use: _, optional: _optional, ...described } = smsProviders.msg91;
    const resolved = resolveSettings<HttpSmsSettings>(described, 'MSG91', {
      ...{ MSG91_AUTH_KEY: 'key', MSG91_CALLBACK_SECRET: 'secret' },
    });
    if (resolved.is === 'absent') throw new Error('half described');
    const { settings } = resolved;
    const link = { label: 'Pay', url: `https://sandesh.example/pay/${'a'.repeat(60)}` };
    const pay = '₹50 are to be paid. The link opens the payment page; the receipt comes here.';
    expect(textsToSend({ text: pay, link }, settings)).toEqual([
      `Rs 50 are to be paid. The link opens the payment page; the receipt comes here.\nPay: ${link.url}`,
    ]);
    const paid = '₹50 received. The receipt comes here. You need not pay again.';
    expect(textsToSend({ text: paid, choices: [{ id: 'menu', label: 'Menu' }] }, settings)).toEqual([
      'Rs 50 received. The receipt comes here. You need not pay again.',
    ]);
  });
});
