/** BCP 47. `hi-Latn` is Hindi as many people type it, in Latin letters (Hinglish). */
export type Language = string;

/** A language that an installation speaks, as data: adding one touches no code. */
export interface InstalledLanguage {
  readonly code: Language;
  /** In the language itself. */
  readonly name: string;
  /** Single words by which people call it, in any language. */
  readonly calledBy: readonly string[];
  /** ISO 15924. A message in a script that only one language has is in that language. */
  readonly script: string;
  readonly direction: 'ltr' | 'rtl';
  /** Where a sentence is looked for that it does not have, in this order. */
  readonly fallback: readonly Language[];
  /** Every sentence must be there; else it falls back sentence by sentence. */
  readonly isComplete: boolean;
  /** What is complete all the same: a test finds whatever of these it lacks. */
  readonly promised?: {
    /** Files of common sentences, by name. */
    readonly sentences: readonly string[];
    /** Services with all that they say, inherited words too. */
    readonly services: readonly string[];
  };
  /** Common words of it, by what they mean in Hindi, so that a yes is understood in any language: `{ "ਹਾਂਜੀ": "हाँ जी" }`. */
  readonly words?: Readonly<Record<string, string>>;
  /**
   * How the letters of its script sound in Latin ones, for words that are not among these; `^` before a letter stands for
   * the beginning of a word, `$` behind it for the end. The scripts of northern India need none.
   */
  readonly letters?: Readonly<Record<string, string>>;
}
