import type { Draft, Person, TelegramStandIn } from '#adapters/stand-ins/telegram/index.ts';
import { type Chat, soon } from './a-chat.ts';

type Message = Readonly<Record<string, unknown>>;

/** A citizen with Telegram, who reads, writes and taps. */
export interface TelegramChat extends Pick<Chat, 'says' | 'taps' | 'sendsPhoto' | 'hears'> {
  does(draft: Draft): Promise<void>;
  /** Waits for something with these words, whenever it came. */
  sees(words: string | RegExp): Promise<Message>;
  /** All that came, the oldest first, as Telegram shows it. */
  came(): readonly Message[];
}

export const textOf = ({ text, caption }: Message): string => String(text ?? caption ?? '');

export function aTelegramChat(telegram: TelegramStandIn, person: Person): TelegramChat {
  const entries = () => telegram.transcript(person.id);
  const shown = (): string =>
    entries()
      .slice(-10)
      .map(({ direction, message }) => `${direction === 'to-us' ? '>' : '<'} ${textOf(message)}`)
      .join('\n');
  const matches = (message: Message, words: string | RegExp): boolean =>
    typeof words === 'string' ? textOf(message).includes(words) : words.test(textOf(message));
  const sinceHeWrote = () => entries().slice(entries().findLastIndex(({ direction }) => direction === 'to-us') + 1);
  const came = (): readonly Message[] =>
    entries().flatMap(({ direction, message }) => (direction === 'from-us' ? [message] : []));
  const waitFor = (words: string | RegExp, among: () => readonly Message[]): Promise<Message> =>
    soon(
      telegram,
      () => among().find((message) => matches(message, words)),
      () => `${words} was not heard:\n${shown()}`,
    );
  const does = async (draft: Draft): Promise<void> => {
    const { status } = await telegram.sendAs(person, draft);
    if (status !== 200) throw new Error(`the webhook answered ${status}`);
  };
  return {
    does,
    came,
    says: (text) => does({ type: 'text', text }),
    // The buttons may stand under a later part of what was said.
    taps: async (id) => {
      const isOffered = () => came().some(({ reply_markup }) => JSON.stringify(reply_markup ?? {}).includes(`"${id}"`));
      await soon(
        telegram,
        () => isOffered() || undefined,
        () => `${id} was not offered:\n${shown()}`,
      );
      await does({ type: 'choice', id });
    },
    sendsPhoto: (bytes, mime = 'image/jpeg') => does({ type: 'image', bytes, mime }),
    hears: async (words) => textOf(await waitFor(words, () => sinceHeWrote().map(({ message }) => message))),
    sees: (words) => waitFor(words, came),
  };
}
