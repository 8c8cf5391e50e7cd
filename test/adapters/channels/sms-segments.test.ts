import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGsm7, segmentsOf, unitsOf, withoutCostlySigns } from '#adapters/channels/sms-segments.ts';

const sizes = (text: string): number[] => segmentsOf(text).map((each) => each.length);
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const letters = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

const anyText = fc
  .array(fc.constantFrom('a', '€', '{', 'é', 'word ', 'क्षि', 'नमस्ते ', '👩‍👩‍👧', '🇮🇳', '\n', 'x'.repeat(60)), {
    size: 'large',
  })
  .map((all) => all.join(''));

describe('the segments of an SMS', () => {
  it.each([
    ['one of 160 Latin letters', 'a'.repeat(160), [160]],
    ['two of 161', 'a'.repeat(161), [153, 8]],
    ['one of 80 signs that take two septets', '€'.repeat(80), [80]],
    ['76 such signs in each joined one, since none is cut', '€'.repeat(81), [76, 5]],
    ['one of 70 units in Hindi', 'क'.repeat(70), [70]],
    ['two of 71', 'क'.repeat(71), [67, 4]],
    ['no half of an emoji', '😀'.repeat(36), [66, 6]],
    ['an empty one', '', [0]],
  ])('are %s', (_name, text, expected) => {
    expect(sizes(text)).toEqual(expected);
  });

  it('join to the text, and each fits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const segments = segmentsOf(text);
        const [single, joined] = isGsm7(text) ? [160, 153] : [70, 67];
        const sizeOf = isGsm7(text) ? unitsOf : (each: string) => each.length;
        const room = segments.length === 1 ? single : joined;
        expect(segments.join('')).toBe(text);
        expect(segments.every((each) => sizeOf(each) <= room)).toBe(true);
      }),
    );
  });

  it('cut no letter with its vowel signs, and no emoji', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(segmentsOf(text).flatMap(letters)).toEqual(letters(text));
      }),
    );
  });

  it('join to any text, even one that is a single grapheme', () => {
    const marks = `a${'\u0301'.repeat(300)}`;
    expect(segmentsOf(marks).join('')).toBe(marks);
    expect(sizes(marks).every((size) => size <= 67)).toBe(true);
  });
});

describe('signs that make an SMS dear', () => {
  it.each([
    ['Asha’s “form” – done…', 'Asha\'s "form" - done...'],
    ['Pay ₹50 now', 'Pay Rs 50 now'],
    ['10:00\u202FAM', '10:00 AM'],
  ])('are made plain in %s', (text, expected) => {
    expect(withoutCostlySigns(text)).toBe(expected);
  });

  it.each(['“नमस्ते” – ₹50', 'Done… 👍'])('are left in "%s", where it would save nothing', (text) => {
    expect(withoutCostlySigns(text)).toBe(text);
  });
});
