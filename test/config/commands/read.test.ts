import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { birthSlipPhoto, program } from '#test/kit/papers.ts';

const command = fileURLToPath(new URL('../../../config/commands/read.ts', import.meta.url));

const run = (...given: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['--no-warnings', command, ...given], (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

describe('npm run read', { timeout: 30_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'read-'));
    await writeFile(join(folder, 'slip.jpg'), await birthSlipPhoto());
    await writeFile(join(folder, 'program.jpg'), program());
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints the reading as one line of JSON and nothing else', async () => {
    const { code, out, err } = await run(join(folder, 'slip.jpg'), '--as', 'birth-slip');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      type: 'birth-slip',
      quality: 'good',
      facts: { child_dob: { value: '2026-03-05', source: 'ocr' } },
      problems: [],
    });
  });

  it('prints what is wrong with a file as a reading too', async () => {
    const { code, out } = await run(join(folder, 'program.jpg'));
    expect({ code, reading: JSON.parse(out) }).toEqual({
      code: 0,
      reading: { type: null, quality: 'unusable', facts: {}, problems: ['notAPaper'] },
    });
  });

  it.each([[], ['no-such-file.jpg'], ['--unknown', 'x']])(
    'says in one line why it cannot read: %j',
    async (...given) => {
      const { code, out, err } = await run(...given);
      expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
    },
  );
});
