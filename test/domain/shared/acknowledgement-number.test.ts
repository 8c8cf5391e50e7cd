import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledgementNumber, findAcknowledgementNumber } from '#domain/shared/acknowledgement-number.ts';

const anyNumber = fc
  .tuple(fc.constantFrom('mcd', 'revenue', 'public-grievance'), fc.integer({ min: 2020, max: 2099 }), fc.nat(9_999_999))
  .map(([department, year, running]) => acknowledgementNumber(department, `${year}-03-05`, running));

const digitsAt = (number: string): number[] => [...number].flatMap((each, at) => (/\d/.test(each) ? [at] : []));

describe('an acknowledgement number', () => {
  it('carries department, year and a running number', () => {
    expect(acknowledgementNumber('mcd', '2026-03-05', 123)).toMatch(/^MCD-26-0000123-\d$/);
  });

  it('is found in what a citizen writes, however he spaces it', () => {
    fc.assert(
      fc.property(anyNumber, fc.constantFrom('-', ' ', ''), (number, between) => {
        const [, department, rest] = /^(.*)-(\d\d-\d{7}-\d)$/.exec(number) ?? [];
        const typed = `mera number ${department?.toLowerCase()}${between}${rest?.replaceAll('-', between)} hai`;
        expect(findAcknowledgementNumber(typed)).toBe(number);
      }),
    );
  });

  it('with any one wrong digit is noticed', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const places = digitsAt(number);
        const at = places[place % places.length] ?? 0;
        const wrong = `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`;
        expect(findAcknowledgementNumber(wrong)).toBeUndefined();
      }),
    );
  });

  it('with two neighbouring digits swapped is noticed', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(), (number, place) => {
        const places = digitsAt(number);
        const at = place % (places.length - 1);
        const [one = 0, other = 0] = [places[at], places[at + 1]];
        fc.pre(number[one] !== number[other]);
        const swapped = [...number];
        [swapped[one], swapped[other]] = [number[other] ?? '', number[one] ?? ''];
        expect(findAcknowledgementNumber(swapped.join(''))).toBeUndefined();
      }),
    );
  });

  it('is not seen where there is none', () => {
    for (const text of ['', 'kahan tak pahuncha', '+91 00000 00001', '110005'])
      expect(findAcknowledgementNumber(text)).toBeUndefined();
  });
});
