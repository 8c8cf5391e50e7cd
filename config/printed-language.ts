import { readFileSync } from 'node:fs';
import type { PrintedLanguage } from '#application/ports/out/printed-language.ts';
import { dateInWords, moneyInWords, type NumberWords } from '#domain/document/in-words.ts';
import type { Language } from '#domain/shared/language.ts';

const wordsOf = (language: 'hi' | 'en'): NumberWords =>
  JSON.parse(readFileSync(new URL(`./locales/${language}/numbers.json`, import.meta.url), 'utf8')) as NumberWords;

/** Documents are printed in Hindi and English, whatever the citizen writes. */
export function loadPrintedLanguage(): PrintedLanguage {
  const words = { hi: wordsOf('hi'), en: wordsOf('en') };
  const of = (language: Language): NumberWords => (language === 'en' ? words.en : words.hi);
  return {
    money: (amount, language) => moneyInWords(amount, of(language)),
    day: (date, language) => dateInWords(date, of(language)),
  };
}
