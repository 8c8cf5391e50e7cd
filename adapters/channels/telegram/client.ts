import { GrammyError, InputFile, type RawApi } from 'grammy';
import { z } from 'zod';
import { redact } from '#adapters/shared/redact.ts';
import type { Destination } from '#application/ports/out/channel.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import type { ChannelWorld } from '../channel-plugin.ts';
import { botApi, type TelegramSettings } from './api.ts';
import { listenedTo } from './connect.ts';
import { deniedBy, failureOf, notUnderstood } from './errors.ts';
import { messageId, partsOfId } from './message-id.ts';
import type { Payload } from './render.ts';

const sent = z.object({ message_id: z.int() });
const pictures: readonly string[] = ['image/jpeg', 'image/png'];
/** Larger pictures are refused as pictures, and taken as documents. */
const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/** Hands one payload over; Telegram tells nothing more of it afterwards. @throws NotDelivered */
export async function post(payload: Payload, to: Destination, settings: TelegramSettings): Promise<string> {
  const { kind, address } = to.contactPoint;
  // A number that a citizen showed us says who he is; Telegram writes to chats only.
  if (kind !== 'user-id') throw new NotDelivered('no-chat', { retry: false });
  const answer = await hand(payload, address, botApi(settings)).catch((error: unknown) => {
    throw failureOf(error);
  });
  const taken = sent.safeParse(answer).data;
  if (!taken) throw notUnderstood();
  return messageId(address, taken.message_id);
}

function hand(payload: Payload, chat: string, api: RawApi): Promise<unknown> {
  const common = { chat_id: chat, ...(payload.keyboard && { reply_markup: payload.keyboard }) };
  if (payload.type === 'text') {
    return api.sendMessage({ ...common, text: payload.text, link_preview_options: { is_disabled: true } });
  }
  const { bytes, mime, fileName, caption } = payload;
  // Its name stands in a header, unquoted.
  const file = new InputFile(bytes, fileName.replaceAll(/[\r\n";]/g, '_'));
  const said = { ...common, ...(caption !== undefined && { caption }) };
  return pictures.includes(mime) && bytes.length <= MAX_PICTURE_BYTES
    ? api.sendPhoto({ ...said, photo: file })
    : api.sendDocument({ ...said, document: file });
}

/** A tapped button turns until it is answered; for anything else "typing" stands in the chat for five seconds. */
export async function acknowledge(id: string, _from: string | undefined, settings: TelegramSettings): Promise<void> {
  const { chat, query } = partsOfId(id);
  if (query === undefined) await botApi(settings).sendChatAction({ chat_id: chat, action: 'typing' });
  else await botApi(settings).answerCallbackQuery({ callback_query_id: query });
}

/** Says once that people are to write in private, and goes: in a group a talk about papers would be read by all. */
export async function leave(chat: string, words: string, settings: TelegramSettings): Promise<void> {
  const api = botApi(settings);
  let group: number | string = chat;
  try {
    await api.sendMessage({ chat_id: chat, text: words }).catch((error: unknown) => {
      // A group that has become a large one has another number since.
      if (error instanceof GrammyError) group = error.parameters.migrate_to_chat_id ?? chat;
      if (group === chat) throw error;
      return api.sendMessage({ chat_id: group, text: words });
    });
  } finally {
    await api.leaveChat({ chat_id: group });
  }
}

const bot = z.object({ username: z.string() });
const webhook = z.object({
  url: z.string(),
  allowed_updates: z.array(z.string()).optional().catch(undefined),
  pending_update_count: z.int().catch(0),
  last_error_message: z.string().optional().catch(undefined),
});

/** Asks who we are, and whether Telegram knows where to call us and tells us all that we listen to. */
export async function check(settings: TelegramSettings, { forms }: Pick<ChannelWorld, 'forms'>): Promise<Checked> {
  try {
    const api = botApi(settings);
    const ours = bot.safeParse(await api.getMe()).data;
    const info = webhook.safeParse(await api.getWebhookInfo()).data;
    if (!ours || !info) return { ok: false, problem: 'what answers is not the Bot API' };
    const name = `@${ours.username}`;
    if (info.url === '') return { ok: false, problem: `no webhook is set for ${name}; npm run connect sets it` };
    if (!info.url.startsWith(forms.publicUrl))
      return { ok: false, problem: `${name} calls another address than PUBLIC_URL; npm run connect sets it` };
    const unheard = listenedTo.filter((kind) => info.allowed_updates?.includes(kind) === false);
    if (unheard.length > 0)
      return { ok: false, problem: `${name} does not tell of ${unheard.join(', ')}; npm run connect sets it` };
    // An old error stays there for good, so it is told and condemns nothing.
    const error = info.last_error_message && redact(info.last_error_message, [settings.botToken, settings.secretToken]);
    return {
      ok: true,
      note: `${name}, ${info.pending_update_count} updates waiting${error ? `, last error: ${error}` : ''}`,
    };
  } catch (error) {
    return { ok: false, problem: deniedBy(error) };
  }
}
