/** A way to reach a citizen, as he knows it; providers behind it may change. */
export type ChannelKind = 'whatsapp' | 'sms' | 'telegram' | 'kiosk' | 'console';

export const channelKinds: readonly ChannelKind[] = ['whatsapp', 'sms', 'telegram', 'kiosk', 'console'];

/** A citizen's address on one channel. One citizen has several, and a phone may be shared. */
export interface ContactPoint {
  readonly channel: ChannelKind;
  /** `phone`: E.164 with the plus sign. `user-id`: the provider's opaque id of the person (WhatsApp's BSUID, a Telegram chat). */
  readonly kind: 'phone' | 'user-id';
  readonly address: string;
}

/** One text for one contact point; the input of the keyed hash by which it is looked up. */
export const contactPointKey = ({ channel, kind, address }: ContactPoint): string => `${channel}:${kind}:${address}`;

/** The line for everything that has none of its own. */
export const GENERAL_LINE = 'all';

/** A number of ours that is one department's own. */
export interface Line {
  /** The provider's name for it, as `InboundMessage.to`. */
  readonly line: string;
  /** The department's id, or `all`. */
  readonly department: string;
  /** As people write to it. */
  readonly address: string;
}
