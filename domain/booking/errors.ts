import { Refusal } from '../shared/refusal.ts';

/** Somebody else was faster, or the time has passed. */
export class SlotTaken extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('booking.slotTaken');
  }
}

/** It has been moved as often as it may be, or it is too late for that. */
export class NoMoreMoves extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('booking.noMoreMoves');
  }
}
