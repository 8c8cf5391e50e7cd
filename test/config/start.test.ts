import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPlatform } from '#config/start.ts';

describe('a start on any free port', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** The port, and whether somebody else could have it while the store was being opened; there the start ends. */
  async function startedUpToItsStore(): Promise<[number, string]> {
    let seen: [number, string] | undefined;
    const ended = startPlatform({
      environment: { DATA_DIR: folder, PORT: '0' },
      openStore: async ({ port }) => {
        seen = [port, await taken(port)];
        throw new Error('no further');
      },
    });
    await expect(ended).rejects.toThrow('no further');
    if (!seen) throw new Error('no store was opened');
    return seen;
  }

  const taken = (port: number): Promise<string> =>
    new Promise((settle) => {
      const other = createServer();
      other.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.message));
      other.listen(port, '127.0.0.1', () => other.close(() => settle('free')));
    });

  it('holds the port from the first link on that names it, and lets it go when the start fails', async () => {
    const [port, then] = await startedUpToItsStore();
    expect(port).toBeGreaterThan(0);
    expect(then).toBe('EADDRINUSE');
    expect(await taken(port)).toBe('free');
  });
});
