import { describe, expect, it } from 'vitest';
import { forWhomSaid } from '#domain/answers/for-whom.ts';

describe('for whom somebody asks', () => {
  it.each([
    ['papa ke liye pension ka form bharna hai', 'parent'],
    ['mere pita ji ki budhapa pension', 'parent'],
    ['meri beti ke liye caste certificate', 'child'],
    ['मेरी बेटी के लिए जाति प्रमाण पत्र', 'child'],
    ['income certificate for my son', 'child'],
    ['padosi ke liye ration card', 'other'],
    ['pension chahiye', undefined],
    ['pita ka naam Rohit hai', undefined],
    ['beti hui hai', undefined],
  ])('"%s": %s', (text, whom) => {
    expect(forWhomSaid(text)).toBe(whom);
  });
});
