import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTranslator } from '#adapters/translation/i18next/index.ts';
import type { Language } from '#domain/shared/language.ts';
import { paise, rupees } from '#domain/shared/money.ts';
import { lines, type PhraseValue, phrase, verbatim } from '#domain/shared/phrase.ts';

const calendar = (month: string, weekday: string) => ({
  dayWithWeekday: '{{day}} {{month}} {{year}} ({{weekday}})',
  months: { 3: month },
  weekdays: { 4: weekday },
});

const texts = {
  en: {
    calendar: calendar('March', 'Thursday'),
    list: { joined: '{{most}} and {{last}}' },
    talk: { cannotSay: 'A mistake of ours.', value: '{{value}}', only: 'Only in English', branch: { leaf: 'x' } },
    label: { pay: 'Pay {{total}}', same: 'UPI' },
  },
  hi: {
    calendar: calendar('मार्च', 'गुरुवार'),
    list: { joined: '{{most}} और {{last}}' },
    talk: { cannotSay: 'हमारी ग़लती।', value: '{{value}}', hindi: 'सिर्फ़ हिन्दी में' },
    label: { pay: '{{total}} भरें', same: 'UPI' },
  },
  'hi-Latn': { calendar: calendar('March', 'guruvar'), talk: { value: '{{value}}' } },
};

const installed = [
  { code: 'hi', fallback: ['en'] },
  { code: 'en', fallback: ['hi'] },
  { code: 'hi-Latn', fallback: ['hi', 'en'] },
];
const languages = installed.map(({ code }) => code);

const opened = () => {
  const missing: string[] = [];
  return { missing, ...openTranslator(texts, installed, (key, language) => missing.push(`${language} ${key}`)) };
};
const shown = (value: PhraseValue, language: Language = 'en') =>
  opened().say(phrase('talk.value', { value }), language);

describe('a variant', () => {
  const said = { en: { talk: { hello: 'Good morning, {{name}}', hello_sms: 'Hi {{name}}', bye: 'Bye' } }, hi: {} };
  const { say } = openTranslator({ ...said, pa: { talk: { hello: 'ਨਮਸਤੇ {{name}}' } } }, [
    { code: 'en', fallback: [] },
    { code: 'hi', fallback: ['en'] },
    { code: 'pa', fallback: ['en'] },
  ]);
  const hello = phrase('talk.hello', { name: { phrase: phrase('talk.bye') } });

  it('has its own words where there are some, and the usual ones elsewhere', () => {
    expect([say(hello, 'en'), say(hello, 'en', 'sms')]).toEqual(['Good morning, Bye', 'Hi Bye']);
    expect(say(lines(hello, phrase('talk.bye')), 'en', 'sms')).toBe('Hi Bye\nBye');
  });

  it('never takes another language’s words for its own', () => {
    expect([say(hello, 'hi', 'sms'), say(hello, 'pa', 'sms')]).toEqual(['Hi Bye', 'ਨਮਸਤੇ Bye']);
  });
});

describe('the translator', () => {
  it.each([
    [rupees(100000), '₹1,00,000'],
    [rupees(0), '₹0'],
    [paise(110574), '₹1,105.74'],
    [paise(50), '₹0.50'],
    [paise(-85500), '−₹855'],
    [rupees(123456789), '₹12,34,56,789'],
  ])('writes %o as %s', (money, text) => {
    for (const language of languages) expect(shown({ money }, language)).toBe(text);
  });

  it('writes numbers with lakh and crore', () => {
    expect(shown(12345678)).toBe('1,23,45,678');
    expect(shown(2.5)).toBe('2.5');
  });

  it('writes a day in digits, and with its weekday in the words of the language', () => {
    expect(shown({ date: '2026-03-05' })).toBe('05/03/2026');
    const withWeekday = { date: '2026-03-05', withWeekday: true };
    expect(languages.map((language) => shown(withWeekday, language))).toEqual([
      '5 मार्च 2026 (गुरुवार)',
      '5 March 2026 (Thursday)',
      '5 March 2026 (guruvar)',
    ]);
  });

  it('leaves a day that is none as it is', () => {
    expect(shown({ date: 'soon', withWeekday: true })).toBe('soon');
  });

  it('joins lists as people do, and leaves empty items out', () => {
    expect(shown({ list: ['a', 'b', 'c'] }, 'hi')).toBe('a, b और c');
    expect(shown({ list: ['a', '', 'b'] }, 'en')).toBe('a and b');
    expect(shown({ list: ['a'] })).toBe('a');
    expect(shown({ list: [] })).toBe('');
  });

  it('puts phrases into phrases, lines below one another, and own words as they are', () => {
    const { say } = opened();
    const inner = { phrase: phrase('talk.only') };
    expect(say(lines(phrase('talk.value', { value: inner }), verbatim(''), verbatim('मेरे शब्द')), 'en')).toBe(
      'Only in English\nमेरे शब्द',
    );
  });

  it('falls back from Hinglish to Hindi to English, and from English to Hindi', () => {
    const { say, missing } = opened();
    expect(say(phrase('talk.hindi'), 'hi-Latn')).toBe('सिर्फ़ हिन्दी में');
    expect(say(phrase('talk.only'), 'hi-Latn')).toBe('Only in English');
    expect(say(phrase('talk.hindi'), 'en')).toBe('सिर्फ़ हिन्दी में');
    expect(missing).toEqual([]);
  });

  it.each(['no.such.key', 'talk', 'talk.branch', '', 'constructor', '__proto__', 'talk.only.length'])(
    'never shows the key %j, and reports it',
    (key) => {
      const { say, missing } = opened();
      expect(say(phrase(key), 'hi-Latn')).toBe('हमारी ग़लती।');
      expect(missing).toEqual([`hi-Latn ${key}`]);
    },
  );

  it('says nothing when even the apology is missing', () => {
    expect(openTranslator({ en: {}, hi: {}, 'hi-Latn': {} }, installed).say(phrase('no.such'), 'en')).toBe('');
  });

  it('takes nothing that a citizen writes for a sentence or a gap of ours', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('$t(talk.only)', '{{value}}', '$&', "$'", '<b>&amp;</b>', '{{- value}}')),
        (own) => {
          expect(shown(own)).toBe(own);
          expect(shown({ phrase: verbatim(own) })).toBe(own);
        },
      ),
    );
  });

  it('knows whether a language has a sentence of its own', () => {
    const { has } = opened();
    expect([has('talk.only', 'en'), has('talk.only', 'hi'), has('talk.branch', 'en')]).toEqual([true, false, false]);
  });

  it('gives the words of all languages for a key, without gaps and once each', () => {
    const { of } = opened();
    expect(of('label.pay').toSorted()).toEqual(['Pay', 'भरें']);
    expect(of('label.same')).toEqual(['UPI']);
    expect(of('no.such')).toEqual([]);
  });
});
