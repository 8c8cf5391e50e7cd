import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('./transcripts/', import.meta.url);
const head = (transcript: string, name: string): string =>
  transcript.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1] ?? '';

/** What goes astray in the transcripts, and in which language. */
const repaired = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .flatMap((transcript) =>
    head(transcript, 'repairs')
      .split(', ')
      .filter((pattern) => pattern !== '')
      .map((pattern) => ({ pattern, language: head(transcript, 'language') })),
  );

const patterns = [
  'cancel',
  'correct',
  'digress',
  'several answers',
  'go back',
  'skip',
  'clarify',
  'handoff',
  'changed definition',
  'too long',
  'empty',
  'media',
];

describe('what goes astray in a talk', () => {
  it.each(patterns)('is shown put right in Hindi, English and Hinglish: %s', (pattern) => {
    const languages = repaired.filter((each) => each.pattern === pattern).map(({ language }) => language);
    expect([...new Set(languages)].sort()).toEqual(['en', 'hi', 'hi-Latn']);
  });

  it('is called by one of these names', () => {
    expect(repaired.filter(({ pattern }) => !patterns.includes(pattern))).toEqual([]);
  });
});
