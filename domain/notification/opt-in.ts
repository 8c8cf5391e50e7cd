import type { ChannelKind } from '../shared/contact-point.ts';
import type { Instant } from '../shared/time.ts';
import { type Told, urgencyOf } from './urgency.ts';

/** How a citizen came to be written to by us. */
export type OptInSource = 'message' | 'missed-call' | 'sms' | 'qr' | 'email' | 'kiosk';

/** What people may have in their hands that leads them to us. */
export type JoinedBy = 'qr' | 'email';

/** The yes itself and what shows it, for whoever doubts it later. */
export interface OptIn {
  readonly source: OptInSource;
  readonly at: Instant;
  readonly channel?: ChannelKind;
  /** The beginning of what he wrote; absent where he wrote nothing. */
  readonly said?: string;
  /** The number of ours that he rang or wrote to, as the provider names it. */
  readonly to?: string;
  /** What he was shown in answer. */
  readonly shown?: Wording;
}

/** Sentences by their keys, in the words of a language and of one version of the notice. */
export interface Wording {
  readonly keys: readonly string[];
  readonly language: string;
  readonly version: string;
}

/** What he spoke to us with; `text` where he wrote one, `called` where he rang, `by` where a link said how he came. */
interface Spoken {
  readonly type: string;
  readonly text?: string;
  readonly called?: string;
  readonly by?: JoinedBy;
}

interface First {
  readonly channel: ChannelKind;
  readonly spoken: Spoken;
  /** Our address to which it came, where the channel tells. */
  readonly via?: string | undefined;
  readonly at: Instant;
}

type Printed = Readonly<Record<JoinedBy, readonly string[]>>;

/** Enough to know it again; a first message may be a letter. */
const LONGEST_SAID = 160;

/**
 * Whoever speaks to us says yes to news of his own affairs, until he says STOP. `printed`: the first messages that our
 * posters and mails carry, in every language.
 */
export function optInBy({ channel, spoken, via, at }: First, printed: Printed): OptIn {
  const said = spoken.text?.trim().slice(0, LONGEST_SAID);
  const to = spoken.called ?? via;
  return {
    source: sourceOf(channel, spoken, printed),
    at,
    channel,
    ...(said && { said }),
    ...(to !== undefined && { to }),
  };
}

function sourceOf(channel: ChannelKind, { type, text, by }: Spoken, printed: Printed): OptInSource {
  if (type === 'missed-call') return 'missed-call';
  const joinedBy = by ?? (['qr', 'email'] as const).find((each) => printed[each].includes(text?.trim() ?? ''));
  if (joinedBy) return joinedBy;
  return channel === 'sms' || channel === 'kiosk' ? channel : 'message';
}

/** Whether something may be said: what was asked for always, other news only after a yes and never after STOP. */
export const mayBeTold = (
  event: Told,
  citizen: { readonly optIn?: Pick<OptIn, 'source'>; readonly noticesStopped: boolean },
): boolean => urgencyOf(event) !== 'news' || (citizen.optIn !== undefined && !citizen.noticesStopped);
