import { z } from 'zod';
import { GraphError } from './errors.ts';
import type { Entry, Transcript } from './transcript.ts';

const order = z.object({
  interactive: z.object({
    type: z.literal('order_details'),
    action: z.object({
      parameters: z.object({
        reference_id: z.string(),
        total_amount: z.object({ value: z.number(), offset: z.number() }),
      }),
    }),
  }),
});

export type OrderOutcome = 'success' | 'failed' | 'pending';

/** As the card shows it. */
export type OrderStatus = 'pending' | 'processing' | 'partially_shipped' | 'shipped' | 'completed' | 'canceled';

const STEPS: readonly OrderStatus[] = ['pending', 'processing', 'partially_shipped', 'shipped', 'completed'];
const isOver = (status: OrderStatus): boolean => status === 'completed' || status === 'canceled';

/** Orders that were sent to people, and what became of them. */
export class Orders {
  private readonly outcomes = new Map<string, OrderOutcome>();
  private readonly statuses = new Map<string, OrderStatus>();
  private readonly transcript: Transcript;
  private readonly now: () => number;

  constructor(transcript: Transcript, now: () => number) {
    this.transcript = transcript;
    this.now = now;
  }

  /** Somebody pays, or tries to. Returns the status that goes out by webhook, and by which line. */
  pay(reference: string, outcome: OrderOutcome): { readonly status: object; readonly entry: Entry } {
    const { entry } = this.find(reference);
    if (isOver(this.statusOf(reference))) throw new GraphError(400, 2046, 'This order is closed');
    if (this.outcomes.get(reference) !== 'success') this.outcomes.set(reference, outcome);
    const { reference_id, currency, total_amount, status, transactions } = this.asked(reference);
    const payment = { reference_id, currency, amount: total_amount, transaction: transactions[0] };
    const timestamp = String(Math.floor(this.now() / 1000));
    return { entry, status: { id: entry.id, type: 'payment', status, timestamp, payment } };
  }

  statusOf(reference: string): OrderStatus {
    return this.statuses.get(reference) ?? 'pending';
  }

  /** Refuses a reference that another order has. */
  requireNew(reference: string): void {
    if (this.lookUp(reference)) throw new GraphError(400, 131009, 'reference_id was used before');
  }

  /** Brings the card up to date: forwards only, and what was paid here is not cancelled. */
  update(reference: string, status: OrderStatus): void {
    this.find(reference);
    const now = this.statusOf(reference);
    if (status === 'canceled' && this.outcomes.get(reference) === 'success')
      throw new GraphError(400, 2047, 'Could not cancel the order');
    if (isOver(now) || (status !== 'canceled' && STEPS.indexOf(status) <= STEPS.indexOf(now)))
      throw new GraphError(400, 2046, `New order status was not correctly transitioned: from ${now} to ${status}`);
    this.statuses.set(reference, status);
  }

  /** What is answered to who asks about a payment. */
  about(reference: string): object {
    return { payments: [this.asked(reference)] };
  }

  private asked(reference: string) {
    const { total } = this.find(reference);
    const outcome = this.outcomes.get(reference) ?? 'pending';
    return {
      reference_id: reference,
      status: outcome === 'success' ? 'captured' : 'pending',
      currency: 'INR',
      total_amount: total,
      transactions: [
        {
          id: `order_${reference.slice(0, 12)}`,
          pg_transaction_id: `pay_${reference.slice(0, 12)}`,
          type: 'razorpay',
          status: outcome,
          updated_timestamp: Math.floor(this.now() / 1000),
          method: { type: 'upi' },
        },
      ],
    };
  }

  private find(reference: string) {
    const found = this.lookUp(reference);
    if (!found) throw new GraphError(404, 100, 'No such payment');
    return found;
  }

  private lookUp(reference: string) {
    for (const entry of this.transcript.entries()) {
      const found = order.safeParse(entry.message).data?.interactive.action.parameters;
      if (found?.reference_id === reference) return { entry, total: found.total_amount };
    }
    return undefined;
  }
}
