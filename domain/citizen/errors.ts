import { Refusal } from '../shared/refusal.ts';

/** What is still being decided cannot be forgotten: the citizen takes it back first, or waits for the decision. */
export class StillInHand extends Refusal {
  readonly kind = 'conflict';
  constructor(acknowledgementNumber: string) {
    super('citizen.stillInHand', { acknowledgementNumber });
  }
}
