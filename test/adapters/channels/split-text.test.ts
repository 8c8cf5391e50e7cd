import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, splitText } from '#adapters/channels/split-text.ts';
import { someText } from '#test/contracts/describe-sending.ts';

const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
const anyText = fc.oneof(someText({ minLength: 0, maxLength: 80 }), fc.string({ unit: 'grapheme' }), fc.string());

describe('splitting a text', () => {
  it('loses nothing, and no part is too long', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const parts = splitText(text, max);
        expect(parts.join('')).toBe(text);
        expect(parts.filter((part) => part.length > max)).toEqual([]);
        expect(parts.slice(0, -1).filter((part) => part === '')).toEqual([]);
      }),
    );
  });

  it('cuts no letter from its signs and no emoji in two', () => {
    fc.assert(
      fc.property(someText({ minLength: 0, maxLength: 80 }), fc.integer({ min: 16, max: 60 }), (text, max) => {
        expect(splitText(text, max).flatMap(graphemes)).toEqual(graphemes(text));
      }),
    );
  });

  it('cuts a letter that is longer than a part, but no surrogate pair', () => {
    expect(splitText('👩\u200D👩\u200D👧', 4)).toEqual(['👩\u200D', '👩\u200D', '👧']);
  });

  it.each([
    ['a paragraph', 'One two.\n\nThree four five', ['One two.\n\n', 'Three four five']],
    ['a line', 'One two three\nfour five', ['One two three\n', 'four five']],
    ['a sentence', 'एक दो तीन। चार पाँच', ['एक दो तीन। ', 'चार पाँच']],
    ['a word', 'One two three four five', ['One two three ', 'four five']],
  ])('prefers the end of %s', (_name, text, parts) => {
    expect(splitText(text, 15)).toEqual(parts);
  });

  it('leaves a short text whole', () => {
    expect(splitText('', 5)).toEqual(['']);
    expect(splitText('short', 5)).toEqual(['short']);
  });
});

describe('shortening a text', () => {
  it('keeps what fits and says that there was more', () => {
    expect(shorten('Certificate', 11)).toBe('Certificate');
    expect(shorten('Certificate of birth', 12)).toBe('Certificate…');
  });

  it('never goes over the limit', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 60 }), (text, max) => {
        expect(shorten(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});
