import type { Money } from './money.ts';
import type { IsoDate } from './time.ts';

/**
 * Something to be said to a person, by key; the translator puts it into words of a language.
 * `text` is the one exception: the citizen's or an officer's own words, said as they are.
 */
export type Phrase =
  | { readonly key: string; readonly values?: PhraseValues }
  | { readonly text: string }
  | { readonly lines: readonly Phrase[] };

export type PhraseValues = Readonly<Record<string, PhraseValue>>;

/** What fills a gap. The translator writes money, days and numbers as the language does. */
export type PhraseValue =
  | string
  | number
  | { readonly money: Money }
  | { readonly date: IsoDate; readonly withWeekday?: boolean }
  | { readonly phrase: Phrase }
  /** "A, B and C". */
  | { readonly list: readonly PhraseValue[] }
  /** "A, B, C". */
  | { readonly row: readonly PhraseValue[] };

export const phrase = (key: string, values?: PhraseValues): Phrase => (values ? { key, values } : { key });
export const verbatim = (text: string): Phrase => ({ text });
export const lines = (...phrases: readonly Phrase[]): Phrase => ({ lines: phrases });

/** The sentences of which it is made, by their keys; what fills their gaps is not among them. */
export const keysOf = (said: Phrase): readonly string[] =>
  'lines' in said ? said.lines.flatMap(keysOf) : 'key' in said ? [said.key] : [];
