import { z } from 'zod';
import { linkCodeIn } from '#domain/citizen/link-code.ts';
import { command } from '#domain/conversation/commands.ts';
import type { InboundContent, MediaRef } from '#domain/conversation/message.ts';
import { menu } from './menu.ts';

type Reader = z.ZodType<InboundContent>;

const unsupported = (what: string): InboundContent => ({ type: 'unsupported', what });

/**
 * A link `https://t.me/<bot>?start=service__birth-certificate__apply` opens the chat with a command of ours; it may
 * hold no slash, so two low lines stand for one. `?start=EK-7MP3-4QXW` brings a code that joins two talks, and
 * `?start=by-qr` tells where the link stood. Any other start is a greeting.
 */
const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/;
const joinedBy: ReadonlyMap<string, 'qr' | 'email'> = new Map([
  ['by-qr', 'qr'],
  ['by-email', 'email'],
]);
/** Anybody can make a link: none shall withdraw or erase anything for whoever opens it. */
const beginning = /^(service|menu)__/;
/** What stands behind a slash is said elsewhere without one. */
const slash = /^\/([a-z]+)(?:@\w+)?(?=\s|$)/i;

const fromMenu = (text: string): InboundContent | undefined =>
  menu.find(({ word }) => new RegExp(`^/${word}(?:@\\w+)?\\s*$`, 'i').test(text))?.means;

function textContent(text: string): InboundContent {
  const started = start.exec(text);
  if (!started) return fromMenu(text) ?? { type: 'text', text: text.replace(slash, '$1') };
  const payload = started[1] ?? '';
  if (linkCodeIn(payload) !== undefined) return { type: 'text', text: payload };
  const by = joinedBy.get(payload);
  if (by) return { type: 'choice', id: command.start, by };
  return { type: 'choice', id: beginning.test(payload) ? payload.replaceAll('__', '/') : command.start };
}

const file = z.object({
  file_id: z.string().min(1).max(512),
  mime_type: z.string().max(200).optional().catch(undefined),
  file_name: z.string().optional().catch(undefined),
  // Of stickers only.
  is_animated: z.boolean().catch(false),
  is_video: z.boolean().catch(false),
});
type TelegramFile = z.infer<typeof file>;
const caption = z.string().optional().catch(undefined);

/** `mime` is for what Telegram does not name the type of. */
const media = (key: string, kind: MediaRef['kind'], mime: (file: TelegramFile) => string): Reader =>
  z.looseObject({ [key]: file, caption }).transform((message) => {
    return mediaContent(kind, file.parse(message[key]), mime, caption.parse(message.caption));
  });

const mediaContent = (
  kind: MediaRef['kind'],
  given: TelegramFile,
  mime: (file: TelegramFile) => string,
  caption: string | undefined,
): InboundContent => ({
  type: 'media',
  media: {
    ref: given.file_id,
    kind,
    mime: given.mime_type ?? mime(given),
    ...(given.file_name && { fileName: given.file_name }),
  },
  ...(caption && { caption }),
});

const sized = file.extend({ width: z.number().catch(0), height: z.number().catch(0) });
const area = ({ width, height }: z.infer<typeof sized>): number => width * height;

/** A photo comes in several sizes: a paper is read from the largest. */
const photo: Reader = z
  .object({ photo: z.tuple([sized], sized), caption })
  .transform(({ photo: [first, ...others], caption }) => {
    const largest = others.reduce((one, other) => (area(other) >= area(one) ? other : one), first);
    return mediaContent('image', largest, () => 'image/jpeg', caption);
  });

const point = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
const location: Reader = z.object({ location: point }).transform((message) => ({
  type: 'location',
  ...message.location,
}));
const venue: Reader = z
  .object({
    venue: z.object({ location: point, title: z.string().catch(''), address: z.string().catch('') }),
  })
  .transform(({ venue: { location, title, address } }) => {
    const where = [title, address].filter(Boolean).join(', ');
    return { type: 'location', ...location, ...(where && { address: where }) };
  });

const card = z.object({
  contact: z.object({ phone_number: z.string(), user_id: z.int().optional().catch(undefined) }),
});

/** The number on a shared card, and whose account it is; without an account or a plus sign it might be of any country. */
function numberOn(message: unknown): { readonly phone: string; readonly userId: number | undefined } | undefined {
  const contact = card.safeParse(message).data?.contact;
  const isWhole = contact && (contact.user_id !== undefined || contact.phone_number.startsWith('+'));
  const digits = isWhole ? contact.phone_number.replaceAll(/\D/g, '') : '';
  return /^\d{5,15}$/.test(digits) ? { phone: `+${digits}`, userId: contact?.user_id } : undefined;
}

/** The sender's own number, proven: Telegram itself fills in the account when somebody shares his own card. */
export function ownNumber(message: unknown, sender: number): string | undefined {
  const shown = numberOn(message);
  return shown?.userId === sender ? shown.phone : undefined;
}

const always = (content: InboundContent): Reader => z.unknown().transform(() => content);
const octets = (): string => 'application/octet-stream';

/** By the key that makes a message one of its kind. A venue also has a location, and a moving picture a document. */
const readers: readonly (readonly [key: string, reader: Reader])[] = [
  ['text', z.object({ text: z.string() }).transform(({ text }) => textContent(text))],
  ['photo', photo],
  ['document', media('document', 'document', octets)],
  ['voice', media('voice', 'audio', () => 'audio/ogg')],
  ['audio', media('audio', 'audio', () => 'audio/mpeg')],
  ['video', media('video', 'video', () => 'video/mp4')],
  ['video_note', media('video_note', 'video', () => 'video/mp4')],
  ['sticker', media('sticker', 'sticker', stickerMime)],
  ['venue', venue],
  ['location', location],
  ['contact', card.transform((message) => ({ type: 'contact', phones: [numberOn(message)?.phone ?? []].flat() }))],
  ...['poll', 'dice', 'game', 'story', 'checklist', 'paid_media'].map(
    (kind) => [kind, always(unsupported(kind))] as const,
  ),
];

function stickerMime({ is_animated, is_video }: TelegramFile): string {
  if (is_animated) return 'application/x-tgsticker';
  return is_video ? 'video/webm' : 'image/webp';
}

/** What a message says; nothing when it is of a kind that we do not know, such as a pinned message. */
export function contentOf(message: Readonly<Record<string, unknown>>): InboundContent | undefined {
  const known = readers.find(([key]) => message[key] !== undefined);
  if (!known) return undefined;
  const [kind, reader] = known;
  return reader.safeParse(message).data ?? unsupported(kind);
}
