import type { Language } from '#domain/shared/language.ts';
import type { Phrase, PhraseValue } from '#domain/shared/phrase.ts';

/** Puts a phrase into words of a language. A missing sentence falls back to the next language, never to a key. */
export interface Translator {
  say(phrase: Phrase, language: Language): string;
  /** What would stand in a gap. */
  sayValue(value: PhraseValue, language: Language): string;
  /** Is there such a sentence in the language itself, without falling back? */
  has(key: string, language: Language): boolean;
}
