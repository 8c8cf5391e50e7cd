import type { Dated } from '../catalogue/service-definition.ts';
import type { ChannelKind } from '../shared/contact-point.ts';
import type { Urgency } from './urgency.ts';

/** Minutes within which a channel has to report a message as delivered; then it goes by the next one. */
export type DeliveryLimits = {
  /** Longer for replies: who has just written is there, and soon online again. */
  readonly [Kind in ChannelKind]?: Readonly<Record<Urgency, Dated<number>>>;
};

/** Why it went on, as it stands on the delivery record. */
export const NOT_IN_TIME = 'not-delivered-in-time';
