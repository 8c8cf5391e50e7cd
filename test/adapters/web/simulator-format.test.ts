import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatted, type Piece } from '#adapters/web/simulator/page/format.ts';

const wordsOf = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : 'link' in piece ? piece.link : wordsOf(piece.inner)))
    .join('');

describe('a message with marks', () => {
  it.each([
    ['*bold*', [{ mark: 'b', inner: ['bold'] }]],
    ['the _second_ word', ['the ', { mark: 'i', inner: ['second'] }, ' word']],
    ['*दो शब्द*, फिर', [{ mark: 'b', inner: ['दो शब्द'] }, ', फिर']],
    ['*bold and _both_*', [{ mark: 'b', inner: ['bold and ', { mark: 'i', inner: ['both'] }] }]],
    ['~gone~ ```MCD-1```', [{ mark: 's', inner: ['gone'] }, ' ', { mark: 'code', inner: ['MCD-1'] }]],
    ['see https://example.org/v/A_1_b.', ['see ', { link: 'https://example.org/v/A_1_b' }, '.']],
  ])('shows %s', (text, pieces) => {
    expect(formatted(text)).toEqual(pieces);
  });

  it.each(['2*3*4', 'snake_case_name', '* a list', 'a * b * c', '*two\nlines*', 'javascript:alert(1)'])(
    'leaves %j as it is',
    (text) => {
      expect(formatted(text)).toEqual([text]);
    },
  );

  it('loses no word, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('*', '_', '~', '```', ' ', '\n', 'a', 'है', 'https://a.in/b')), (parts) => {
        const text = parts.join('');
        const bare = (words: string) => words.replaceAll(/[*_~`]/g, '');
        expect(bare(wordsOf(formatted(text)))).toBe(bare(text));
      }),
    );
  });
});
