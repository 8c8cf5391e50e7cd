import { z } from 'zod';
import type { DeliveryStatus, InboundMessage } from '#domain/conversation/message.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Heard, WebhookCall } from '../webhook-channel.ts';
import { contentOf } from './content.ts';
import { insteadOf, isAlarming } from './errors.ts';
import { noticeOf } from './notices.ts';
import { senderOf } from './sender.ts';

const envelope = z.object({ object: z.literal('whatsapp_business_account'), entry: z.array(z.unknown()) });
const entry = z.object({ changes: z.array(z.unknown()) });
const change = z.object({ field: z.string().max(80), value: z.unknown() });
const many = z.array(z.unknown()).catch([]);
const value = z.object({
  metadata: z
    .object({ phone_number_id: z.string().max(64) })
    .optional()
    .catch(undefined),
  contacts: many,
  messages: many,
  statuses: many,
  errors: many,
});
const message = z.looseObject({
  id: z.string().min(1).max(512),
  type: z.string().catch('unknown'),
  timestamp: z.coerce.number().catch(Number.NaN),
});
const status = z.object({
  id: z.string().min(1).max(512),
  status: z.enum(['sent', 'delivered', 'read', 'played', 'failed']),
  // Money has its own statuses, of type `payment`; the gateway's word counts there.
  type: z.undefined().optional(),
  timestamp: z.coerce.number().catch(Number.NaN),
  biz_opaque_callback_data: z.string().max(512).optional().catch(undefined),
  errors: many,
});
/** Only a hint that something has happened: the provider is asked what. */
const paymentStatus = z.object({
  type: z.literal('payment'),
  payment: z.object({ reference_id: z.string().regex(/^[A-Za-z0-9_.-]{1,35}$/) }),
});
const failure = z.object({ code: z.coerce.number().int() });

/** Every entry, change and message of a webhook: Meta may join up to a thousand, for several numbers of ours. */
export function parse(body: unknown, { receivedAt }: Pick<WebhookCall<unknown>, 'receivedAt'>): Heard | undefined {
  const webhook = envelope.safeParse(body).data;
  if (!webhook) return undefined;
  const changes = webhook.entry.flatMap((each) => keep(entry, each).flatMap(({ changes }) => changes));
  const heard = changes.flatMap((each) => keep(change, each)).map((each) => hear(each, receivedAt));
  return {
    messages: heard.flatMap(({ messages }) => messages),
    statuses: heard.flatMap(({ statuses = [] }) => statuses),
    notices: heard.flatMap(({ notices = [] }) => notices),
    payments: heard.flatMap(({ payments = [] }) => payments),
    alarms: heard.flatMap(({ alarms = [] }) => alarms),
    templates: heard.flatMap(({ templates = [] }) => templates),
  };
}

function hear({ field, value: raw }: z.infer<typeof change>, receivedAt: Instant): Heard {
  if (field !== 'messages') return { messages: [], ...noticeOf(field, raw) };
  const said = value.safeParse(raw).data;
  if (!said) return { messages: [] };
  const to = said.metadata?.phone_number_id;
  return {
    messages: said.messages.flatMap((each) => messageOf(each, said.contacts, to, receivedAt)),
    payments: said.statuses
      .flatMap((each) => keep(paymentStatus, each))
      .map(({ payment }) => ({
        reference: payment.reference_id,
        ...(to !== undefined && { line: to }),
      })),
    statuses: said.statuses.flatMap((each) => statusOf(each, receivedAt)),
    ...troublesIn(said.errors),
  };
}

/** What is the matter with our account or with all that we send, rather than with one message. */
function troublesIn(errors: readonly unknown[]): Pick<Heard, 'notices' | 'alarms'> {
  const codes = errors.flatMap((each) => keep(failure, each)).map(({ code }) => code);
  const words = (of: readonly number[]): string[] => of.map((code) => `error-${code}`);
  return { notices: words(codes.filter((code) => !isAlarming(code))), alarms: words(codes.filter(isAlarming)) };
}

function messageOf(raw: unknown, contacts: readonly unknown[], to: string | undefined, now: Instant): InboundMessage[] {
  const [base] = keep(message, raw);
  const sender = base && senderOf(base, contacts);
  if (!sender) return [];
  return [
    {
      id: base.id,
      at: instantOf(base.timestamp, now),
      content: contentOf(base.type, base),
      ...sender,
      ...(to !== undefined && { to }),
    },
  ];
}

function statusOf(raw: unknown, now: Instant): DeliveryStatus[] {
  return keep(status, raw).map(({ id, status, timestamp, biz_opaque_callback_data: reference, errors }) => {
    const code = errors.flatMap((each) => keep(failure, each))[0]?.code;
    return {
      messageId: id,
      // `played`: the citizen has listened to a voice note.
      status: status === 'played' ? 'read' : status,
      at: instantOf(timestamp, now),
      ...(code !== undefined && { code: String(code) }),
      ...(status === 'failed' && { instead: insteadOf(code) }),
      ...(reference !== undefined && { reference }),
    };
  });
}

/** Unix seconds; a time that makes no sense is taken to be now. */
function instantOf(seconds: number, now: Instant): Instant {
  const at = new Date(seconds * 1000);
  return seconds > 0 && !Number.isNaN(at.getTime()) && at.getUTCFullYear() < 10_000 ? at.toISOString() : now;
}

function keep<T>(schema: z.ZodType<T>, raw: unknown): T[] {
  const result = schema.safeParse(raw);
  return result.success ? [result.data] : [];
}
