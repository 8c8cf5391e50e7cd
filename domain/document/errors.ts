import { Refusal } from '../shared/refusal.ts';

/** Nobody has made such a link. */
export class UploadUnknown extends Refusal {
  readonly kind = 'not-found';
  constructor() {
    super('upload.unknown');
  }
}

export class UploadExpired extends Refusal {
  readonly kind = 'gone';
  constructor() {
    super('upload.expired');
  }
}

/** What it was made for is there, or is not wanted any more. */
export class UploadUsed extends Refusal {
  readonly kind = 'gone';
  constructor() {
    super('upload.used');
  }
}

/** A paper was to be sent, and this is none. */
export abstract class NoPaperSent extends Refusal {
  readonly kind = 'invalid';
}

export class NothingSent extends NoPaperSent {
  constructor() {
    super('upload.nothing');
  }
}

export class PaperTooLarge extends NoPaperSent {
  constructor(megabytes: number) {
    super('upload.tooLarge', { megabytes });
  }
}

export class NotAPaper extends NoPaperSent {
  constructor(megabytes: number) {
    super('upload.notAPaper', { megabytes });
  }
}
