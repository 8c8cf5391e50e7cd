import type { WebRequest, WebResponse } from '#adapters/shared/route.ts';
import { isSameSecret } from '#adapters/shared/same-secret.ts';
import type { ChannelPlugin } from '../channel-plugin.ts';
import { webhookChannel } from '../webhook-channel.ts';
import { check, markRead, ownNumber, post, type WhatsAppSettings } from './client.ts';
import { openFlows } from './flows.ts';
import { linesOf } from './lines.ts';
import { fetchMedia } from './media.ts';
import { confirmedPayment } from './orders.ts';
import { pace } from './pace.ts';
import { parse } from './parse.ts';
import { type Payload, render } from './render.ts';
import { isSigned } from './signature.ts';
import { submitTemplate, templates } from './templates.ts';

export type { WhatsAppSettings } from './client.ts';

const chat = webhookChannel<WhatsAppSettings, Payload>({
  name: 'whatsapp-cloud',
  serves: 'whatsapp',
  capabilities: {
    maxTextLength: 4096,
    buttons: 3,
    listRows: 10,
    attachments: true,
    sharesNumber: true,
    sessionHours: 24,
    reportsDelivery: true,
  },
  paths: ['/webhooks/whatsapp'],
  isGenuine: (request, { appSecret }) => isSigned(request.body, request.headers['x-hub-signature-256'], appSecret),
  verify,
  parse,
  render,
  post,
  lines: linesOf,
  confirmPayment: confirmedPayment,
  pace,
  fetchMedia,
  acknowledge: markRead,
  templates,
  submitTemplate,
  check,
  number: ownNumber,
});

/** WhatsApp by Meta's Cloud API: the chat, and with a key for them its forms, which are called Flows. */
export const whatsappCloud: ChannelPlugin<WhatsAppSettings> = {
  ...chat,
  open(settings, world) {
    const opened = chat.open(settings, world);
    const flows = openFlows(settings, world);
    return flows ? { ...opened, forms: flows.forms, routes: [...opened.routes, flows.route] } : opened;
  },
};

/** Meta asks once, when the webhook's address is entered in its console. */
function verify({ query }: WebRequest, { verifyToken }: WhatsAppSettings): WebResponse {
  const isOurs = query['hub.mode'] === 'subscribe' && isSameSecret(query['hub.verify_token'], verifyToken);
  if (!isOurs) return { status: 403 };
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: query['hub.challenge'] ?? '' };
}
