import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingKeys } from '#test/kit/dialogue.ts';
import { play } from '#test/kit/transcript.ts';

const folder = new URL('./transcripts/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('a talk', () => {
  it.each(names)('goes as written: %s', (name) => {
    const { actual, expected } = play(readFileSync(new URL(name, folder), 'utf8'));
    expect(actual).toBe(expected);
    expect(actual).not.toContain('(not wished for)');
    expect(missingKeys()).toEqual([]);
  });
});
