import { code, paymentOf, type StandInPayment, type Tried } from './links.ts';

interface StandInOrder {
  readonly id: string;
  readonly entity: 'order';
  readonly amount: number;
  readonly currency: string;
  readonly receipt: string;
  readonly created_at: number;
  readonly payments: readonly StandInPayment[];
}

/** The orders that others made here, as Meta does for those in the chat, and what was paid by them. */
export class StandInOrders {
  private readonly orders = new Map<string, StandInOrder>();
  private readonly now: () => number;

  constructor(nowMs: () => number) {
    this.now = () => Math.floor(nowMs() / 1000);
  }

  create(receipt: string, amount: number): void {
    const known = { id: `order_${code()}`, entity: 'order', currency: 'INR', created_at: this.now() } as const;
    this.orders.set(receipt, { ...known, amount, receipt, payments: [] });
  }

  /** A citizen pays the order, or tries to. */
  pay(receipt: string, tried: Partial<Tried> = {}): StandInPayment {
    const order = this.orders.get(receipt);
    if (!order) throw new Error(`no order ${receipt}`);
    const { id, currency, amount } = order;
    // What Meta notes is not ours.
    const paid = paymentOf({ currency, order_id: id, notes: {} }, { amount, ...tried }, this.now());
    this.orders.set(receipt, { ...order, payments: [...order.payments, paid] });
    return paid;
  }

  payment(id: string): StandInPayment | undefined {
    return this.all().find((each) => each.id === id);
  }

  /** By receipt; with their payments when that is asked for. */
  list(asked: URLSearchParams): object {
    const receipt = asked.get('receipt');
    const items = [...this.orders.values()]
      .filter((order) => receipt === null || order.receipt === receipt)
      .map((order) => shown(order, asked.getAll('expand[]').includes('payments')));
    return { entity: 'collection', count: items.length, items };
  }

  private all(): readonly StandInPayment[] {
    return [...this.orders.values()].flatMap(({ payments }) => payments);
  }
}

function shown({ payments, ...order }: StandInOrder, isExpanded: boolean): object {
  const paid = payments.filter(({ captured }) => captured).reduce((sum, { amount }) => sum + amount, 0);
  const status = paid > 0 ? 'paid' : payments.length > 0 ? 'attempted' : 'created';
  const due = { amount_paid: paid, amount_due: Math.max(0, order.amount - paid), attempts: payments.length, notes: [] };
  const expanded = { payments: { entity: 'collection', count: payments.length, items: payments } };
  return { ...order, ...due, status, ...(isExpanded && expanded) };
}
