import type { Destination } from '#application/ports/out/channel.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import { paces } from '../pace.ts';
import type { TelegramSettings } from './api.ts';

/** In all, as the Bot API's questions and answers say. */
const OVERALL = { capacity: 30, perSecond: 30 };
/** "Short bursts" beyond one a second are let pass in one chat; how long they may be is not said. */
const CHAT = { capacity: 20, perSecond: 1 };

/** Telegram's two paces: of the bot, and in each chat. */
export function pace(_settings: TelegramSettings, clock: Clock) {
  const secondsUntil = paces({ line: OVERALL, pair: CHAT }, clock);
  return ({ contactPoint: { address } }: Destination): number => secondsUntil('bot', address);
}
