import type { WordedMessage } from '#application/ports/out/channel.ts';
import type { InboundContent } from '#domain/conversation/message.ts';

/** What a citizen sent, without anything of what he said: its kind, its length, the first word of a command. */
export function shapeOfContent(content: InboundContent): string {
  switch (content.type) {
    case 'text':
      return `text/${[...content.text].length}`;
    case 'choice':
      return `choice/${wordIn(content.id.split('/')[0])}`;
    case 'media':
      return `${content.media.kind} ${mimeIn(content.media.mime)}`;
    case 'contact':
      return `contact/${content.phones.length}`;
    case 'silent':
    case 'unsupported':
      return `${content.type}/${wordIn(content.what)}`;
    default:
      return content.type;
  }
}

/** What we sent: an approved text by its name, as it stands with the provider; anything else by its parts. */
export function shapeOfMessage({ text, template, choices = [], link, document }: WordedMessage): string {
  if (template) return `template/${wordIn(template.name)} ${wordIn(template.language)}`;
  return [
    `text/${[...text].length}`,
    ...(choices.length > 0 ? [`choices/${choices.length}`] : []),
    ...(link ? ['link'] : []),
    ...(document ? [`document ${mimeIn(document.mime)}`] : []),
  ].join(' ');
}

/**
 * A code of a provider: words, and short numbers between them, as machines write them. Letters and digits in one word
 * are how people are numbered, as on a PAN or a licence.
 */
export const codeIn = (code: string): string =>
  code.length <= 60 && /^(?:[a-z]+|[A-Z]+|\d{1,8})(?:[-_:/](?:[a-z]+|[A-Z]+|\d{1,8}))*$/.test(code) ? code : OTHER;

/** The reference of a message of ours, as the outbox makes them. */
export const referenceIn = (reference: string): string => (/^[\w-]{1,60}\.\d+$/.test(reference) ? reference : OTHER);

const OTHER = '[other]';
const wordIn = (word: string | undefined): string => (word && /^[A-Za-z_-]{1,40}$/.test(word) ? word : OTHER);
/** Senders claim what they like: of the part behind the slash only the known ones. */
const mimeIn = (mime: string): string => (KNOWN_TYPES.has(mime) ? mime : OTHER);
const KNOWN_TYPES: ReadonlySet<string> = new Set([
  ...['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf', 'application/octet-stream'],
  ...['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/amr', 'video/mp4', 'video/3gpp', 'text/plain'],
]);
