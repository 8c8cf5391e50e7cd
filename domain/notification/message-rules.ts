import type { Dated } from '../catalogue/service-definition.ts';
import type { ChannelKind } from '../shared/contact-point.ts';
import { dayOf, type Instant, instantAt, localTimeOf, plusDays, plusMinutes } from '../shared/time.ts';
import type { HeardOn } from './session-window.ts';
import type { Urgency } from './urgency.ts';

/** What the regulator of telecommunications and the installation itself allow each kind of message to do. */
export interface MessageRules {
  /** Local times between which a message may leave that is not allowed at any hour. */
  readonly hours: Dated<{ readonly from: string; readonly until: string }>;
  /** Minutes after his last message for which a citizen is taken to be awake, and in the talk. */
  readonly awakeMinutes: Dated<number>;
  readonly kinds: Readonly<Record<Urgency, Dated<MessageRule>>>;
  readonly categories: Readonly<Record<MessageCategory, Dated<CategoryRule>>>;
}

/** As which a text is registered with the operators. */
export type MessageCategory = 'transactional' | 'service-implicit' | 'service-explicit' | 'promotional';

export interface MessageRule {
  readonly category: MessageCategory;
  readonly atAnyHour: boolean;
}

/** What the regulator says of a category, whatever the installation allows beside it. */
export interface CategoryRule {
  /** Whether it may go to a number on the operators' do-not-disturb register. */
  readonly passesDoNotDisturb: boolean;
  /** Local times between which it may leave, also to who is in the talk; absent: at any. */
  readonly hours?: { readonly from: string; readonly until: string };
}

/** Why it waits, as it stands on the delivery record. */
export const QUIET_HOURS = 'quiet-hours';

/** When a message may leave; absent: now. */
export function mayLeaveAt(
  { hours, awakeMinutes, kinds, categories }: MessageRules,
  { urgency, heardOn }: { readonly urgency: Urgency; readonly heardOn: HeardOn },
  now: Instant,
): Instant | undefined {
  const awakeSince = plusMinutes(now, -awakeMinutes.value);
  const isAwake = Object.values(heardOn).some((heardAt) => heardAt > awakeSince);
  const { category, atAnyHour } = kinds[urgency].value;
  const bound = categories[category].value.hours ?? (atAnyHour || isAwake ? undefined : hours.value);
  if (!bound) return undefined;
  const { from, until } = bound;
  const [today, time] = [dayOf(now), localTimeOf(now).slice(11)];
  if (time >= from && time < until) return undefined;
  return instantAt(time < from ? today : plusDays(today, 1), from);
}

/**
 * Channels by which a message must not go. Who stands on the register only the operators know, so what does not pass
 * it goes by SMS to nobody.
 */
export const barredFor = ({ kinds, categories }: MessageRules, urgency: Urgency): readonly ChannelKind[] =>
  categories[kinds[urgency].value.category].value.passesDoNotDisturb ? [] : ['sms'];
