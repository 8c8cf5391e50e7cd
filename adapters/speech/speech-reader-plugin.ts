import type { SpeechReader } from '#application/ports/out/speech-reader.ts';

/** A speech reader that config can name. It needs nothing of ours: it is given sound and gives back words. */
export interface SpeechReaderPlugin<Settings> {
  readonly name: string;
  open(settings: Settings): SpeechReader;
}
