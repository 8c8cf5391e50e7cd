import { z } from 'zod';
import { badRequest } from './errors.ts';

const MAX_BUTTONS = 100;
const MAX_DATA_BYTES = 64;

/** Numbers and objects come as text when they come in a form. */
const fromText = <T extends z.ZodType>(schema: T) =>
  z.preprocess((given) => {
    if (typeof given !== 'string') return given;
    try {
      return JSON.parse(given);
    } catch {
      return given;
    }
  }, schema);

const chatId = fromText(z.int());
const label = z.string().regex(/\S/);
const inlineButton = z.strictObject({
  text: label,
  callback_data: z.string().optional(),
  url: z.string().optional(),
});
const replyButton = z.strictObject({
  text: label,
  request_location: z.boolean().optional(),
  request_contact: z.boolean().optional(),
});
const keyboard = z.union([
  z.strictObject({ inline_keyboard: z.array(z.array(inlineButton)) }),
  z.strictObject({
    keyboard: z.array(z.array(replyButton)).min(1),
    resize_keyboard: z.boolean().optional(),
    one_time_keyboard: z.boolean().optional(),
  }),
  z.strictObject({ remove_keyboard: z.literal(true) }),
]);

const common = { chat_id: chatId, reply_markup: fromText(keyboard).optional() };

export const sentText = z.strictObject({
  ...common,
  text: z.string(),
  link_preview_options: fromText(z.looseObject({})).optional(),
});
export const sentFile = z.strictObject({
  ...common,
  document: z.string().optional(),
  photo: z.string().optional(),
  caption: z.string().optional(),
});
export const chatAction = z.strictObject({
  chat_id: chatId,
  action: z.enum(['typing', 'upload_photo', 'upload_document', 'find_location', 'record_voice', 'upload_voice']),
});
export const keyboardEdit = z.strictObject({ ...common, message_id: fromText(z.int()) });
export const leaving = z.strictObject({ chat_id: chatId });
export const tapAnswer = z.strictObject({
  callback_query_id: z.string(),
  text: z.string().max(200).optional(),
  show_alert: fromText(z.boolean()).optional(),
});
export const fileQuestion = z.strictObject({ file_id: z.string() });
const languageCode = z
  .string()
  .regex(/^([a-z]{2})?$/)
  .optional();
export const menuCommands = z.strictObject({
  commands: fromText(
    z
      .array(
        z.strictObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) }),
      )
      .max(100),
  ),
  language_code: languageCode,
});
export const ownDescription = z.strictObject({ description: z.string().max(512), language_code: languageCode });
export const menuButton = z.strictObject({
  menu_button: fromText(z.strictObject({ type: z.enum(['commands', 'default']) })),
});
export const webhookSettings = z.strictObject({
  url: z.string(),
  secret_token: z
    .string()
    .regex(/^[\w-]{1,256}$/)
    .optional(),
  allowed_updates: fromText(z.array(z.string())).optional(),
  max_connections: fromText(z.int().min(1).max(100)).optional(),
  drop_pending_updates: fromText(z.boolean()).optional(),
});

/** @throws BotApiError for what Telegram does not take */
export function validated<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  // The real one is silent about a field that it does not know; here a slip of ours is found.
  const where = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  if (where === 'reply_markup') throw badRequest("can't parse reply keyboard markup JSON object");
  if (where === 'chat_id') throw badRequest('chat_id is empty');
  throw badRequest(`wrong parameter ${String(where ?? '')} in request`);
}

export function requireText(text: string): void {
  if (text.trim() === '') throw badRequest('message text is empty');
  if (text.length > 4096) throw badRequest('message is too long');
}

export function requireCaption(text = ''): void {
  if (text.length > 1024) throw badRequest('message caption is too long');
}

export function requireKeyboard(given: z.infer<typeof keyboard> | undefined): void {
  if (!given || !('inline_keyboard' in given)) return;
  const buttons = given.inline_keyboard.flat();
  if (buttons.length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  for (const { callback_data: data, url } of buttons) {
    if ((data === undefined) === (url === undefined))
      throw badRequest('text buttons are unallowed in the inline keyboard');
    if (data !== undefined && (data === '' || Buffer.byteLength(data) > MAX_DATA_BYTES)) {
      throw badRequest('BUTTON_DATA_INVALID');
    }
    if (url !== undefined && !isWebAddress(url)) {
      throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    }
  }
}

/** Telegram wants a host that may be one on the internet. */
const isWebAddress = (url: string): boolean =>
  URL.canParse(url) && /^(https?|tg):$/.test(new URL(url).protocol) && new URL(url).hostname.includes('.');
