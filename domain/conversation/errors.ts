import { Refusal } from '../shared/refusal.ts';

/** A form beside the talk whose time is over, or which the talk has left behind. */
export class FormOver extends Refusal {
  readonly kind = 'gone';
  constructor() {
    super('form.over');
  }
}
