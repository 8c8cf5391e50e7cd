import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whoGoesOn } from '#domain/citizen/joining.ts';
import { linkCodeIn, shownLinkCode, typedLinkCode } from '#domain/citizen/link-code.ts';

const asked = (hasFiles: boolean) => ({ citizenId: 'asked', hasFiles });
const other = (hasFiles: boolean) => ({ citizenId: 'other', hasFiles });

describe('of two records that are one person', () => {
  it('the one with files goes on, and without any the one that was asked to', () => {
    expect(whoGoesOn(asked(false), other(false))).toBe('asked');
    expect(whoGoesOn(asked(true), other(false))).toBe('asked');
    expect(whoGoesOn(asked(false), other(true))).toBe('other');
  });

  it('neither does when both have files', () => {
    expect(whoGoesOn(asked(true), other(true))).toBeUndefined();
  });
});

describe('the code that joins two talks', () => {
  const code = fc.stringMatching(/^[34679ACDEFGHJKMNPQRTUVWXY]{8}$/);

  it('is read back however it is copied', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('EK-', 'ek ', ' Ek'), fc.constantFrom('-', ' ', ''), (text, sign, between) => {
        const typed = `${sign}${text.slice(0, 4)}${between}${text.slice(4).toLowerCase()} `;
        expect(linkCodeIn(typed)).toBe(text);
        expect(typedLinkCode(typed)).toBe(text);
        expect(linkCodeIn(shownLinkCode(text))).toBe(text);
      }),
    );
  });

  it('is nothing that a citizen answers', () => {
    for (const text of ['Ekta Sharma', 'ek', 'EK 5', 'Sita1234', '12345678']) expect(linkCodeIn(text)).toBeUndefined();
  });
});
