import { z } from 'zod';
import type { DeliveryStatus, InboundContent } from '#domain/conversation/message.ts';
import { smsSender } from '../sms-number.ts';
import type { Heard, WebhookCall } from '../webhook-channel.ts';
import { insteadOf } from './errors.ts';

/** Where Twilio calls us. */
export const paths = {
  sms: '/webhooks/twilio/sms',
  voice: '/webhooks/twilio/voice',
  status: '/webhooks/twilio/status',
} as const;

const sid = z.string().min(1).max(64);
const number = z.string().max(64);

const sms = z.object({
  MessageSid: sid,
  From: number,
  To: number.min(1).optional().catch(undefined),
  Body: z.string().catch(''),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
  NumMedia: z.coerce.number().catch(0),
});
const call = z.object({ CallSid: sid, From: number, To: number.min(1).optional().catch(undefined) });
const report = z.object({
  MessageSid: sid,
  MessageStatus: z.string(),
  ErrorCode: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional()
    .catch(undefined),
});

type Call = Pick<WebhookCall<unknown>, 'request' | 'receivedAt'>;

/** A form for each message, call and status; Twilio adds fields to them whenever it likes. */
export function parse(body: unknown, { request, receivedAt }: Call): Heard | undefined {
  switch (request.path) {
    case paths.sms:
      return messageIn(body, receivedAt);
    case paths.voice:
      return callIn(body, receivedAt);
    default:
      return statusIn(body, request.query.reference, receivedAt);
  }
}

function messageIn(body: unknown, at: string): Heard | undefined {
  const said = sms.safeParse(body).data;
  if (!said) return undefined;
  const from = smsSender(said.From);
  if (!from) return { messages: [] };
  const { MessageSid: id, To: to } = said;
  return { messages: [{ id, at, from: [from], content: contentOf(said), ...(to !== undefined && { to }) }] };
}

/** Where Twilio took a word for STOP, such as QUIT, it has shut the number to us: then it is a STOP for us too. */
const contentOf = ({ Body, NumMedia, OptOutType }: z.infer<typeof sms>): InboundContent => {
  const text = OptOutType ?? Body;
  return text.trim() === '' && NumMedia > 0 ? { type: 'unsupported', what: 'mms' } : { type: 'text', text };
};

/** What Twilio writes when the caller hides the number: the letters of "anonymous" on a phone's keys. */
const HIDDEN = '+266696687';

/** Our number for calls may not be able to send SMS, so the answer goes out from the usual one. */
function callIn(body: unknown, at: string): Heard | undefined {
  const rang = call.safeParse(body).data;
  if (!rang) return undefined;
  const from = rang.From === HIDDEN ? undefined : smsSender(rang.From);
  const content = { type: 'missed-call', ...(rang.To !== undefined && { called: rang.To }) } as const;
  return { messages: from ? [{ id: rang.CallSid, at, from: [from], content }] : [] };
}

/** Those before `sent` tell nothing that the answer to our call has not told. */
const meanings: ReadonlyMap<string, DeliveryStatus['status']> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

function statusIn(body: unknown, reference: string | undefined, at: string): Heard | undefined {
  const told = report.safeParse(body).data;
  if (!told) return undefined;
  const status = meanings.get(told.MessageStatus);
  if (!status) return { messages: [] };
  const { MessageSid: messageId, ErrorCode: code } = told;
  const failed = status === 'failed' && {
    ...(code !== undefined && { code }),
    instead: insteadOf(code === undefined ? undefined : Number(code)),
  };
  const more = { ...failed, ...(reference && { reference }) };
  return { messages: [], statuses: [{ messageId, status, at, ...more }] };
}
