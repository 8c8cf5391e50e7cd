import type { Reading } from '#domain/document/reading.ts';
import type { Checked } from './checked.ts';

/** Reads what stands in a photograph or PDF. */
export interface TextReader {
  readonly name: string;
  /**
   * Judges the file by its bytes and reads it. A bad photograph, a wrong or a harmful file is a reading with problems.
   * `expected` are the document types that would do; the reader uses them to know what to look for. @throws ReaderDown
   */
  read(file: Uint8Array, expected: readonly string[]): Promise<Reading>;
  check(): Promise<Checked>;
  close?(): Promise<void>;
}
