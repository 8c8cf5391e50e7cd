import { z } from 'zod';
import type { GatewayReport } from '#application/ports/out/payment-gateway.ts';
import { paise } from '#domain/shared/money.ts';
import type { Attempt, DemoOrder } from './orders.ts';

/** What the gateway knows of an order; absent until somebody tried to pay. */
export function reportOf({ ref, order, attempt }: DemoOrder): GatewayReport | undefined {
  if (!attempt) return undefined;
  const { eventId: reportId, outcome, method, bankReference, reason, at } = attempt;
  const { paymentId, amount } = order;
  const report = {
    paymentId,
    gatewayReference: ref,
    reportId,
    outcome,
    amount,
    currency: 'INR',
    method,
    bankReference,
    at,
  };
  return reason === undefined ? report : { ...report, reason };
}

const callback = z.object({
  eventId: z.string().min(1),
  paymentId: z.string().min(1),
  reference: z.string().min(1),
  amountPaise: z.int().nonnegative(),
  currency: z.string(),
  outcome: z.enum(['paid', 'failed', 'pending']),
  method: z.enum(['upi', 'card', 'net-banking']),
  bankReference: z.string(),
  reason: z.string().exactOptional(),
  at: z.iso.datetime(),
});

/** @throws when this is no callback of ours */
export function parseCallback(body: Buffer): GatewayReport {
  const { eventId, reference, amountPaise, ...report } = callback.parse(JSON.parse(body.toString('utf8')));
  return { ...report, reportId: eventId, gatewayReference: reference, amount: paise(amountPaise) };
}

/** The body of a callback, in the gateway's own wire format. */
export function callbackBody(ref: string, { paymentId, amount }: DemoOrder['order'], attempt: Attempt): string {
  const { eventId, outcome, method, bankReference, reason, at } = attempt;
  const payment = { paymentId, reference: ref, amountPaise: amount.paise, currency: 'INR', outcome, method };
  return JSON.stringify({ eventId, ...payment, bankReference, reason, at });
}
