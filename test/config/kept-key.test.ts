import { createPrivateKey } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptKey } from '#config/kept-key.ts';

describe('the key of the forms in a demo', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kept-key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is the same after a restart, and the same for two who start at once', async () => {
    const path = join(folder, 'keys', 'flows.pem');
    const [one, other] = await Promise.all([keptKey(path), keptKey(path)]);
    expect(other).toBe(one);
    expect(await keptKey(path)).toBe(one);
    expect(createPrivateKey(one).asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  it('is for nobody else to read, and leaves nothing beside it', async () => {
    const path = join(folder, 'keys', 'flows.pem');
    await keptKey(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'keys'))).toEqual(['flows.pem']);
  });
});
