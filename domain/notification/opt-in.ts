import type { ChannelKind } from '../shared/contact-point.ts';
import type { Instant } from '../shared/time.ts';
import { urgencyOf } from './urgency.ts';

/** How a citizen came to be written to by us. */
export type OptInSource = 'message' | 'missed-call' | 'sms' | 'qr' | 'email' | 'kiosk';

export interface OptIn {
  readonly source: OptInSource;
  readonly at: Instant;
}

/** What he spoke to us with; `text` where he wrote one. */
interface Spoken {
  readonly type: string;
  readonly text?: string;
}

/**
 * Whoever speaks to us says yes to news of his own affairs, until he says STOP. `printed`: the first messages that our
 * posters carry as codes, in every language.
 */
export const optInBy = (channel: ChannelKind, spoken: Spoken, at: Instant, printed: readonly string[]): OptIn => ({
  source: sourceOf(channel, spoken, printed),
  at,
});

function sourceOf(channel: ChannelKind, { type, text }: Spoken, printed: readonly string[]): OptInSource {
  if (type === 'missed-call') return 'missed-call';
  if (text !== undefined && printed.includes(text.trim())) return 'qr';
  return channel === 'sms' || channel === 'kiosk' ? channel : 'message';
}

/** Whether something may be said: what was asked for always, other news only after a yes and never after STOP. */
export const mayBeTold = (
  event: { readonly type: string; readonly asked?: boolean },
  citizen: { readonly optIn?: OptIn; readonly noticesStopped: boolean },
): boolean => urgencyOf(event) !== 'news' || (citizen.optIn !== undefined && !citizen.noticesStopped);
