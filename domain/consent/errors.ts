import { Refusal } from '../shared/refusal.ts';

/** Data was to be used for a purpose that the citizen has not agreed to, or no longer agrees to. */
export class ConsentMissing extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('consent.missing');
  }
}
