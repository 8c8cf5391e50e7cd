import { Refusal } from '../shared/refusal.ts';

/** No payment has this id. */
export class PaymentUnknown extends Refusal {
  readonly kind = 'not-found';
  constructor() {
    super('payment.unknown');
  }
}

/** The payment has ended, one way or another, and cannot be paid or changed so any more. */
export class PaymentClosed extends Refusal {
  readonly kind = 'gone';
  constructor() {
    super('payment.closed');
  }
}

/** The lines add up to nothing, or to less: there is nothing to ask for. */
export class NothingDue extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('payment.nothingDue');
  }
}

/** Somebody has paid this already, perhaps a moment ago and from another phone. */
export class AlreadyPaid extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('payment.alreadyPaid');
  }
}

/** The demand was taken back, such as when the application behind it was withdrawn. */
export class DemandCancelled extends Refusal {
  readonly kind = 'gone';
  constructor() {
    super('payment.demandCancelled');
  }
}

/** Only money that is waiting to go back, and so much of it, can be noted as given back. */
export class NoRefundDue extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('payment.noRefundDue');
  }
}

/** Nobody gets back more than he paid. */
export class RefundTooLarge extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('payment.refundTooLarge');
  }
}
