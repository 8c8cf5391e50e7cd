import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { Channel } from './channel.ts';

/** The channels of this installation; one that config leaves out is off. */
export interface Channels {
  of(kind: ChannelKind): Channel | undefined;
  /** Which channel to try next when one does not deliver. */
  readonly fallback: readonly ChannelKind[];
}
