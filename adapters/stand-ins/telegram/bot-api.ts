import { isDeepStrictEqual } from 'node:util';
import { badRequest, blocked, notFound, notMember } from './errors.ts';
import { described, type Files } from './files.ts';
import type { Part } from './form.ts';
import { chatOf, groupOf, ourselves, type People } from './people.ts';
import type { Transcript } from './transcript.ts';
import type { Updates } from './updates.ts';
import {
  chatAction,
  fileQuestion,
  keyboardEdit,
  leaving,
  menuButton,
  menuCommands,
  ownDescription,
  requireCaption,
  requireKeyboard,
  requireText,
  sentFile,
  sentText,
  tapAnswer,
  validated,
  webhookSettings,
} from './validate.ts';

export interface StandInWorld {
  readonly people: People;
  readonly transcript: Transcript;
  readonly files: Files;
  readonly updates: Updates;
  readonly now: () => number;
}

/** A call of a method, read. */
export interface Call {
  /** In lower case: the Bot API does not mind. */
  readonly method: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly parts: readonly Part[];
}

type Method = (world: StandInWorld, call: Call) => unknown;

const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['getme', () => ourselves],
  ['getwebhookinfo', ({ updates }) => updates.info()],
  ['setwebhook', setWebhook],
  ['setmycommands', (_, { fields }) => Boolean(validated(menuCommands, fields))],
  ['setmydescription', (_, { fields }) => Boolean(validated(ownDescription, fields))],
  ['setchatmenubutton', (_, { fields }) => Boolean(validated(menuButton, fields))],
  ['sendmessage', sendMessage],
  ['senddocument', (world, call) => sendFile(world, call, 'document')],
  ['sendphoto', (world, call) => sendFile(world, call, 'photo')],
  ['sendchataction', sendChatAction],
  ['editmessagereplymarkup', editKeyboard],
  ['answercallbackquery', answerTap],
  ['leavechat', leaveChat],
  ['getfile', ({ files }, { fields }) => files.lookUp(validated(fileQuestion, fields).file_id)],
]);

/** Does the call say something? */
export const saysSomething = (method: string): boolean => /^send(message|document|photo)$/.test(method);

/** @throws BotApiError */
export function dispatch(world: StandInWorld, call: Call): unknown {
  const method = methods.get(call.method);
  if (!method) throw notFound();
  return method(world, call);
}

function setWebhook({ updates }: StandInWorld, { fields }: Call): boolean {
  const { url, secret_token, allowed_updates } = validated(webhookSettings, fields);
  updates.setWebhook(url, secret_token, allowed_updates);
  return true;
}

function sendMessage(world: StandInWorld, { fields }: Call): object {
  const { chat_id, text, reply_markup } = validated(sentText, fields);
  requireText(text);
  requireKeyboard(reply_markup);
  return say(world, chat_id, { text }, reply_markup);
}

const MB = 1024 * 1024;
const maxBytes = { document: 50 * MB, photo: 10 * MB } as const;

function sendFile(world: StandInWorld, { fields, parts }: Call, kind: keyof typeof maxBytes): object {
  const given = validated(sentFile, fields);
  requireCaption(given.caption);
  requireKeyboard(given.reply_markup);
  const attached = given[kind];
  if (attached === undefined) throw badRequest(`there is no ${kind} in the request`);
  const part = parts.find(({ name }) => `attach://${name}` === attached);
  if (!part) throw badRequest('wrong file identifier/HTTP URL specified');
  if (part.bytes.length === 0) throw badRequest('file must be non-empty');
  if (part.bytes.length > maxBytes[kind]) throw badRequest(`file of size ${part.bytes.length} bytes is too big`);
  const fileName = part.fileName ?? kind;
  const id = world.files.put({ bytes: part.bytes, mime: mimeOf(fileName), fileName });
  const file = { ...described(id), file_size: part.bytes.length };
  const content =
    kind === 'photo'
      ? { photo: [{ ...file, width: 1280, height: 960 }] }
      : { document: { ...file, file_name: fileName, mime_type: mimeOf(fileName) } };
  const said = { ...content, ...(given.caption !== undefined && { caption: given.caption }) };
  return say(world, given.chat_id, said, given.reply_markup);
}

/** Telegram goes by the name. */
const mimeOf = (fileName: string): string =>
  ({ pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' })[
    fileName.split('.').at(-1)?.toLowerCase() ?? ''
  ] ?? 'application/octet-stream';

function say(world: StandInWorld, chatId: number, content: object, keyboard: object | undefined): object {
  const { transcript, now } = world;
  const chat = chatId < 0 ? ownGroup(world, chatId) : chatOf(reachable(world, chatId));
  const number = transcript.nextNumber();
  const message = {
    message_id: number,
    from: ourselves,
    chat,
    date: Math.floor(now() / 1000),
    ...content,
    ...(keyboard && { reply_markup: keyboard }),
  };
  transcript.add({ id: String(number), direction: 'from-us', user: String(chatId), message });
  return message;
}

function reachable({ people }: StandInWorld, chatId: number) {
  const person = people.find(chatId);
  if (!person) throw badRequest('chat not found');
  if (person.hasBlockedUs) throw blocked();
  return person;
}

function ownGroup({ people }: StandInWorld, group: number): object {
  if (!people.isIn(group)) throw notMember();
  return groupOf(group);
}

function leaveChat(world: StandInWorld, { fields }: Call): boolean {
  const { chat_id } = validated(leaving, fields);
  ownGroup(world, chat_id);
  world.people.leave(chat_id);
  return true;
}

function sendChatAction(world: StandInWorld, { fields }: Call): boolean {
  const { chat_id } = validated(chatAction, fields);
  reachable(world, chat_id);
  world.transcript.type(String(chat_id));
  return true;
}

function editKeyboard(world: StandInWorld, { fields }: Call): object {
  const { chat_id, message_id, reply_markup } = validated(keyboardEdit, fields);
  requireKeyboard(reply_markup);
  reachable(world, chat_id);
  const { transcript } = world;
  const entry = transcript.entries(String(chat_id)).find(({ id }) => id === String(message_id));
  if (entry?.direction !== 'from-us') throw badRequest('message to edit not found');
  const { reply_markup: before, ...rest } = entry.message;
  if (isDeepStrictEqual(before, reply_markup)) throw badRequest('message is not modified');
  const message = { ...rest, ...(reply_markup && { reply_markup }) };
  transcript.change(entry.id, message);
  return message;
}

function answerTap({ transcript }: StandInWorld, { fields }: Call): boolean {
  const { callback_query_id } = validated(tapAnswer, fields);
  if (!transcript.answerTap(callback_query_id)) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  return true;
}
