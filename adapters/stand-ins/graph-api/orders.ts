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

/** Orders that were sent to people, and what became of them. */
export class Orders {
  private readonly outcomes = new Map<string, OrderOutcome>();
  private readonly transcript: Transcript;
  private readonly now: () => number;

  constructor(transcript: Transcript, now: () => number) {
    this.transcript = transcript;
    this.now = now;
  }

  /** Somebody pays, or tries to. Returns the status that goes out by webhook, and by which line. */
  pay(reference: string, outcome: OrderOutcome): { readonly status: object; readonly entry: Entry } {
    const { entry } = this.find(reference);
    if (this.outcomes.get(reference) !== 'success') this.outcomes.set(reference, outcome);
    const { reference_id, currency, total_amount, status, transactions } = this.asked(reference);
    const payment = { reference_id, currency, amount: total_amount, transaction: transactions[0] };
    const timestamp = String(Math.floor(this.now() / 1000));
    return { entry, status: { id: entry.id, type: 'payment', status, timestamp, payment } };
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
    for (const entry of this.transcript.entries()) {
      const found = order.safeParse(entry.message).data?.interactive.action.parameters;
      if (found?.reference_id === reference) return { entry, total: found.total_amount };
    }
    throw new GraphError(404, 100, 'No such payment');
  }
}
