import { randomBytes } from 'node:crypto';
import type { StandInPayment } from './links.ts';

interface RefundRequest {
  readonly amount?: number;
  readonly receipt?: string;
  readonly notes?: Readonly<Record<string, string>>;
}

export interface StandInRefund {
  readonly id: string;
  readonly entity: 'refund';
  readonly payment_id: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: 'pending' | 'processed' | 'failed';
  readonly receipt: string | null;
  readonly notes: Readonly<Record<string, string>>;
  readonly acquirer_data: Readonly<Record<string, string>>;
  readonly created_at: number;
}

/** The refunds that the stand-in knows, with Razorpay's rules: the same key gives the same refund, and never more than was paid. */
export class StandInRefunds {
  private readonly refunds = new Map<string, StandInRefund>();
  private readonly byKey = new Map<string, { readonly body: string; readonly id: string }>();
  private readonly now: () => number;

  constructor(nowMs: () => number) {
    this.now = () => Math.floor(nowMs() / 1000);
  }

  /** The refund, or why it is refused. */
  create(payment: StandInPayment, body: string, key: string | undefined): StandInRefund | string {
    const before = key === undefined ? undefined : this.byKey.get(key);
    if (before && before.body !== body) return 'Different request body with the same idempotency key';
    if (before) return this.get(before.id) ?? 'lost';
    const { amount = payment.amount, receipt = null, notes = {} } = JSON.parse(body || '{}') as RefundRequest;
    const left = payment.amount - this.returnedOf(payment.id);
    if (amount > left) return 'The total refund amount is greater than the refund payment amount';
    const id = `rfnd_${randomBytes(7).toString('hex')}`;
    const known = { id, payment_id: payment.id, amount, currency: payment.currency, receipt, notes };
    const created: StandInRefund = {
      ...known,
      entity: 'refund',
      status: 'pending',
      acquirer_data: {},
      created_at: this.now(),
    };
    this.refunds.set(id, created);
    if (key !== undefined) this.byKey.set(key, { body, id });
    return created;
  }

  /** The bank does it, or cannot. */
  end(id: string, status: 'processed' | 'failed'): StandInRefund {
    const known = this.get(id);
    if (!known) throw new Error(`no refund ${id}`);
    const ended = { ...known, status, acquirer_data: status === 'processed' ? { rrn: '415900000099' } : {} };
    this.refunds.set(id, ended);
    return ended;
  }

  get(id: string): StandInRefund | undefined {
    return this.refunds.get(id);
  }

  ofPayment(paymentId: string): readonly StandInRefund[] {
    return [...this.refunds.values()].filter(({ payment_id }) => payment_id === paymentId);
  }

  private returnedOf(paymentId: string): number {
    return this.ofPayment(paymentId)
      .filter(({ status }) => status !== 'failed')
      .reduce((sum, { amount }) => sum + amount, 0);
  }
}
