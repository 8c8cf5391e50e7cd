import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const check = fileURLToPath(new URL('../../config/node.cjs', import.meta.url));

/** Loads the check in a Node that says it is of this version. */
const loadedBy = (version: string) =>
  promisify(execFile)(process.execPath, [
    '-e',
    `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); require(${JSON.stringify(check)});`,
  ]);

describe('the version of Node', () => {
  it.each(['16.20.2', '20.20.2', '22.17.1'])('%s is turned away with a plain sentence', async (version) => {
    await expect(loadedBy(version)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`This is Node ${version}; Ek Sandesh needs 22.18 or newer`),
    });
  });

  it.each(['22.18.0', '23.0.0', '24.21.0'])('%s is let in without a word', async (version) => {
    expect(await loadedBy(version)).toEqual({ stdout: '', stderr: '' });
  });
});
