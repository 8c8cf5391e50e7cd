import { randomBytes } from 'node:crypto';

export interface LinkRequest {
  readonly amount: number;
  readonly currency: string;
  readonly reference_id: string;
  readonly description: string;
  readonly expire_by: number;
  readonly notes: Readonly<Record<string, string>>;
}

export interface StandInPayment {
  readonly id: string;
  readonly entity: 'payment';
  readonly amount: number;
  readonly currency: string;
  readonly status: 'captured' | 'authorized' | 'failed';
  readonly order_id: string;
  readonly method: string;
  readonly captured: boolean;
  readonly error_reason: string | null;
  readonly acquirer_data: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly created_at: number;
}

export interface StandInLink extends LinkRequest {
  readonly id: string;
  readonly order_id: string;
  readonly amount_paid: number;
  readonly short_url: string;
  readonly status: 'created' | 'partially_paid' | 'paid' | 'cancelled' | 'expired';
  readonly payments: readonly (Pick<StandInPayment, 'amount' | 'method' | 'status' | 'created_at'> & {
    readonly payment_id: string;
  })[];
  readonly cancelled_at: number;
  readonly expired_at: number;
  readonly created_at: number;
}

/** Somebody pays, or tries to. */
export interface Tried {
  readonly amount: number;
  readonly status?: StandInPayment['status'];
  readonly method?: string;
}

const SOONEST_EXPIRY_SECONDS = 15 * 60;

/** The links and payments that the stand-in knows, with Razorpay's rules for them. */
export class StandInLinks {
  private readonly links = new Map<string, StandInLink>();
  private readonly payments = new Map<string, StandInPayment>();
  private readonly now: () => number;

  constructor(nowMs: () => number) {
    this.now = () => Math.floor(nowMs() / 1000);
  }

  whyRefused({ reference_id, expire_by, amount }: LinkRequest): string | undefined {
    if (!Number.isSafeInteger(amount) || amount < 100) return 'amount must be at least 100';
    if (reference_id.length > 40) return 'reference_id may not be greater than 40 characters';
    if (this.list(reference_id).length > 0) return 'payment link with given reference_id already exists';
    if (expire_by < this.now() + SOONEST_EXPIRY_SECONDS) return 'expire_by should be at least 15 minutes ahead';
    return undefined;
  }

  create({ amount, currency, reference_id, description, expire_by, notes }: LinkRequest, url: string): StandInLink {
    const id = `plink_${code()}`;
    const asked = { amount, currency, reference_id, description, expire_by, notes };
    const none = { amount_paid: 0, payments: [], cancelled_at: 0, expired_at: 0, created_at: this.now() };
    const link = {
      ...asked,
      ...none,
      id,
      order_id: `order_${code()}`,
      short_url: `${url}/l/${id}`,
      status: 'created',
    } as const;
    this.links.set(id, link);
    return link;
  }

  get(id: string): StandInLink | undefined {
    return this.links.get(id);
  }

  payment(id: string): StandInPayment | undefined {
    return this.payments.get(id);
  }

  list(referenceId: string | null): readonly StandInLink[] {
    const all = [...this.links.values()];
    return referenceId === null ? all : all.filter((link) => link.reference_id === referenceId);
  }

  /** A citizen pays the link, in full unless told, or tries to. */
  pay(referenceId: string, { amount, status = 'captured', ...tried }: Partial<Tried> = {}): StandInLink {
    const link = this.list(referenceId)[0];
    if (!link) throw new Error(`no link for ${referenceId}`);
    const paid = paymentOf(link, { ...tried, status, amount: amount ?? link.amount }, this.now());
    this.payments.set(paid.id, paid);
    const isCaptured = status === 'captured';
    const total = link.amount_paid + (isCaptured ? paid.amount : 0);
    const changed: StandInLink = {
      ...link,
      amount_paid: total,
      status: !isCaptured ? link.status : total < link.amount ? 'partially_paid' : 'paid',
      payments: [...link.payments, { ...paid, payment_id: paid.id }],
    };
    this.links.set(link.id, changed);
    return changed;
  }

  end(id: string, status: 'cancelled' | 'expired'): StandInLink | undefined {
    const link = this.links.get(id);
    if (link?.status !== 'created') return link;
    const ended = { ...link, status, [status === 'cancelled' ? 'cancelled_at' : 'expired_at']: this.now() };
    this.links.set(id, ended);
    return ended;
  }

  eventOf(event: string, link: StandInLink): object {
    const payment = this.payments.get(link.payments.at(-1)?.payment_id ?? '');
    const payload = {
      ...(event.startsWith('payment_link.') ? { payment_link: { entity: link } } : {}),
      ...(payment ? { payment: { entity: payment } } : {}),
    };
    return this.event(event, payload);
  }

  event(event: string, payload: object): object {
    return {
      entity: 'event',
      account_id: 'acc_standin',
      event,
      contains: Object.keys(payload),
      payload,
      created_at: this.now(),
    };
  }
}

/** A payment as Razorpay tells of it, of a link or of an order. */
export function paymentOf(
  { currency, order_id, notes }: Pick<StandInPayment, 'currency' | 'order_id' | 'notes'>,
  { amount, status = 'captured', method = 'upi' }: Tried,
  seconds: number,
): StandInPayment {
  return {
    id: `pay_${code()}`,
    entity: 'payment',
    amount,
    currency,
    status,
    order_id,
    method,
    captured: status === 'captured',
    error_reason: status === 'failed' ? 'payment_failed' : null,
    acquirer_data: status === 'captured' ? { rrn: '415900000001' } : {},
    notes,
    created_at: seconds,
  };
}

export const code = (): string => randomBytes(7).toString('hex');
