import type { Language } from '#domain/shared/language.ts';
import type { Texts } from '../load-texts.ts';

/** What a service is checked against. */
export interface Surroundings {
  readonly texts: Readonly<Record<Language, Texts>>;
  /** Document types that can be read. */
  readonly readable: ReadonlySet<string>;
  /** Document types that there are, with the facts that they tell. */
  readonly documentTypes: Readonly<Record<string, readonly string[]>>;
}
