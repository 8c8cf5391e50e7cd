import type { ChannelKind } from '../shared/contact-point.ts';
import { type Instant, plusHours } from '../shared/time.ts';

/** When a citizen was last heard, by the channel and the line of ours on which it was. */
export type HeardOn = Readonly<Record<string, Instant>>;

/** `line` is an address of ours, such as a WhatsApp phone number id; channels with one line name none. */
export const heardNow = (before: HeardOn, channel: ChannelKind, line: string | undefined, now: Instant): HeardOn => ({
  ...before,
  [lineKey(channel, line)]: now,
});

/** He has another address there: from it he has not been heard. */
export const unheardOn = (before: HeardOn, channel: ChannelKind): HeardOn => {
  const closed = new Set(keysOf(before, channel));
  return Object.fromEntries(Object.entries(before).filter(([key]) => !closed.has(key)));
};

/** May free text be sent from this line? Some channels allow it only for some hours after the citizen's last message there. */
export function isWindowOpen(
  heardOn: HeardOn,
  channel: ChannelKind,
  line: string | undefined,
  sessionHours: number | undefined,
  now: Instant,
): boolean {
  if (sessionHours === undefined) return true;
  const keys = line === undefined ? keysOf(heardOn, channel) : [lineKey(channel, line), lineKey(channel, undefined)];
  return keys.some((key) => {
    const heardAt = heardOn[key];
    return heardAt !== undefined && now < plusHours(heardAt, sessionHours);
  });
}

const lineKey = (channel: ChannelKind, line: string | undefined): string =>
  line === undefined ? channel : `${channel}/${line}`;

const keysOf = (heardOn: HeardOn, channel: ChannelKind): readonly string[] =>
  Object.keys(heardOn).filter((key) => key === channel || key.startsWith(`${channel}/`));
