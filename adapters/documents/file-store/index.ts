import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentStore } from '#application/ports/out/document-store.ts';
import type { Keys } from '#application/ports/out/keys.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { CitizenId, DocumentId } from '#domain/shared/ids.ts';
import { isMissing, writeWhole } from './atomic.ts';
import { open, seal } from './sealed-file.ts';

export interface FileStoreSettings {
  /** Made when it is missing. Its files are useless without the citizens' keys. */
  readonly directory: string;
}

/** Documents as files on a disk, one for each, sealed with the citizen's key. */
export function openFileStore(
  { directory }: FileStoreSettings,
  { keys, log }: { keys: Keys; log: Log },
): DocumentStore {
  return {
    async put(id, citizenId, file) {
      if (!isPlain(id)) throw new RangeError('a document id is made of at most 64 letters, digits, _ and -');
      const key = await keys.keyOf(citizenId);
      if (!key) throw new Error('the citizen has no key: erased, or never known');
      await writeWhole(pathOf(directory, id), seal(file, key, id));
    },
    async get(id, citizenId) {
      const sealed = isPlain(id) ? await readIfThere(pathOf(directory, id)) : undefined;
      const key = sealed && (await keys.keyOf(citizenId));
      if (!key) return undefined;
      const file = open(sealed, key, id);
      if (!file) alarm(log, id, citizenId);
      return file;
    },
    async remove(id) {
      if (isPlain(id)) await rm(pathOf(directory, id), { force: true });
    },
    async check() {
      try {
        const probe = join(directory, 'probe');
        await writeWhole(probe, Buffer.from('probe'));
        await rm(probe);
        return { ok: true };
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
        return { ok: false, problem: `cannot write into ${directory}: ${reason}` };
      }
    },
  };
}

// Another citizen's key and an altered file look the same from here; both deserve an operator's eye.
const alarm = (log: Log, documentId: DocumentId, citizenId: CitizenId): void =>
  log.alarm('document.cannot-be-opened', { documentId, citizenId });

const isPlain = (id: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(id);

/** Fanned out by a hash: time-ordered ids begin alike, and would all fall into one folder. */
function pathOf(directory: string, id: DocumentId): string {
  const hash = createHash('sha256').update(id).digest('hex');
  return join(directory, hash.slice(0, 2), hash.slice(2, 4), `${id}.sealed`);
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
