import type { PhraseValues } from './phrase.ts';

export type RefusalKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'gone' | 'too-many';

/**
 * A rule says no. `key` names the sentence that people read, `details` fills its gaps;
 * details carry numbers that a citizen may see, and no personal data.
 */
export abstract class Refusal extends Error {
  abstract readonly kind: RefusalKind;
  readonly key: string;
  readonly details: PhraseValues;

  constructor(key: string, details: PhraseValues = {}) {
    super(key);
    this.name = new.target.name;
    this.key = key;
    this.details = details;
  }
}
