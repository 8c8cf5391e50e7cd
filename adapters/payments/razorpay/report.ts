import { z } from 'zod';
import type { GatewayReport, RefundReport } from '#application/ports/out/payment-gateway.ts';
import { paise } from '#domain/shared/money.ts';
import type { Instant } from '#domain/shared/time.ts';
import {
  event,
  linkInEvent,
  payment,
  type RazorpayEvent,
  type RazorpayLink,
  type RazorpayPayment,
  type RazorpayRefund,
  refund,
} from './wire.ts';

/** The note on a link, and so on its payments, that holds our payment's id. */
export const PAYMENT_NOTE = 'payment_id';

/** Razorpay's event → our report. `undefined`: not about a payment of ours. @throws when it is no event */
export function reportOfEvent(body: unknown, reportId: string): GatewayReport | RefundReport | undefined {
  const parsed = event.parse(body);
  if (parsed.event.startsWith('refund.')) return reportOfRefundEvent(parsed);
  if (parsed.event.startsWith('payment_link.')) return reportOfLinkEvent(parsed, reportId);
  const outcome = paymentOutcomes[parsed.event];
  return outcome && reportOfPaymentEvent(parsed, reportId, outcome);
}

/** `failed` is not the end of a link: the citizen may try again on the same page. */
const paymentOutcomes: Readonly<Record<string, GatewayReport['outcome'] | undefined>> = {
  'payment.authorized': 'pending',
  'payment.captured': 'paid',
  'payment.failed': 'failed',
};

function reportOfLinkEvent({ event: name, payload, created_at }: RazorpayEvent, reportId: string) {
  const link = linkInEvent.parse(payload.payment_link?.entity);
  const known = { paymentId: link.reference_id, gatewayReference: link.id, reportId };
  if (name === 'payment_link.expired' || name === 'payment_link.cancelled') {
    const reason = name === 'payment_link.expired' ? 'expired' : 'cancelled';
    return { ...known, outcome: 'failed', amount: paise(link.amount_paid), reason, at: instant(created_at) } as const;
  }
  // A part is reported as paid, with its amount: the domain sees that it is not what was asked for.
  if (name !== 'payment_link.paid' && name !== 'payment_link.partially_paid') return undefined;
  return {
    ...known,
    outcome: 'paid',
    ...particulars(payment.parse(payload.payment?.entity)),
  } as const;
}

function reportOfPaymentEvent(
  { event: name, payload, created_at }: RazorpayEvent,
  reportId: string,
  outcome: GatewayReport['outcome'],
) {
  const entity = payment.parse(payload.payment?.entity);
  const paymentId = paymentIdIn(entity);
  if (paymentId === undefined) return undefined;
  const report = { paymentId, gatewayReference: entity.id, reportId, outcome, ...particulars(entity) };
  if (name === 'payment.captured') return report;
  const reason = outcome === 'failed' ? { reason: entity.error_reason ?? 'failed' } : {};
  return { ...report, ...reason, at: instant(created_at) };
}

/** A refund that a person began at Razorpay itself has no note of ours, but its payment has. */
function reportOfRefundEvent({ payload, created_at }: RazorpayEvent): RefundReport | undefined {
  const entity = refund.parse(payload.refund?.entity);
  const paymentId = paymentIdIn(entity) ?? paymentIdIn(payment.safeParse(payload.payment?.entity).data);
  return paymentId === undefined ? undefined : { ...reportOfRefund(paymentId, entity), at: instant(created_at) };
}

/** Razorpay's refund, as it is answered or told; when it was done only an event tells. */
export function reportOfRefund(paymentId: string, entity: RazorpayRefund): RefundReport {
  const bankReference = refundReferenceIn(entity.acquirer_data);
  return {
    paymentId,
    refundReference: entity.id,
    outcome: refundOutcomes[entity.status],
    amount: paise(entity.amount),
    ...(bankReference && { bankReference }),
    at: instant(entity.created_at),
  };
}

const refundOutcomes: Readonly<Record<RazorpayRefund['status'], RefundReport['outcome']>> = {
  pending: 'pending',
  processed: 'done',
  failed: 'failed',
};

const noted = z.object({ [PAYMENT_NOTE]: z.string().min(1) });

const paymentIdIn = (entity: { readonly notes?: unknown } | undefined): string | undefined =>
  noted.safeParse(entity?.notes).data?.[PAYMENT_NOTE];

/** What Razorpay says when asked of a sum that was paid by a link or an order, whose id is given. */
export const reportOfPaid = (paymentId: string, by: string, paid: RazorpayPayment): GatewayReport => ({
  paymentId,
  gatewayReference: by,
  reportId: `${by}:${paid.id}`,
  outcome: 'paid',
  ...particulars(paid),
});

/** What Razorpay says of a link when asked; absent while nobody has tried. */
export function reportOfLink(link: RazorpayLink): GatewayReport | undefined {
  const known = {
    paymentId: link.reference_id,
    gatewayReference: link.id,
    reportId: `${link.id}:${link.status}:${link.amount_paid}`,
  };
  const amount = paise(link.amount_paid);
  switch (link.status) {
    case 'created':
      return undefined;
    case 'paid':
    case 'partially_paid':
      return {
        ...known,
        outcome: 'paid',
        currency: link.currency,
        at: instant(link.created_at),
        amount,
      };
    case 'expired':
    case 'cancelled': {
      const ended = link.expired_at || link.cancelled_at || link.created_at;
      return { ...known, outcome: 'failed', amount, reason: link.status, at: instant(ended) };
    }
  }
}

function particulars(entity: RazorpayPayment) {
  const method = methods[entity.method ?? ''];
  const bankReference = bankReferenceIn(entity.acquirer_data);
  return {
    transactionId: entity.id,
    amount: paise(entity.amount),
    currency: entity.currency,
    at: instant(entity.created_at),
    ...(method && { method }),
    ...(bankReference && { bankReference }),
  };
}

const methods: Readonly<Record<string, GatewayReport['method']>> = {
  upi: 'upi',
  card: 'card',
  emi: 'card',
  netbanking: 'net-banking',
  wallet: 'wallet',
};

const acquirer = z.object({
  rrn: z.string().nullish(),
  bank_transaction_id: z.string().nullish(),
  transaction_id: z.string().nullish(),
  auth_code: z.string().nullish(),
});

/** UPI gives an RRN, net banking the bank's id, a card the code of its approval. */
function bankReferenceIn(data: unknown): string | undefined {
  const known = acquirer.safeParse(data).data;
  return known?.rrn || known?.bank_transaction_id || known?.transaction_id || known?.auth_code || undefined;
}

const returned = z.object({ arn: z.string().nullish(), rrn: z.string().nullish(), utr: z.string().nullish() });

/** By card an ARN, by UPI an RRN. */
function refundReferenceIn(data: unknown): string | undefined {
  const known = returned.safeParse(data).data;
  return known?.arn || known?.rrn || known?.utr || undefined;
}

const instant = (seconds: number): Instant => new Date(seconds * 1000).toISOString();
