import type { ChannelKind, ContactPoint } from '../shared/contact-point.ts';

/** The next contact point to try: in the installation's order of channels, each at most once. */
export const nextContactPoint = (
  points: readonly ContactPoint[],
  order: readonly ChannelKind[],
  tried: readonly ChannelKind[],
): ContactPoint | undefined =>
  order
    .filter((channel) => !tried.includes(channel))
    .map((channel) => pointOn(channel, points))
    .find((point) => point !== undefined);

function pointOn(channel: ChannelKind, points: readonly ContactPoint[]): ContactPoint | undefined {
  const own = points.find((point) => point.channel === channel && isReachable(point));
  if (own || channel !== 'sms') return own;
  // Who has WhatsApp or Telegram has proven to it that the number is his: an SMS reaches the same phone.
  const phone = points.find(({ channel: by, kind }) => kind === 'phone' && (by === 'whatsapp' || by === 'telegram'));
  return phone && { ...phone, channel };
}

// An SMS cannot be sent to a provider's user id, and Telegram cannot be reached by a number.
const isReachable = ({ channel, kind }: ContactPoint): boolean =>
  channel === 'sms' ? kind === 'phone' : channel !== 'telegram' || kind === 'user-id';
