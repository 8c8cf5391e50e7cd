import type { SmsStandIn } from '#adapters/stand-ins/sms-transcript.ts';
import { soon } from './a-chat.ts';

/** One citizen with an old phone: he types, and reads. */
export interface SmsChat {
  says(text: string): Promise<void>;
  /** Waits until something with these words has come since he last wrote; returns it. */
  hears(words: RegExp): Promise<string>;
  /** Waits for something with these words, whenever it came. */
  receives(words: RegExp): Promise<string>;
  /** Sends a file by the link that came last, as a browser without scripts does. */
  uploads(bytes: Uint8Array): Promise<Response>;
  transcript(): string;
}

export function anSmsChat(provider: SmsStandIn, phone: string): SmsChat {
  const entries = () => provider.transcript(phone);
  const fromUs = () => entries().filter(({ direction }) => direction === 'from-us');
  const transcript = (): string =>
    entries()
      .map(({ direction, text }) => `${direction === 'to-us' ? 'C' : 'E'}: ${text}`)
      .join('\n');
  return {
    async says(text) {
      const { status } = await provider.sendAs(phone, text);
      if (status !== 200) throw new Error(`the webhook was answered ${status}`);
    },
    hears: (words) =>
      soon(
        provider,
        () => {
          const since = entries().findLastIndex(({ direction }) => direction === 'to-us');
          return entries()
            .slice(since + 1)
            .find(({ text }) => words.test(text))?.text;
        },
        () => `${words} was not heard:\n${transcript()}`,
      ),
    receives: (words) =>
      soon(
        provider,
        () => fromUs().findLast(({ text }) => words.test(text))?.text,
        () => `${words} did not come:\n${transcript()}`,
      ),
    async uploads(bytes) {
      const [url = ''] =
        fromUs()
          .toReversed()
          .map(({ text }) => /https?:\/\/\S+\/u\/\S+/.exec(text) ?? undefined)
          .find((found) => found) ?? [];
      const form = new FormData();
      form.set('photo', new File([new Uint8Array(bytes)], 'paper.jpg', { type: 'image/jpeg' }));
      return fetch(url, { method: 'POST', body: form });
    },
    transcript,
  };
}
