import { httpClient } from '#adapters/shared/http.ts';
import type { LanguageHelper } from '#application/ports/out/language-helper.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { LanguageHelperPlugin } from '../language-helper-plugin.ts';
import { adviceFrom } from './advice.ts';
import { mask } from './mask.ts';
import { messagesFor } from './prompt.ts';

export interface OpenAiCompatibleSettings {
  /** Up to and without `/chat/completions`: `http://127.0.0.1:11434/v1`. */
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly model: string;
  /** The citizen waits for it. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 2000;
/** After so many failures in a row it is left alone for a while. */
const MOST_FAILURES = 5;
const REST_MINUTES = 1;

/** Any server with the chat-completions API: of a vendor, or one's own. */
export const openaiCompatible: LanguageHelperPlugin<OpenAiCompatibleSettings> = {
  name: 'openai-compatible',
  open({ apiUrl, apiKey, model, timeoutMs = TIMEOUT_MS }, { clock, log }): LanguageHelper {
    const client = httpClient({ baseUrl: apiUrl, headers: { authorization: `Bearer ${apiKey}` }, timeoutMs });
    let failures = 0;
    let restsUntil = '';

    const failed = (why: string): undefined => {
      failures += 1;
      log.warn('language-help.no-answer', { code: why });
      if (failures >= MOST_FAILURES) {
        failures = 0;
        restsUntil = plusMinutes(clock.now(), REST_MINUTES);
      }
      return undefined;
    };

    return {
      name: this.name,
      async advise(asked) {
        if (clock.now() < restsUntil) return undefined;
        const masked = mask(asked.text, asked.personal);
        const result = await client.call('/chat/completions', {
          method: 'POST',
          json: { model, temperature: 0, max_tokens: 500, messages: messagesFor(masked.text, asked) },
        });
        if (!result.answered) return failed(result.why);
        if (result.status !== 200) return failed(String(result.status));
        const advice = adviceFrom(result.json, asked, masked);
        if (!advice) return failed('no-sense');
        failures = 0;
        return advice;
      },
      async check() {
        const result = await client.call('/models');
        if (!result.answered) return { ok: false, problem: `no answer: ${result.why}` };
        return result.status < 400 ? { ok: true, note: model } : { ok: false, problem: `status ${result.status}` };
      },
    };
  },
};
