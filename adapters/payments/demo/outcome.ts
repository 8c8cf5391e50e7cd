import type { PaymentOrder } from '#application/ports/out/payment-gateway.ts';
import { paise } from '#domain/shared/money.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Attempt, DemoMethod } from './orders.ts';

/** What the demo panel lets the bank and the gateway do. */
export const outcomes = ['success', 'declined', 'pending', 'late', 'twice', 'silent', 'short', 'double'] as const;
export type DemoOutcome = (typeof outcomes)[number];

export interface Chosen {
  readonly method: DemoMethod;
  readonly outcome: DemoOutcome;
  readonly lateSeconds: number;
}

/** What the form says; absent when it does not make sense. */
export function chosenIn(form: URLSearchParams): Chosen | undefined {
  const [method, outcome] = [form.get('method'), form.get('outcome')];
  if (!isMethod(method) || !isOutcome(outcome)) return undefined;
  const seconds = Number(form.get('lateSeconds') ?? 20);
  return { method, outcome, lateSeconds: Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 600) : 20 };
}

/** How many sums of money come of one try. */
export const timesPaid = ({ outcome }: Chosen): number => (outcome === 'double' ? 2 : 1);

/** By how much too little comes where the bank is told so, in paise. */
const TOO_LITTLE = 100;

/** Plays the bank. `number` makes the bank reference, twelve digits as an RRN has. */
export function attemptOf(
  chosen: Chosen,
  order: Pick<PaymentOrder, 'amount'>,
  made: { eventId: string; number: number; now: Instant },
): Attempt {
  const { method, outcome, lateSeconds } = chosen;
  const delay = outcome === 'late' ? lateSeconds * 1000 : 0;
  return {
    eventId: made.eventId,
    outcome: outcome === 'declined' ? 'failed' : outcome === 'pending' ? 'pending' : 'paid',
    method,
    bankReference: String(made.number).padStart(12, '0'),
    ...(outcome === 'declined' ? { reason: 'declined' } : {}),
    at: made.now,
    ...(outcome === 'short' ? { amount: paise(order.amount.paise - TOO_LITTLE) } : {}),
    ...(outcome === 'silent' ? {} : { callbackDue: Date.parse(made.now) + delay }),
    times: outcome === 'twice' ? 2 : 1,
  };
}

const isMethod = (text: string | null): text is DemoMethod =>
  text === 'upi' || text === 'card' || text === 'net-banking';

const isOutcome = (text: string | null): text is DemoOutcome => outcomes.some((each) => each === text);
