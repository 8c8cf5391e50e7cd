import type { Sentence } from '#domain/notification/sentence.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Phrase, PhraseValue } from '#domain/shared/phrase.ts';

/** Where every letter costs, sentences may have shorter words of their own. */
export type Variant = 'sms';

/** Puts a phrase into words of a language. A missing sentence falls back to the next language, never to a key. */
export interface Translator {
  /** In the variant's own words where somebody wrote some: `talk.welcome_sms`. */
  say(phrase: Phrase, language: Language, variant?: Variant): string;
  /** What would stand in a gap. */
  sayValue(value: PhraseValue, language: Language): string;
  /** Is there such a sentence in the language itself, without falling back? */
  has(key: string, language: Language): boolean;
}

/** The sentences of which a phrase is made, as they would be said; one inside another counts where that has no words of its own. */
export type SentencesOf = (phrase: Phrase, language: Language, variant?: Variant) => readonly Sentence[];

export interface Sentences {
  readonly sentencesOf: SentencesOf;
}
