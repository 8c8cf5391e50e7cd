import type { Language } from '#domain/shared/language.ts';
import type { Checked } from './checked.ts';

/** Somebody who writes down what is said in a voice note. */
export interface SpeechReader {
  readonly name: string;
  /** The words, in the order in which they were said; empty where nothing is said. @throws SpeechReaderDown */
  transcribe(recording: Recording, language: Language): Promise<string>;
  check(): Promise<Checked>;
}

export interface Recording {
  readonly bytes: Uint8Array;
  /** The true type, found from the bytes. */
  readonly mime: string;
  /** What files of this type end with, without the point. */
  readonly extension: string;
}
