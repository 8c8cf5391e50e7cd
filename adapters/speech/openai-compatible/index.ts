import { type HttpResult, httpClient } from '#adapters/shared/http.ts';
import type { Recording, SpeechReader } from '#application/ports/out/speech-reader.ts';
import { SpeechReaderDown } from '#domain/shared/failure.ts';
import type { Language } from '#domain/shared/language.ts';
import type { SpeechReaderPlugin } from '../speech-reader-plugin.ts';

export interface OpenAiSpeechSettings {
  /** Up to and without `/audio/transcriptions`: `http://127.0.0.1:8000/v1`. */
  readonly apiUrl: string;
  /** Empty where one's own server asks for none. */
  readonly apiKey: string;
  readonly model: string;
  readonly timeoutMs?: number;
}

/** A note of some minutes takes a while; it is read outside the talk, so nobody else waits. */
const TIMEOUT_MS = 30_000;

/** Any server with the transcription API of OpenAI: of a vendor, or one's own. It is given the sound and nothing else. */
export const openaiSpeech: SpeechReaderPlugin<OpenAiSpeechSettings> = {
  name: 'openai-compatible',
  open({ apiUrl, apiKey, model, timeoutMs = TIMEOUT_MS }): SpeechReader {
    const headers = apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` };
    const client = httpClient({ baseUrl: apiUrl, headers, timeoutMs });
    return {
      name: this.name,
      async transcribe(recording, language) {
        const body = formOf(recording, language, model);
        return wordsIn(await client.call('/audio/transcriptions', { method: 'POST', body }));
      },
      async check() {
        const result = await client.call('/models');
        if (!result.answered) return { ok: false, problem: `no answer: ${result.why}` };
        return result.status < 400 ? { ok: true, note: model } : { ok: false, problem: `status ${result.status}` };
      },
    };
  },
};

function formOf({ bytes, mime, extension }: Recording, language: Language, model: string): FormData {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type: mime }), `note.${extension}`);
  form.set('model', model);
  // Speech has no script: Hinglish is Hindi to the ear.
  form.set('language', language.split('-')[0] ?? language);
  form.set('response_format', 'json');
  return form;
}

function wordsIn(result: HttpResult): string {
  if (!result.answered) throw new SpeechReaderDown(result.why, { retry: result.why !== 'too-large' });
  const { status, json } = result;
  if (status === 413) throw new SpeechReaderDown('too-long', { retry: false });
  if (status === 415) throw new SpeechReaderDown('wrong-type', { retry: false });
  if (status !== 200) throw new SpeechReaderDown(String(status), { retry: status === 429 || status >= 500 });
  const text = json && typeof json === 'object' && 'text' in json ? json.text : undefined;
  if (typeof text !== 'string') throw new SpeechReaderDown('no-sense', { retry: false });
  return text.trim();
}
