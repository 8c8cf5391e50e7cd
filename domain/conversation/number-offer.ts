import type { NumberMoment } from './conversation.ts';
import type { TurnInHand } from './turn.ts';

/**
 * An invitation to share his own number, where a tap does that, at a moment when it helps him: once at each such moment,
 * and never again once the number is known.
 */
export function offerNumber(turn: TurnInHand, at: NumberMoment): void {
  const { isKnown, offeredAt = [] } = turn.conversation.ownNumber ?? {};
  if (!turn.context.sharesNumber || isKnown || offeredAt.includes(at)) return;
  turn.change({ ownNumber: { offeredAt: [...offeredAt, at] } });
  turn.say(`talk.shareNumber.${at}`, { asksNumber: true });
}
