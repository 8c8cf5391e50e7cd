import { TokenBuckets } from '#adapters/shared/token-buckets.ts';
import type { Destination } from '#application/ports/out/channel.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { WhatsAppSettings } from './client.ts';

/** To one person a message every six seconds; up to 45 at once are borrowed from what comes later. */
const PAIR = { capacity: 45, perSecond: 1 / 6 };
/** Shorter waits are not worth putting a message off for. */
const SHORTEST_WAIT_SECONDS = 0.5;

/** Meta's two paces, kept here so that nothing is refused: of each of our numbers, and to each person. */
export function pace({ messagesPerSecond = 80, phoneNumberId }: WhatsAppSettings, clock: Clock) {
  const nowMs = (): number => Date.parse(clock.now());
  const numbers = new TokenBuckets({ capacity: messagesPerSecond, perSecond: messagesPerSecond, nowMs });
  const pairs = new TokenBuckets({ ...PAIR, nowMs });
  return ({ contactPoint: { address }, from = phoneNumberId }: Destination): number => {
    const seconds = pairs.secondsUntil(`${from}>${address}`) || numbers.secondsUntil(from);
    return seconds === 0 ? 0 : Math.max(seconds, SHORTEST_WAIT_SECONDS);
  };
}
