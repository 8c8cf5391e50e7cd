import { z } from 'zod';
import { badRequest } from './errors.ts';
import { described, type Files } from './files.ts';
import { chatOf, groupOf, type KnownPerson, userOf } from './people.ts';
import type { Entry, Transcript } from './transcript.ts';

interface SentFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName?: string;
  readonly caption?: string;
}

/** What a person does on the phone. */
export type Draft =
  /** `/start` begins the chat. */
  | { readonly type: 'text'; readonly text: string }
  /** Taps what we offered last under this data, or with these words on it. */
  | { readonly type: 'choice'; readonly id: string }
  | ({ readonly type: 'image' | 'document' | 'audio' | 'voice' | 'video' | 'sticker' } & SentFile)
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number }
  /** The person's own card, or another's. */
  | { readonly type: 'contact'; readonly of?: { readonly phone: string; readonly id?: number } }
  | { readonly type: 'edit'; readonly messageId: string; readonly text: string }
  | { readonly type: 'block' | 'unblock' }
  /** Takes us into a group, whose number is negative. */
  | { readonly type: 'add-to-group'; readonly group: number }
  /** Any message in Telegram's own JSON, less number, chat, sender and time. */
  | { readonly type: 'raw'; readonly message: Readonly<Record<string, unknown>> };

export interface DraftWorld {
  readonly files: Files;
  readonly transcript: Transcript;
  readonly person: KnownPerson;
  readonly now: number;
}

/** The draft as the update in which it comes, less its number, and what the transcript keeps of it. */
export interface Drafted {
  readonly update: Readonly<Record<string, unknown>>;
  readonly entry: Pick<Entry, 'id' | 'message' | 'isAnswered'>;
}

export function drafted(draft: Draft, world: DraftWorld): Drafted {
  switch (draft.type) {
    case 'choice':
      return tap(draft.id, world);
    case 'edit':
      return edited(draft.messageId, draft.text, world);
    case 'block':
    case 'unblock':
      return membership(draft.type, world);
    case 'add-to-group':
      return addition(draft.group, world);
    default:
      return plain(contentOf(draft, world), world);
  }
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

function plain(content: Readonly<Record<string, unknown>>, { transcript, person, now }: DraftWorld): Drafted {
  const number = transcript.nextNumber();
  const head = { message_id: number, from: userOf(person), chat: chatOf(person), date: seconds(now) };
  const message = { ...head, ...content };
  return { update: { message }, entry: { id: String(number), message } };
}

type Plain = Exclude<Draft, { type: 'choice' | 'edit' | 'block' | 'unblock' | 'add-to-group' }>;

function contentOf(draft: Plain, { files, person }: DraftWorld): Readonly<Record<string, unknown>> {
  switch (draft.type) {
    case 'text':
      return { text: draft.text };
    case 'location':
      return { location: { latitude: draft.latitude, longitude: draft.longitude } };
    case 'contact':
      return { contact: cardOf(draft.of, person) };
    case 'raw':
      return draft.message;
    default:
      return fileOf(draft, files);
  }
}

function cardOf(of: { readonly phone: string; readonly id?: number } | undefined, person: KnownPerson): object {
  const { phone, id } = of ?? person;
  if (phone === undefined) throw new Error('a person needs a phone to share its number');
  return { phone_number: phone.replace('+', ''), first_name: 'Stand-in', ...(id !== undefined && { user_id: id }) };
}

function fileOf(draft: Extract<Draft, SentFile>, files: Files): Readonly<Record<string, unknown>> {
  const { type, bytes, mime, fileName, caption } = draft;
  const id = files.put({ bytes, mime, fileName: fileName ?? type });
  const said = caption === undefined ? {} : { caption };
  const file = { ...described(id), file_size: bytes.length };
  // A photo has no type and no name, and comes in several sizes.
  if (type === 'image') {
    const small = { ...described(`${id}s`), file_size: 1000, width: 90, height: 67 };
    return { photo: [small, { ...file, width: 1280, height: 960 }], ...said };
  }
  const name = type === 'document' || type === 'audio' ? { file_name: fileName ?? type } : {};
  return { [type]: { ...file, mime_type: mime, ...name }, ...said };
}

const shown = z.object({
  reply_markup: z.object({
    inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string().optional() }))),
  }),
});

function tap(wanted: string, { transcript, person }: DraftWorld): Drafted {
  for (const { direction, message } of transcript.entries(String(person.id)).toReversed()) {
    const buttons =
      direction === 'from-us' ? (shown.safeParse(message).data?.reply_markup.inline_keyboard.flat() ?? []) : [];
    const button = buttons.find((each) => each.callback_data === wanted || each.text === wanted);
    if (button?.callback_data === undefined) continue;
    const id = String(transcript.nextNumber() * 1_000_003);
    const query = { id, from: userOf(person), message, chat_instance: '1', data: button.callback_data };
    return { update: { callback_query: query }, entry: { id, message: query, isAnswered: false } };
  }
  throw new Error(`nothing with the data or the words ${wanted} was offered to this person`);
}

function edited(messageId: string, text: string, { transcript, person, now }: DraftWorld): Drafted {
  const before = transcript.entries(String(person.id)).find(({ id }) => id === messageId);
  if (!before) throw badRequest('message to edit not found');
  const message = { ...before.message, text, edit_date: seconds(now) };
  return { update: { edited_message: message }, entry: { id: messageId, message } };
}

function membership(type: 'block' | 'unblock', { transcript, person, now }: DraftWorld): Drafted {
  const [before, after] = type === 'block' ? ['member', 'kicked'] : ['kicked', 'member'];
  const change = {
    chat: chatOf(person),
    from: userOf(person),
    date: seconds(now),
    old_chat_member: { status: before },
    new_chat_member: { status: after },
  };
  return { update: { my_chat_member: change }, entry: { id: String(transcript.nextNumber()), message: change } };
}

function addition(group: number, { transcript, person, now }: DraftWorld): Drafted {
  const change = {
    chat: groupOf(group),
    from: userOf(person),
    date: seconds(now),
    old_chat_member: { status: 'left' },
    new_chat_member: { status: 'member' },
  };
  return { update: { my_chat_member: change }, entry: { id: String(transcript.nextNumber()), message: change } };
}
