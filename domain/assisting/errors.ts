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

/** No such code, or it was used, or it has run out. */
export class EnrolmentUnknown extends Refusal {
  readonly kind = 'not-found';
  constructor() {
    super('assisting.enrolmentUnknown');
  }
}

/** An administrator has taken it out of service. */
export class KioskDisabled extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('assisting.kioskDisabled');
  }
}

/** No kiosk of ours, or another device has taken its place. */
export class KioskUnknown extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('assisting.kioskUnknown');
  }
}
