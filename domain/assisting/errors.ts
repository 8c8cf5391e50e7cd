import { Refusal } from '../shared/refusal.ts';

/** It was ended, it ran out, or it never was this operator's. */
export class SessionOver extends Refusal {
  readonly kind = 'gone';
  constructor() {
    super('assisting.sessionOver');
  }
}

export class NotOperator extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('assisting.notOperator');
  }
}
