import type { WordedMessage } from '#application/ports/out/channel.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import type { Said, Shown } from './page/frames.ts';

/** What was said at the screen, as it is heard from any channel. */
export function contentOf(said: Said): InboundContent {
  if (said.type !== 'media') return said;
  const { ref, mime, fileName } = said;
  const kind = mime.startsWith('image/') ? 'image' : 'document';
  return { type: 'media', media: { ref, mime, fileName, kind } };
}

/** A document is fetched by its link; one without travels along. */
export function shownAs({ document, ...message }: WordedMessage): Shown {
  if (!document) return message;
  const { fileName, mime, link, bytes } = document;
  const where = link ? { link } : { data: Buffer.from(bytes).toString('base64') };
  return { ...message, document: { fileName, mime, ...where } };
}
