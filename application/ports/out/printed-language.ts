import type { Language } from '#domain/shared/language.ts';
import type { Money } from '#domain/shared/money.ts';
import type { IsoDate } from '#domain/shared/time.ts';

/** How amounts and days are said in full on printed documents. */
export interface PrintedLanguage {
  money(amount: Money, language: Language): string;
  day(date: IsoDate, language: Language): string;
}
