import { Refusal } from '../shared/refusal.ts';

/** Another officer talks to this citizen. */
export class TalkWithOther extends Refusal {
  readonly kind = 'conflict';
  constructor() {
    super('desk.talkWithOther');
  }
}

export class TalkEnded extends Refusal {
  readonly kind = 'gone';
  constructor() {
    super('desk.talkEnded');
  }
}

export class TalkUnknown extends Refusal {
  readonly kind = 'not-found';
  constructor() {
    super('desk.talkUnknown');
  }
}
