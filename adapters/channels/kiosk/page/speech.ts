import { languageNow } from './words.ts';

/** Absent where the browser has no voice. */
const voice = (): SpeechSynthesis | undefined => globalThis.speechSynthesis;

export const canSpeak = (): boolean => voice() !== undefined;

/** Reads a text aloud, and nothing of the one before any more. */
export function speak(text: string): void {
  const speaker = voice();
  if (!speaker) return;
  speaker.cancel();
  // Stars mark what is bold; they are not read.
  const utterance = new SpeechSynthesisUtterance(text.replaceAll(/[*_]/g, ''));
  utterance.lang = `${languageNow()}-IN`;
  utterance.rate = 0.9;
  speaker.speak(utterance);
}

export const hush = (): void => voice()?.cancel();
