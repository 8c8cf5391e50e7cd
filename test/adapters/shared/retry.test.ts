import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffSeconds, isWorthRetrying, retryAfterSeconds } from '#adapters/shared/retry.ts';

describe('waiting before the next try', () => {
  it('doubles, up to the most', () => {
    const waits = [1, 2, 3, 4, 5].map((failures) => backoffSeconds(failures, 0, { firstSeconds: 1, maxSeconds: 10 }));
    expect(waits).toEqual([1, 2, 4, 8, 10]);
  });

  it('grows as the provider asks', () => {
    expect(backoffSeconds(3, 0, { firstSeconds: 1, maxSeconds: 100, factor: 4 })).toBe(16);
  });

  it('stays between half and the whole of the wait, whatever the jitter', () => {
    const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), jitter, (failures, random) => {
        const full = backoffSeconds(failures, 0, { firstSeconds: 2, maxSeconds: 600 });
        const wait = backoffSeconds(failures, random, { firstSeconds: 2, maxSeconds: 600 });
        expect(wait).toBeGreaterThan(full / 2 - 1e-9);
        expect(wait).toBeLessThanOrEqual(full);
        expect(full).toBeLessThanOrEqual(600);
      }),
    );
  });

  it.each([408, 429, 500, 503])('is worth it after %i', (status) => {
    expect(isWorthRetrying(status)).toBe(true);
  });

  it.each([200, 400, 401, 404, 413])('is not worth it after %i', (status) => {
    expect(isWorthRetrying(status)).toBe(false);
  });

  it.each([
    ['30', 30],
    ['0', 0],
    ['soon', undefined],
    ['-1', undefined],
    ['99999999', undefined],
  ])('reads Retry-After: %s', (value, seconds) => {
    expect(retryAfterSeconds(new Headers({ 'retry-after': value }))).toBe(seconds);
  });

  it('reads nothing where the provider asks for nothing', () => {
    expect(retryAfterSeconds(new Headers())).toBeUndefined();
  });
});
