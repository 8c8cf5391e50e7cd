import type { InboundContent } from '#domain/conversation/message.ts';

const MAX_BYTES = 64;
/** No command of ours begins with it. */
const MARK = '#';

/**
 * What a button sends back. A command that is longer than Telegram carries, such as one that holds a whole answer,
 * stays behind: the button then says only that it was tapped, and counts as if its words had been typed.
 */
export const dataFor = (id: string, position: number): string =>
  id !== '' && !id.startsWith(MARK) && Buffer.byteLength(id) <= MAX_BYTES ? id : `${MARK}${position}`;

const CHOSEN = '✓ ';

export const marked = (words: string): string => `${CHOSEN}${unmarked(words)}`;
export const unmarked = (words: string): string => words.replace(CHOSEN, '');

/** `words` stand on the button: a tap brings along the message under which it was, so nothing has to be remembered. */
export function tapOf(data: string, words: string | undefined): InboundContent {
  if (!data.startsWith(MARK)) return { type: 'choice', id: data };
  return words === undefined ? { type: 'unsupported', what: 'old_button' } : { type: 'text', text: unmarked(words) };
}
