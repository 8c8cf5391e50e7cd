import { readFile, stat } from 'node:fs/promises';
import { MediaUnavailable } from '#domain/shared/failure.ts';

/** @throws MediaUnavailable */
export async function readFileAt(path: string, maxBytes: number): Promise<Uint8Array> {
  const size = await stat(path).then(
    ({ size }) => size,
    (cause: unknown) => {
      throw new MediaUnavailable('no-such-file', { retry: false, cause });
    },
  );
  if (size > maxBytes) throw new MediaUnavailable('too-large', { retry: false });
  return readFile(path);
}
