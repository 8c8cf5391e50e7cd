import type { Meaning } from '#domain/conversation/meaning.ts';
import type { Checked } from './checked.ts';

/** A slower mind that may know better where the language engine is not sure. It chooses and splits; it words nothing. */
export interface LanguageHelper {
  readonly name: string;
  /** The advice, or nothing where there is none in time or none that makes sense. Never throws. */
  advise(asked: AskedForAdvice): Promise<Meaning | undefined>;
  check(): Promise<Checked>;
}

export interface AskedForAdvice {
  readonly text: string;
  /** What the language engine made of it: the choice is among its alternatives. */
  readonly meaning: Meaning;
  /** Questions that the text may answer besides, with what they are called. */
  readonly questions: readonly { readonly id: string; readonly label: string }[];
  /** Words that must not leave the platform, such as names that the citizen gave before. */
  readonly personal: readonly string[];
}
