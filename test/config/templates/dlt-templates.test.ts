import { describe, expect, it } from 'vitest';
import type { HttpSmsSettings } from '#adapters/channels/http-sms/index.ts';
import { smsOf } from '#adapters/channels/http-sms/registered.ts';
import { inSentences } from '#application/notification/in-sentences.ts';
import { dltGaps, dltProblemsIn, dltTemplates, isRegistered, registeredTexts } from '#config/dlt-templates.ts';
import { resolveSettings } from '#config/environment.ts';
import { loadTemplates } from '#config/load-templates.ts';
import { loadTexts } from '#config/load-texts.ts';
import { smsProviders } from '#config/sms-providers/index.ts';
import { rupees } from '#domain/shared/money.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { translator } from '#test/kit/dialogue.ts';

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
    const pay = { ...(texts.en?.payment as object), link_sms: 'Please pay {{amount}} soon.' };
    expect(dltProblemsIn({ ...texts, en: { ...texts.en, payment: pay } })).toContain(
      'sms/payment_due/en: differs-from-sentence',
    );
  });

  it('is of the words that go out by SMS, with a payment and its link in one text', () => {
    const { use: _, optional: _optional, ...described } = smsProviders.msg91;
    const resolved = resolveSettings<HttpSmsSettings>(described, 'MSG91', {
      ...{ MSG91_AUTH_KEY: 'key', MSG91_CALLBACK_SECRET: 'secret' },
    });
    if (resolved.is === 'absent') throw new Error('half described');
    const link = { label: 'Pay', url: `https://sandesh.example/pay/${'a'.repeat(60)}` };
    const said = phrase('payment.link', { amount: { money: rupees(50) } });
    const text = translator.say(said, 'en', 'sms');
    const sentences = inSentences(said, { link }, 'en', translator.sentencesOf);
    const sent = smsOf({ text, link, sentences }, resolved.settings);
    expect(sent).toEqual([
      {
        text: `To pay: Rs 50. The receipt comes here.\nPay: ${link.url}`,
        registered: expect.objectContaining({ header: 'SANDES' }),
      },
    ]);
    expect(sent.every((sms) => isRegistered({ text: sms.text, templateId: sms.registered?.id ?? '' }))).toBe(true);
    expect(isRegistered({ text: `Win a prize. ${sent[0]?.text}`, templateId: sent[0]?.registered?.id ?? '' })).toBe(
      false,
    );
  });
});
