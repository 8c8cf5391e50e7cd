import { Refusal } from '../shared/refusal.ts';

export class ApplicationUnknown extends Refusal {
  readonly kind = 'not-found';
  constructor() {
    super('application.unknown');
  }
}

export class FeeUnpaid extends Refusal {
  readonly kind = 'conflict';
  constructor(acknowledgementNumber: string) {
    super('application.feeUnpaid', { acknowledgementNumber });
  }
}

/** The file was decided, withdrawn or closed already. */
export class AlreadyDecided extends Refusal {
  readonly kind = 'conflict';
  constructor(acknowledgementNumber: string) {
    super('application.alreadyDecided', { acknowledgementNumber });
  }
}

/** The step asked for does not belong to the state the file is in, such as an answer where no query is open. */
export class NotNow extends Refusal {
  readonly kind = 'conflict';
  constructor(acknowledgementNumber: string) {
    super('application.notNow', { acknowledgementNumber });
  }
}

/** The officer looked at an older version of the file than the one that is stored. */
export class ChangedMeanwhile extends Refusal {
  readonly kind = 'conflict';
  constructor(acknowledgementNumber: string) {
    super('application.changedMeanwhile', { acknowledgementNumber });
  }
}

export class ReasonMissing extends Refusal {
  readonly kind = 'invalid';
  constructor() {
    super('application.reasonMissing');
  }
}

export class NothingCorrected extends Refusal {
  readonly kind = 'invalid';
  constructor() {
    super('application.nothingCorrected');
  }
}

export class CorrectionUnfit extends Refusal {
  readonly kind = 'invalid';
  constructor() {
    super('application.correctionUnfit');
  }
}

/** The citizen is to see what was done. */
export class PhotoMissing extends Refusal {
  readonly kind = 'invalid';
  constructor() {
    super('application.photoMissing');
  }
}

export class NotAPhoto extends Refusal {
  readonly kind = 'invalid';
  constructor() {
    super('application.notAPhoto');
  }
}

/** A reopened complaint that is resolved again goes to the zonal officer; it cannot be reopened a second time. */
export class ReopenedBefore extends Refusal {
  readonly kind = 'conflict';
  constructor(acknowledgementNumber: string) {
    super('application.reopenedBefore', { acknowledgementNumber });
  }
}

/** There is one about the same thing already; another may be filed by whoever means it. */
export class DuplicateFound extends Refusal {
  readonly kind = 'conflict';
  constructor(acknowledgementNumber: string) {
    super('application.duplicate', { acknowledgementNumber });
  }
}

/** Somebody else has filed one about the same thing; who, and by which number, is not told. */
export class DuplicateOfAnother extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('application.duplicateOfAnother');
  }
}

/** There are others about the same thing, which the officer has not said to have looked at. */
export class OthersUnseen extends Refusal {
  readonly kind = 'conflict';
  constructor(numbers: readonly string[]) {
    super('application.othersUnseen', { numbers: numbers.join(', ') });
  }
}

/** There is one about the same thing already, and the service allows no second. */
export class DuplicateBlocked extends Refusal {
  readonly kind = 'conflict';
  constructor(acknowledgementNumber: string) {
    super('application.duplicateBlocked', { acknowledgementNumber });
  }
}
