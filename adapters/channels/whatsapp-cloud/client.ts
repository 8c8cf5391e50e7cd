import { z } from 'zod';
import { type HttpCall, type HttpResult, httpClient } from '#adapters/shared/http.ts';
import type { Destination } from '#application/ports/out/channel.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { isPartRefused } from './error-codes.ts';
import { deniedBy, failureOf } from './errors.ts';
import { unreadableLines } from './lines.ts';
import { sentAs } from './media-limits.ts';
import type { Payee } from './orders.ts';
import type { FilePayload, Payload } from './render.ts';

export interface WhatsAppSettings {
  /** Base of the Graph API; the stand-in's address in demo mode. */
  readonly apiUrl: string;
  readonly apiVersion?: string;
  /** The number that answers when a message does not say from which. */
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** What our numbers may send, each; 80 unless Meta has allowed more. */
  readonly messagesPerSecond?: number;
  /** PEM of the key whose public half Meta has; empty: no forms. */
  readonly flowsPrivateKey?: string;
  readonly flowsPassphrase?: string;
  /** Numbers that are a department's own, as `linesOf` reads them. */
  readonly departmentNumbers?: string;
  /** The payment configuration by which people pay in the chat; empty: by a link. */
  readonly paymentConfiguration?: string;
  /** The gateway behind it; Razorpay unless told. */
  readonly paymentGateway?: 'razorpay' | 'payu' | 'billdesk' | 'zaakpay';
  readonly payee?: Payee;
  /** Whose templates are ours; empty where there are none, and nothing is sent outside the session window. */
  readonly businessAccountId?: string;
}

const TIMEOUT_MS = 20_000;
const accepted = z.object({ messages: z.tuple([z.object({ id: z.string().min(1) })], z.unknown()) });
const uploaded = z.object({ id: z.coerce.string().min(1) });
const number = z.object({ display_phone_number: z.string().optional(), quality_rating: z.string().optional() });

export function graph({ apiUrl, apiVersion = 'v24.0', accessToken }: WhatsAppSettings) {
  return httpClient({
    baseUrl: `${apiUrl.replace(/\/+$/, '')}/${apiVersion}`,
    headers: { authorization: `Bearer ${accessToken}` },
    timeoutMs: TIMEOUT_MS,
  });
}

/** Hands one payload over, and in place of a card or a form that Meta does not take, its words, if it has any. @throws NotDelivered */
export async function post(payload: Payload, to: Destination, settings: WhatsAppSettings): Promise<string | undefined> {
  const instead = payload.type === 'interactive' ? payload.instead : undefined;
  try {
    return await postOne(payload, to, settings);
  } catch (error) {
    if (!instead || !(error instanceof NotDelivered) || !isPartRefused(error.code)) throw error;
    return instead === 'nothing' ? undefined : postOne(instead, to, settings);
  }
}

/** Accepted is not yet delivered: that comes as a status. @throws NotDelivered */
async function postOne(payload: Payload, to: Destination, settings: WhatsAppSettings): Promise<string> {
  const from = to.from ?? settings.phoneNumberId;
  const content = await contentOf(payload, from, settings);
  const answer = await call(settings, `/${encodeURIComponent(from)}/messages`, {
    method: 'POST',
    json: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...addressee(to),
      ...content,
      biz_opaque_callback_data: to.reference,
    },
  });
  const taken = accepted.safeParse(answer).data;
  // Trying again could say it twice, and nothing tells that it was not taken; the status will, by our reference.
  if (!taken) throw new NotDelivered('answer-not-understood', { retry: false, instead: 'nothing' });
  return taken.messages[0].id;
}

/** Without its plus sign a number might be read as one of the business's own country. */
const addressee = ({ contactPoint: { kind, address } }: Destination) =>
  kind === 'phone' ? { to: address } : { recipient: address };

async function contentOf(payload: Payload, from: string, settings: WhatsAppSettings): Promise<object> {
  if (payload.type === 'file') return asMessage(payload, await upload(payload, from, settings));
  if (payload.type === 'interactive') return { type: payload.type, interactive: payload.interactive };
  if (payload.type !== 'template' || !payload.file) return payload;
  const { file, template } = payload;
  const document = { id: await upload(file, from, settings), filename: file.fileName };
  const header = { type: 'header', parameters: [{ type: 'document', document }] };
  return { type: 'template', template: { ...template, components: [header, ...template.components] } };
}

function asMessage(file: FilePayload, id: string): object {
  const { caption: said, fileName } = file;
  const caption = said === undefined ? {} : { caption: said };
  return sentAs(file) === 'image'
    ? { type: 'image', image: { id, ...caption } }
    : { type: 'document', document: { id, filename: fileName, ...caption } };
}

async function upload(file: FilePayload, from: string, settings: WhatsAppSettings): Promise<string> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', file.mime);
  form.set('file', new Blob([Uint8Array.from(file.bytes)], { type: file.mime }), file.fileName);
  const answer = await call(settings, `/${encodeURIComponent(from)}/media`, { method: 'POST', body: form });
  const media = uploaded.safeParse(answer).data;
  // Nothing has been said yet, so that the whole of it may be tried again.
  if (!media) throw new NotDelivered('upload-not-understood', { retry: true });
  return media.id;
}

/** Asks the Graph API, and hands back what it says. @throws NotDelivered */
export async function call(settings: WhatsAppSettings, path: string, what: HttpCall): Promise<unknown> {
  const result = await graph(settings).call(path, what);
  if (!isGood(result)) throw failureOf(result);
  return result.json;
}

export const isGood = (result: HttpResult): result is Extract<HttpResult, { answered: true }> =>
  result.answered && result.status >= 200 && result.status < 300;

/** Blue ticks, and three dots for at most 25 seconds or until we answer. */
export async function markRead(messageId: string, from: string | undefined, settings: WhatsAppSettings): Promise<void> {
  const json = {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: messageId,
    typing_indicator: { type: 'text' },
  };
  await call(settings, `/${encodeURIComponent(from ?? settings.phoneNumberId)}/messages`, { method: 'POST', json });
}

/** Asks for our own number: that needs the right address, token and number id, and changes nothing. */
export async function check(settings: WhatsAppSettings): Promise<Checked> {
  if (unreadableLines(settings)) return { ok: false, problem: 'the numbers of departments cannot be read' };
  const result = await askForNumber(settings);
  if (!isGood(result)) return { ok: false, problem: deniedBy(result) };
  const ours = number.safeParse(result.json).data;
  if (!ours?.display_phone_number)
    return { ok: false, problem: `no WhatsApp number has the id ${settings.phoneNumberId}` };
  return { ok: true, note: `${ours.display_phone_number}, quality ${ours.quality_rating ?? 'unknown'}` };
}

/** Meta writes it to be read, as `+91 11 0000 0000`. */
export async function ownNumber(settings: WhatsAppSettings): Promise<string | undefined> {
  const result = await askForNumber(settings);
  const shown = isGood(result) ? number.safeParse(result.json).data?.display_phone_number : undefined;
  const digits = shown?.replaceAll(/\D/g, '');
  return digits ? `+${digits}` : undefined;
}

const askForNumber = (settings: WhatsAppSettings): Promise<HttpResult> =>
  graph(settings).call(`/${encodeURIComponent(settings.phoneNumberId)}?fields=display_phone_number,quality_rating`);
