import { z } from 'zod';
import type { Shown } from '#test/contracts/shown.ts';

const titled = z.object({ id: z.string(), title: z.string() });
const shownMessage = z.object({
  text: z.object({ body: z.string() }).optional(),
  document: z.object({ id: z.string(), caption: z.string().optional() }).optional(),
  interactive: z
    .object({
      body: z.object({ text: z.string() }),
      action: z.object({
        buttons: z.array(z.object({ reply: titled })).default([]),
        sections: z.array(z.object({ rows: z.array(titled) })).default([]),
        parameters: z.object({ url: z.string().optional() }).optional(),
      }),
    })
    .optional(),
});

/** What the phone shows of a message in Meta's JSON. */
export function shownOf(message: unknown): Shown {
  const { text, document, interactive } = shownMessage.parse(message);
  const link = interactive?.action.parameters?.url;
  return {
    text: text?.body ?? document?.caption ?? interactive?.body.text ?? '',
    buttons: interactive?.action.buttons.map(({ reply }) => reply) ?? [],
    rows: interactive?.action.sections.flatMap(({ rows }) => rows) ?? [],
    hasDocument: document !== undefined,
    ...(link !== undefined && { link }),
  };
}
