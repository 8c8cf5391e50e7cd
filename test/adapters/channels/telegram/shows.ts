import { z } from 'zod';
import type { Shown } from '#test/contracts/shown.ts';

const keyboard = z.object({
  inline_keyboard: z
    .array(z.array(z.object({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() })))
    .default([]),
});

/** What the app shows of a call that sends something, by its fields. */
export function shownOf({ text, caption, reply_markup, document, photo }: Readonly<Record<string, unknown>>): Shown {
  const buttons = keyboard.parse(reply_markup ?? {}).inline_keyboard.flat();
  const link = buttons.find(({ url }) => url !== undefined)?.url;
  return {
    text: String(text ?? caption ?? ''),
    buttons: buttons.flatMap(({ text: title, callback_data: id }) => (id === undefined ? [] : [{ id, title }])),
    hasDocument: document !== undefined || photo !== undefined,
    ...(link !== undefined && { link }),
  };
}
