import type { CitizenId, DocumentId } from '#domain/shared/ids.ts';
import type { Checked } from './checked.ts';

/** Keeps files sealed with the citizen's key; when the key is destroyed, they can be read no more. */
export interface DocumentStore {
  /** Replaces what was there under the id. Throws when the citizen has been erased: there is no key to seal with. */
  put(id: DocumentId, citizenId: CitizenId, file: StoredFile): Promise<void>;
  /** Absent when it never was there, or the citizen has been erased. */
  get(id: DocumentId, citizenId: CitizenId): Promise<StoredFile | undefined>;
  remove(id: DocumentId, citizenId: CitizenId): Promise<void>;
  check(): Promise<Checked>;
}

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly mime: string;
}
