import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, isSame, isZero, nothing, paise, rupees } from '#domain/shared/money.ts';

describe('money', () => {
  it('is counted in whole paise, exactly', () => {
    expect(add(rupees(0.1), rupees(0.2))).toEqual(rupees(0.3));
    expect(rupees(19.99)).toEqual(paise(1999));
    expect(() => paise(0.5)).toThrow(RangeError);
    expect(() => paise(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
  });

  it('adds up to the same in any order', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }).map(paise));
    fc.assert(
      fc.property(amounts, (each) => {
        expect(isSame(add(...each), add(...[...each].reverse()))).toBe(true);
      }),
    );
    expect(isZero(add())).toBe(true);
    expect(isZero(nothing)).toBe(true);
  });
});
