/** Makes identifiers that nobody can guess. */
export interface Ids {
  /** A UUID of version 7: sorts by time. */
  next(): string;
  /** Letters and digits that are not mistaken for each other when read aloud; `length` of them. */
  code(length: number): string;
  /** `length` decimal digits. */
  digits(length: number): string;
}
