import type { Dated } from '../catalogue/service-definition.ts';
import type { ChannelKind } from '../shared/contact-point.ts';

/** Minutes within which a channel has to report a message as delivered; then it goes by the next one. */
export type DeliveryLimits = {
  readonly [Kind in ChannelKind]?: {
    /** Of answers: who has just written is there, and soon online again. */
    readonly reply: Dated<number>;
    readonly notice: Dated<number>;
    readonly news: Dated<number>;
  };
};

/** Why it went on, as it stands on the delivery record. */
export const NOT_IN_TIME = 'not-delivered-in-time';
