import type { ChannelKind } from '../shared/contact-point.ts';
import type { Instant } from '../shared/time.ts';

/** How a citizen came to be written to by us. */
export type OptInSource = 'message' | 'missed-call' | 'sms' | 'qr' | 'email' | 'kiosk';

export interface OptIn {
  readonly source: OptInSource;
  readonly at: Instant;
}

/** Whoever speaks to us says yes to news of his own affairs, until he says STOP. */
export const optInBy = (channel: ChannelKind, what: string, at: Instant): OptIn => ({
  source: sourceOf(channel, what),
  at,
});

function sourceOf(channel: ChannelKind, what: string): OptInSource {
  if (what === 'missed-call') return 'missed-call';
  return channel === 'sms' || channel === 'kiosk' ? channel : 'message';
}

/** News that nobody asked for at that moment; answers to what a citizen just did are not among them. */
const UNASKED: ReadonlySet<string> = new Set([
  ...['query-raised', 'rejected', 'resolved', 'document-issued', 'news', 'timer'],
]);

/** Whether something may be said: what was asked for always, other news only after a yes and never after STOP. */
export const mayBeTold = (
  event: { readonly type: string; readonly asked?: boolean },
  citizen: { readonly optIn?: OptIn; readonly noticesStopped: boolean },
): boolean =>
  !UNASKED.has(event.type) || event.asked === true || (citizen.optIn !== undefined && !citizen.noticesStopped);
