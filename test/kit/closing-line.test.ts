import { describe, expect, it } from 'vitest';
import { lineOf } from './closing-line.ts';

describe('the closing line of a test run', () => {
  it('tells how many passed and failed', () => {
    expect(lineOf({ passed: 12, failed: 1, skipped: 0 })).toBe('12 passed, 1 failed');
  });

  it('tells what was skipped only when something was', () => {
    expect(lineOf({ passed: 12, failed: 0, skipped: 3 })).toBe('12 passed, 0 failed, 3 skipped');
  });
});
