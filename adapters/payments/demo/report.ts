import { z } from 'zod';
import type { GatewayReport, RefundReport } from '#application/ports/out/payment-gateway.ts';
import { paise } from '#domain/shared/money.ts';
import type { Attempt, DemoOrder, DemoRefund } from './orders.ts';

/** What the gateway knows of an order: each sum that was paid, or else the last try; nothing until somebody tried. */
export function reportsOf({ ref, order, attempts }: DemoOrder): readonly GatewayReport[] {
  const paid = attempts.filter(({ outcome }) => outcome === 'paid');
  return (paid.length > 0 ? paid : attempts.slice(-1)).map((attempt) => reportOf(ref, order, attempt));
}

function reportOf(ref: string, order: DemoOrder['order'], attempt: Attempt): GatewayReport {
  const { eventId: reportId, outcome, method, bankReference, reason, at } = attempt;
  const known = { paymentId: order.paymentId, gatewayReference: ref, transactionId: transactionOf(attempt), reportId };
  const amount = attempt.amount ?? order.amount;
  const report = { ...known, outcome, amount, currency: 'INR', method, bankReference, at };
  return reason === undefined ? report : { ...report, reason };
}

/** Each try is one movement of money. */
const transactionOf = ({ eventId }: Attempt): string => eventId.replace(/^evt/, 'txn');

const callback = z.object({
  eventId: z.string().min(1),
  paymentId: z.string().min(1),
  reference: z.string().min(1),
  transactionId: z.string().min(1),
  amountPaise: z.int().nonnegative(),
  currency: z.string(),
  outcome: z.enum(['paid', 'failed', 'pending']),
  method: z.enum(['upi', 'card', 'net-banking']),
  bankReference: z.string(),
  reason: z.string().exactOptional(),
  at: z.iso.datetime(),
});

const refundCallback = z.object({
  refundReference: z.string().min(1),
  paymentId: z.string().min(1),
  amountPaise: z.int().positive(),
  outcome: z.enum(['pending', 'done', 'failed']),
  bankReference: z.string(),
  at: z.iso.datetime(),
});

/** @throws when this is no callback of ours */
export function parseCallback(body: Buffer): GatewayReport | RefundReport {
  const parsed = z.union([refundCallback, callback]).parse(JSON.parse(body.toString('utf8')));
  if ('refundReference' in parsed) {
    const { amountPaise, ...report } = parsed;
    return { ...report, amount: paise(amountPaise) };
  }
  const { eventId, reference, amountPaise, ...report } = parsed;
  return { ...report, reportId: eventId, gatewayReference: reference, amount: paise(amountPaise) };
}

/** The body of a callback, in the gateway's own wire format. */
export function callbackBody(ref: string, order: DemoOrder['order'], attempt: Attempt): string {
  const { reportId, gatewayReference, amount, ...told } = reportOf(ref, order, attempt);
  return JSON.stringify({ ...told, eventId: reportId, reference: gatewayReference, amountPaise: amount.paise });
}

/** What the gateway knows of money that goes back: done, when the bank has had its time. */
export function refundReportOf(refund: DemoRefund, nowMs: number): RefundReport {
  const { ref, paymentId, amount, bankReference, at, doneMs } = refund;
  const known = { paymentId, refundReference: ref, amount };
  if (nowMs < doneMs) return { ...known, outcome: 'pending', at };
  return { ...known, outcome: 'done', bankReference, at: new Date(doneMs).toISOString() };
}

export function refundBody(report: Omit<RefundReport, 'reason'>): string {
  const { amount, bankReference = '', ...told } = report;
  return JSON.stringify({ ...told, bankReference, amountPaise: amount.paise });
}
