import { Refusal } from '../shared/refusal.ts';

export class NotYourOffice extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('desk.notYourOffice');
  }
}

/** The citizen took his consent back: nobody looks at his data for this purpose any more. */
export class ConsentWithdrawn extends Refusal {
  readonly kind = 'forbidden';
  constructor() {
    super('desk.consentWithdrawn');
  }
}

/** The same for an unknown name and a wrong password, so that names cannot be tried out. */
export class SignInRefused extends Refusal {
  readonly kind = 'unauthenticated';
  constructor() {
    super('desk.signInRefused');
  }
}

export class TooManyTries extends Refusal {
  readonly kind = 'too-many';
  constructor(minutes: number) {
    super('desk.tooManyTries', { minutes });
  }
}
