import type { Destination } from '#application/ports/out/channel.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import { paces } from '../pace.ts';
import type { WhatsAppSettings } from './client.ts';

/** To one person a message every six seconds; up to 45 at once are borrowed from what comes later. */
const PAIR = { capacity: 45, perSecond: 1 / 6 };

/** Meta's two paces: of each of our numbers, and to each person. */
export function pace({ messagesPerSecond = 80, phoneNumberId }: WhatsAppSettings, clock: Clock) {
  const secondsUntil = paces(
    { line: { capacity: messagesPerSecond, perSecond: messagesPerSecond }, pair: PAIR },
    clock,
  );
  return ({ contactPoint: { address }, from = phoneNumberId }: Destination): number => secondsUntil(from, address);
}
