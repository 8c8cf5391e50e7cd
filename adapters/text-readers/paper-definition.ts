/** How a value is written, and so how it is checked and put into one form. */
export type ValueKind = 'date' | 'name' | 'sex' | 'text' | 'address' | 'number';

/** One thing a document type can tell, and where it stands on the paper. */
export interface FactDefinition {
  /** As in the list of document types, such as `child_dob`. */
  readonly name: string;
  readonly kind: ValueKind;
  /** What stands before or above the value, in every language and wording seen; small misreadings are forgiven. */
  readonly labels: readonly string[];
  /** A regular expression; its first group, or the whole match, is the value. For numbers with a known form. */
  readonly pattern?: string;
  /** The value carries no label: it is the line that contains one of these words, such as the hospital's letterhead. */
  readonly heading?: readonly string[];
  /** The value carries no label: it is the line right above this other fact. */
  readonly above?: string;
  /** Not every such paper, or not every side of it, tells this. */
  readonly optional?: boolean;
  /** The value is recognised by its own form wherever it stands. */
  readonly anywhere?: boolean;
}

/** A document type as data. A type without keywords, such as a complaint's photograph, is not read at all. */
export interface PaperDefinition {
  readonly type: string;
  readonly keywords: readonly string[];
  readonly facts: readonly FactDefinition[];
  /** Labels of things nobody asks for; they only end the value before them. */
  readonly otherLabels?: readonly string[];
  /** The type carries a code with the same facts, signed by its issuer. */
  readonly qr?: 'aadhaar';
  /** The type is a choice: any of these others would do. */
  readonly anyOf?: readonly string[];
}
