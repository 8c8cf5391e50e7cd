import { z } from 'zod';
import type { InboundContent, InboundMessage } from '#domain/conversation/message.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Heard, WebhookCall } from '../webhook-channel.ts';
import { tapOf } from './button-data.ts';
import { contentOf, ownNumber } from './content.ts';
import { messageId, tapId } from './message-id.ts';

const update = z.object({
  update_id: z.int(),
  message: z.unknown().optional(),
  edited_message: z.unknown().optional(),
  callback_query: z.unknown().optional(),
  my_chat_member: z.unknown().optional(),
});

const groupChat = z.object({ id: z.int().negative(), type: z.enum(['group', 'supergroup']) });
/** Somebody spoke to us there; who came and who left is told without a text. */
const inGroup = z.object({ chat: groupChat, text: z.string() });
const takenInto = z.object({
  chat: groupChat,
  new_chat_member: z.object({ status: z.enum(['member', 'administrator', 'restricted']) }),
});

/** Whoever speaks in a group speaks to others, and what we say there others read: we hear private chats only. */
const privateChat = z.object({ id: z.int().positive(), type: z.literal('private') });
const name = z.string().optional().catch(undefined);
const person = z.object({ id: z.int(), first_name: name, last_name: name });
const date = z.number().catch(Number.NaN);

const message = z.looseObject({ message_id: z.int(), chat: privateChat, from: person, date });
/** A live place that moves is told as an edit too: only words count. */
const edit = z
  .object({ message_id: z.int(), chat: privateChat, from: person, date, edit_date: date })
  .and(z.union([z.object({ text: z.string() }), z.object({ caption: z.string() })]));
const tap = z.object({
  id: z.string().min(1).max(100),
  from: person,
  data: z.string().min(1).max(64),
  message: z.object({
    chat: privateChat,
    reply_markup: z.object({ inline_keyboard: z.array(z.array(z.unknown())) }).catch({ inline_keyboard: [] }),
  }),
});
const button = z.object({ text: z.string(), callback_data: z.string() });
const membership = z.object({
  chat: privateChat,
  from: person,
  date,
  new_chat_member: z.object({ status: z.string() }),
});

/** One update: Telegram sends each by itself. */
export function parse(body: unknown, { receivedAt }: Pick<WebhookCall<unknown>, 'receivedAt'>): Heard | undefined {
  const said = update.safeParse(body).data;
  if (!said) return undefined;
  return {
    messages: [
      ...messageIn(said.message, receivedAt),
      ...editIn(said.edited_message, receivedAt),
      ...tapIn(said.callback_query, receivedAt),
      ...membershipIn(said.my_chat_member, said.update_id, receivedAt),
    ],
    unwelcome: groupsIn(said),
  };
}

const groupsIn = ({ message, my_chat_member }: z.infer<typeof update>): string[] =>
  [inGroup.safeParse(message).data, takenInto.safeParse(my_chat_member).data].flatMap((found) =>
    found ? [String(found.chat.id)] : [],
  );

function messageIn(raw: unknown, now: Instant): InboundMessage[] {
  const said = message.safeParse(raw).data;
  const content = said && contentOf(said);
  if (!said || !content) return [];
  const phone = ownNumber(said, said.from.id);
  const proven: ContactPoint[] = phone === undefined ? [] : [{ channel: 'telegram', kind: 'phone', address: phone }];
  const id = messageId(said.chat.id, said.message_id);
  const own: InboundContent = content.type === 'contact' && phone !== undefined ? { ...content, isOwn: true } : content;
  return [{ id, at: instantOf(said.date, now), content: own, ...senderOf(said, proven) }];
}

/** A correction of what was answered already: whoever made it is asked to say it once more. */
function editIn(raw: unknown, now: Instant): InboundMessage[] {
  const said = edit.safeParse(raw).data;
  if (!said) return [];
  const id = `${messageId(said.chat.id, said.message_id)}/edit/${said.edit_date || said.date || 0}`;
  return [{ id, at: instantOf(said.edit_date, now), content: edited, ...senderOf(said) }];
}

function tapIn(raw: unknown, now: Instant): InboundMessage[] {
  const said = tap.safeParse(raw).data;
  if (!said) return [];
  const { chat, reply_markup } = said.message;
  const buttons = reply_markup.inline_keyboard.flat().flatMap((each) => button.safeParse(each).data ?? []);
  const words = buttons.find(({ callback_data }) => callback_data === said.data)?.text;
  const sender = senderOf({ chat, from: said.from });
  // Taps carry no time of their own, only that of the message under which the button stands.
  return [{ id: tapId(chat.id, said.id), at: now, content: tapOf(said.data, words), ...sender }];
}

/** Somebody has blocked us, or let us in again. */
function membershipIn(raw: unknown, updateId: number, now: Instant): InboundMessage[] {
  const said = membership.safeParse(raw).data;
  if (!said) return [];
  const what = said.new_chat_member.status === 'kicked' ? 'blocked' : 'unblocked';
  const content: InboundContent = { type: 'notice', what, on: 'telegram' };
  const id = `${said.chat.id}/member/${updateId}`;
  return [{ id, at: instantOf(said.date, now), content, ...senderOf(said) }];
}

const edited: InboundContent = { type: 'unsupported', what: 'edited' };

/** Telegram's own limit is 64 letters for each of the two. */
const MAX_NAME = 200;

function senderOf(
  { chat, from }: { readonly chat: z.infer<typeof privateChat>; readonly from: z.infer<typeof person> },
  proven: readonly ContactPoint[] = [],
): Pick<InboundMessage, 'from' | 'profileName'> {
  const profileName = [from.first_name, from.last_name].filter(Boolean).join(' ').trim().slice(0, MAX_NAME);
  return {
    from: [{ channel: 'telegram', kind: 'user-id', address: String(chat.id) }, ...proven],
    ...(profileName && { profileName }),
  };
}

/** Unix seconds; a time that makes no sense is taken to be now. */
function instantOf(seconds: number, now: Instant): Instant {
  const at = new Date(seconds * 1000);
  return seconds > 0 && !Number.isNaN(at.getTime()) && at.getUTCFullYear() < 10_000 ? at.toISOString() : now;
}
