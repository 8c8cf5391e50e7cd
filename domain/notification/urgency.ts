/**
 * Why something is said, which settles how soon it leaves and what ends it: a `reply` answers what the citizen just
 * said; a `notice` follows from what he did, such as a receipt or what was read on his paper; `news` nobody asked for.
 */
export type Urgency = (typeof urgencies)[number];

/** In the order in which they leave. */
export const urgencies = ['reply', 'notice', 'news'] as const;

/** News that nobody asked for at that moment; answers to what a citizen just did are not among them. */
const UNASKED: ReadonlySet<string> = new Set([
  ...['query-raised', 'rejected', 'resolved', 'document-issued', 'news', 'timer'],
]);

export function urgencyOf({ type, asked }: { readonly type: string; readonly asked?: boolean }): Urgency {
  if (type === 'heard') return 'reply';
  return UNASKED.has(type) && asked !== true ? 'news' : 'notice';
}

/**
 * Of what still waits when a citizen says STOP, only what he is owed leaves: the receipt of what he paid, the number of
 * what he filed. What he asked before it he can ask again.
 */
export const outlivesStop = (urgency: Urgency): boolean => urgency === 'notice';

/** Why it never left, as it stands on the delivery record. */
export const STOPPED = 'stopped';
