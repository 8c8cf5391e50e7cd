import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { env, readVariable, resolveSettings, SettingMistake } from '#config/environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileWith = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('a variable', () => {
  it('stands in the environment or in the file it names', () => {
    expect(readVariable('TOKEN', { TOKEN: 'secret' })).toBe('secret');
    expect(readVariable('TOKEN', { TOKEN_FILE: fileWith('token', 'secret\n') })).toBe('secret');
    expect(readVariable('TOKEN', {})).toBeUndefined();
  });

  it.each([
    ['empty', { TOKEN: '' }, 'TOKEN is set but empty.'],
    ['a nameless file', { TOKEN_FILE: '' }, 'TOKEN_FILE is set but empty.'],
    ['an empty file', { TOKEN_FILE: fileWith('empty', ' \n') }, 'TOKEN_FILE names an empty file.'],
    ['no file', { TOKEN_FILE: join(folder, 'none') }, 'TOKEN_FILE names a file that cannot be read.'],
    ['given twice', { TOKEN: 'a', TOKEN_FILE: 'b' }, 'Give TOKEN or TOKEN_FILE, not both.'],
  ])('that is %s stops the start with its name', (_what, environment, sentence) => {
    expect(() => readVariable('TOKEN', environment)).toThrow(new SettingMistake(sentence));
  });
});

describe('settings', () => {
  const configured = { apiUrl: env('API_URL', 'https://api.test'), key: env('KEY'), secret: env('SECRET'), size: 3 };
  const resolve = (environment: NodeJS.ProcessEnv) =>
    resolveSettings<object>(configured, 'The gateway "x"', environment);

  it('are complete when all is given, with what has a fallback', () => {
    const settings = { apiUrl: 'https://api.test', key: 'k', secret: 's', size: 3 };
    expect(resolve({ KEY: 'k', SECRET: 's' })).toEqual({ is: 'complete', settings });
  });

  it('are absent when nothing is given that must be', () => {
    expect(resolve({ API_URL: 'https://other.test' })).toEqual({ is: 'absent', missing: ['KEY', 'SECRET'] });
  });

  it('that are half given stop the start with both names', () => {
    expect(() => resolve({ KEY: 'k' })).toThrow(
      'The gateway "x": KEY is set, but SECRET is not; give all of them or none.',
    );
  });
});
