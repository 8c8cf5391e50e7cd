import { z } from 'zod';
import type { WebRequest, WebResponse } from '#adapters/shared/route.ts';
import { readBody } from '../read-body.ts';
import { marked, unmarked } from './button-data.ts';

const button = z.looseObject({ text: z.string(), callback_data: z.string().optional() });
const tapped = z.object({
  callback_query: z.object({
    data: z.string(),
    message: z.object({
      message_id: z.int(),
      chat: z.object({ id: z.int().positive() }),
      reply_markup: z.object({ inline_keyboard: z.array(z.array(button)) }),
    }),
  }),
});

/**
 * Answers a call of Telegram. A tap leaves no trace in the chat by itself, so the answer asks for a mark on the button
 * that was tapped, and nobody has to guess later what he said. The others stay: a tap on them is answered by the talk.
 */
export function answer(request: WebRequest): WebResponse {
  const tap = tapped.safeParse(readBody(request)).data?.callback_query;
  if (!tap) return { status: 200 };
  const { data, message } = tap;
  const inline_keyboard = message.reply_markup.inline_keyboard.map((row) =>
    row.map((each) => ({ ...each, text: each.callback_data === data ? marked(each.text) : unmarked(each.text) })),
  );
  const { message_id, chat } = message;
  return {
    status: 200,
    body: { method: 'editMessageReplyMarkup', chat_id: chat.id, message_id, reply_markup: { inline_keyboard } },
  };
}
