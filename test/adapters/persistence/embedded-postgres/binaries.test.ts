import { chmod, mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountFor, parseUsers } from '#adapters/persistence/embedded-postgres/account.ts';
import { readyNative } from '#adapters/persistence/embedded-postgres/binaries.ts';
import { isRoot } from './kit.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-native-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A package like the real one, whose programs run only once its library has its second name. */
async function aPackage(): Promise<string> {
  const native = join(folder, 'package', 'native');
  await mkdir(join(native, 'bin'), { recursive: true });
  await mkdir(join(native, 'lib'));
  await writeFile(join(folder, 'package', 'package.json'), '{"version":"18.0.0"}');
  await writeFile(join(native, 'lib', 'libicu.so.60.2'), 'a library');
  const program =
    '#!/bin/sh\ncat "$(dirname "$0")/../lib/libicu.so.60" >/dev/null && echo "postgres (PostgreSQL) 18.4"\n';
  for (const name of ['postgres', 'initdb']) await writeFile(join(native, 'bin', name), program, { mode: 0o700 });
  const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }];
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  return native;
}

describe('readyNative', () => {
  it('makes the library links that an installation without scripts left out', async () => {
    const native = await aPackage();
    expect(await readyNative(native, {}, join(folder, 'shared'))).toBe(native);
    expect(await readlink(join(native, 'lib', 'libicu.so.60'))).toBe('libicu.so.60.2');
  });

  it.skipIf(!isRoot)('copies programs that lie where the account cannot go (skipped unless root)', async () => {
    const native = await aPackage();
    const account = await accountFor(join(folder, 'none'));
    const sharedFolder = await mkdtemp(join(tmpdir(), 'ek-sandesh-shared-'));
    try {
      await chmod(sharedFolder, 0o755);
      const ready = await readyNative(native, account, sharedFolder);
      expect(ready).toBe(join(sharedFolder, 'postgresql-18.0.0'));
      expect(await readFile(join(ready, 'lib', 'libicu.so.60'), 'utf8')).toBe('a library');
    } finally {
      await rm(sharedFolder, { recursive: true });
    }
  });
});

describe('parseUsers', () => {
  it('knows every user but root and those with no proper number', () => {
    const users = parseUsers('root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\nbroken:x\n\n');
    expect([...users]).toEqual([['nobody', { uid: 65534, gid: 65534 }]]);
  });
});
