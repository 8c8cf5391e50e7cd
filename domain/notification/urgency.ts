/**
 * Why something is said, which settles how soon it leaves and what ends it: a `reply` answers what the citizen just
 * said; a `notice` follows from what he did, such as a receipt or what was read on his paper; `news` nobody asked for;
 * nor for what he is `owed` all the same: where his money is that comes back, which the bank moves at any hour.
 */
export type Urgency = (typeof urgencies)[number];

/** In the order in which they leave. */
export const urgencies = ['reply', 'notice', 'news', 'owed'] as const;

/** News that nobody asked for at that moment; answers to what a citizen just did are not among them. */
const UNASKED: ReadonlySet<string> = new Set([
  ...['query-raised', 'rejected', 'resolved', 'document-issued', 'news', 'timer'],
]);

/** Outcomes of a payment that come when he has long put the phone away; the others follow from his paying. */
const MONEY_BACK: ReadonlySet<string> = new Set(['returned', 'refunded', 'refund-delayed']);

/** What an event of the talk tells of this. */
export interface Told {
  readonly type: string;
  readonly asked?: boolean;
  readonly outcome?: string;
}

export function urgencyOf({ type, asked, outcome = '' }: Told): Urgency {
  if (type === 'heard') return 'reply';
  if (type === 'payment' && MONEY_BACK.has(outcome)) return 'owed';
  return UNASKED.has(type) && asked !== true ? 'news' : 'notice';
}

/**
 * Of what still waits when a citizen says STOP, only what he is owed leaves: the receipt of what he paid, the number of
 * what he filed, his money back. What he asked before it he can ask again.
 */
export const outlivesStop = (urgency: Urgency): boolean => urgency === 'notice' || urgency === 'owed';

/** Why it never left, as it stands on the delivery record. */
export const STOPPED = 'stopped';
