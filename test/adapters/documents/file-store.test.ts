import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileStore } from '#adapters/documents/file-store/index.ts';
import type { Log } from '#application/ports/out/log.ts';
import { describeDocumentStore, someKeys } from '#test/contracts/describe-document-store.ts';

const quiet: Log = { info: () => undefined, warn: () => undefined, alarm: () => undefined };

describeDocumentStore('the file store', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'file-store-'));
  const keys = someKeys();
  return {
    store: openFileStore({ directory }, { keys, log: quiet }),
    keys,
    close: () => rm(directory, { recursive: true }),
  };
});

describe('the file store', () => {
  const citizenId = 'citizen-1';
  const secret = 'आधार slip of an invented person';
  const file = { bytes: new TextEncoder().encode(secret), mime: 'application/x-distinctive' };
  let directory: string;
  let alarms: { event: string; ids: unknown }[];
  let store: ReturnType<typeof openFileStore>;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'file-store-'));
    alarms = [];
    const log: Log = { ...quiet, alarm: (event, ids) => alarms.push({ event, ids }) };
    store = openFileStore({ directory }, { keys: someKeys(), log });
  });
  afterEach(() => rm(directory, { recursive: true }));

  const files = async (): Promise<string[]> =>
    (await readdir(directory, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  const onlyFile = async (): Promise<string> => {
    const [path, ...others] = await files();
    expect(others).toEqual([]);
    if (path === undefined) throw new Error('no file was written');
    return path;
  };

  it('writes neither the words nor the type of a file to the disk, and leaves no draft', async () => {
    await store.put('doc-1', citizenId, file);
    const written = await readFile(await onlyFile());
    expect(written.includes(secret)).toBe(false);
    expect(written.includes(file.mime)).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('lets nobody else on the machine read it', async () => {
    await store.put('doc-1', citizenId, file);
    expect((await stat(await onlyFile())).mode & 0o077).toBe(0);
  });

  it('seals the same file differently each time', async () => {
    await store.put('doc-1', citizenId, file);
    const first = await readFile(await onlyFile());
    await store.put('doc-1', citizenId, file);
    expect((await readFile(await onlyFile())).equals(first)).toBe(false);
  });

  it('treats a file with any one bit changed as absent, and raises an alarm without personal data', async () => {
    await store.put('doc-1', citizenId, file);
    const path = await onlyFile();
    const whole = await readFile(path);
    for (let byte = 0; byte < whole.length; byte += 1) {
      const altered = Buffer.from(whole);
      altered.writeUInt8(altered.readUInt8(byte) ^ 1, byte);
      await writeFile(path, altered);
      expect(await store.get('doc-1', citizenId)).toBeUndefined();
    }
    expect(alarms).toHaveLength(whole.length);
    expect(alarms[0]).toEqual({ event: 'document.cannot-be-opened', ids: { documentId: 'doc-1', citizenId } });
  });

  it.each([0, 1, 28, 29])('treats a file cut to %i bytes as absent', async (length) => {
    await store.put('doc-1', citizenId, file);
    const path = await onlyFile();
    await writeFile(path, (await readFile(path)).subarray(0, length));
    expect(await store.get('doc-1', citizenId)).toBeUndefined();
    expect(alarms).toHaveLength(1);
  });

  it('does not open a file that was put under the name of another document', async () => {
    await store.put('doc-1', citizenId, file);
    const sealed = await readFile(await onlyFile());
    await store.put('doc-2', citizenId, { ...file, bytes: new Uint8Array([1]) });
    const second = (await files()).find((path) => path.includes('doc-2'));
    await writeFile(second ?? '', sealed);
    expect(await store.get('doc-2', citizenId)).toBeUndefined();
  });

  it('raises an alarm when the key is another one, and none when the document never was', async () => {
    await store.put('doc-1', citizenId, file);
    await store.get('doc-3', citizenId);
    expect(alarms).toEqual([]);
    await store.get('doc-1', 'citizen-2');
    expect(alarms).toHaveLength(1);
  });

  it('says so when it cannot write', async () => {
    await writeFile(join(directory, 'a-file'), '');
    const blocked = openFileStore({ directory: join(directory, 'a-file') }, { keys: someKeys(), log: quiet });
    expect(await blocked.check()).toMatchObject({ ok: false });
  });
});
