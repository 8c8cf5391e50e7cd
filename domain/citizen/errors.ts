import { Refusal } from '../shared/refusal.ts';

/** What is still being decided cannot be forgotten: the citizen takes it back first, or waits for the decision. */
export class StillInHand extends Refusal {
  readonly kind = 'conflict';
  constructor(acknowledgementNumber: string) {
    super('citizen.stillInHand', { acknowledgementNumber });
  }
}

/** Passwords are sent for money, and are read by whoever has the phone: not without end. */
export class TooManyPasswords extends Refusal {
  readonly kind = 'too-many';
  constructor() {
    super('citizen.tooManyPasswords');
  }
}

export class TooManyWrongPasswords extends Refusal {
  readonly kind = 'too-many';
  constructor() {
    super('citizen.tooManyWrongPasswords');
  }
}

export class PasswordWrong extends Refusal {
  readonly kind = 'invalid';
  constructor(triesLeft: number) {
    super('citizen.passwordWrong', { triesLeft });
  }
}

export class PasswordOver extends Refusal {
  readonly kind = 'gone';
  constructor() {
    super('citizen.passwordOver');
  }
}

export class PhoneNotUnderstood extends Refusal {
  readonly kind = 'invalid';
  constructor() {
    super('citizen.phoneNotUnderstood');
  }
}

export class LinkUnknown extends Refusal {
  readonly kind = 'gone';
  constructor() {
    super('citizen.linkUnknown');
  }
}

/** Two records with files of their own are never made one. */
export class BothHaveFiles extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('citizen.bothHaveFiles');
  }
}
