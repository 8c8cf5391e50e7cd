/** What was seen in a paper that a citizen sent. Nothing in it counts until the citizen has confirmed it. */
export interface Reading {
  /** The document type recognised, such as `birth-slip`; absent when none was. */
  readonly type?: string;
  /** How well it could be read at all. */
  readonly quality: 'good' | 'poor' | 'unusable';
  /** By fact name of the document type, such as `child_dob`; dates ISO. */
  readonly facts: Readonly<Record<string, ReadFact>>;
  /** Why it is poor or unusable, the most helpful first. Each is a key `paper.<problem>` of a sentence that says what to do. */
  readonly problems: readonly PaperProblem[];
}

export interface ReadFact {
  readonly value: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly source: 'ocr' | 'qr' | 'text';
}

export type PaperProblem =
  | 'blurred'
  | 'tooDark'
  | 'tooSmall'
  | 'glare'
  | 'noText'
  | 'wrongType'
  | 'notAPaper'
  | 'tooLarge'
  | 'tooManyPages'
  | 'tooManyPixels'
  | 'locked'
  | 'damaged'
  | 'tookTooLong';
