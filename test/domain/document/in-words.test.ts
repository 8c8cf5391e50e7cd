import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import english from '#config/locales/en/numbers.json' with { type: 'json' };
import hindi from '#config/locales/hi/numbers.json' with { type: 'json' };
import {
  dateInWords,
  groupDigits,
  moneyInDigits,
  moneyInWords,
  type NumberWords,
  numberInWords,
} from '#domain/document/in-words.ts';
import { paise, rupees } from '#domain/shared/money.ts';

const tables: readonly (readonly [string, NumberWords])[] = [
  ['hi', hindi],
  ['en', english],
];

/** Reads number words back, as a person would. */
function heard(text: string, words: NumberWords): number {
  let total = 0;
  let group = 0;
  for (const word of text.split(' ')) {
    if (word === words.crore) [total, group] = [(total + group) * 10_000_000, 0];
    else if (word === words.lakh) [total, group] = [total + group * 100_000, 0];
    else if (word === words.thousand) [total, group] = [total + group * 1000, 0];
    else if (word === words.hundred) group *= 100;
    else group += words.numbers.indexOf(word);
  }
  return total + group;
}

describe.each(tables)('numbers in words, %s', (_, words) => {
  it('has an own word for each number below a hundred, each day of a month and each month', () => {
    expect(new Set(words.numbers).size).toBe(100);
    expect(new Set(words.daysOfMonth).size).toBe(31);
    expect(new Set(words.months).size).toBe(12);
  });

  it('is heard as the number that was said', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat({ max: 10_000 }), fc.maxSafeNat()), (number) => {
        expect(heard(numberInWords(number, words), words)).toBe(number);
      }),
    );
  });

  it('says different amounts differently', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        fc.pre(one !== other);
        expect(moneyInWords(paise(one), words)).not.toBe(moneyInWords(paise(other), words));
      }),
    );
  });

  it('says different days differently', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        fc.pre(one !== other);
        expect(dateInWords(one, words)).not.toBe(dateInWords(other, words));
      }),
    );
  });

  it('leaves no gap unfilled', () => {
    fc.assert(
      fc.property(fc.nat(), (amount) => {
        expect(moneyInWords(paise(amount), words)).not.toContain('{{');
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 60])('refuses %s', (number) => {
    expect(() => numberInWords(number, words)).toThrow(RangeError);
  });

  it('refuses an amount below zero and a day that does not exist', () => {
    expect(() => moneyInWords(paise(-1), words)).toThrow(RangeError);
    expect(() => dateInWords('2026-02-30', words)).toThrow(RangeError);
  });
});

describe('amounts in words', () => {
  it.each([
    [0, 'शून्य रुपये मात्र', 'Rupees zero only'],
    [1, 'एक रुपया मात्र', 'Rupee one only'],
    [0.01, 'एक पैसा मात्र', 'one paisa only'],
    [50.5, 'पचास रुपये पचास पैसे मात्र', 'Rupees fifty and fifty paise only'],
    [12, 'बारह रुपये मात्र', 'Rupees twelve only'],
    [
      102_233.95,
      'एक लाख दो हज़ार दो सौ तैंतीस रुपये पचानवे पैसे मात्र',
      'Rupees one lakh two thousand two hundred thirty-three and ninety-five paise only',
    ],
    [79_00_00_000, 'उनासी करोड़ रुपये मात्र', 'Rupees seventy-nine crore only'],
  ])('says %s rupees', (amount, inHindi, inEnglish) => {
    expect(moneyInWords(rupees(amount), hindi)).toBe(inHindi);
    expect(moneyInWords(rupees(amount), english)).toBe(inEnglish);
  });
});

describe('days in words', () => {
  it.each([
    ['2026-03-05', 'पाँच मार्च दो हज़ार छब्बीस', 'fifth March two thousand twenty-six'],
    ['1998-12-31', 'इकतीस दिसंबर उन्नीस सौ अट्ठानवे', 'thirty-first December nineteen hundred ninety-eight'],
    ['1900-01-01', 'एक जनवरी उन्नीस सौ', 'first January nineteen hundred'],
    ['2000-02-29', 'उनतीस फ़रवरी दो हज़ार', 'twenty-ninth February two thousand'],
  ])('says %s', (date, inHindi, inEnglish) => {
    expect(dateInWords(date, hindi)).toBe(inHindi);
    expect(dateInWords(date, english)).toBe(inEnglish);
  });
});

describe('Indian digit grouping', () => {
  it('groups as the Indian locale does', () => {
    const indian = new Intl.NumberFormat('en-IN');
    fc.assert(
      fc.property(fc.maxSafeInteger(), (number) => {
        expect(groupDigits(number)).toBe(indian.format(number === 0 ? 0 : number));
      }),
    );
  });

  it('writes paise always, and a minus sign before a rebate', () => {
    expect(moneyInDigits(paise(1_02_233_95))).toBe('1,02,233.95');
    expect(moneyInDigits(rupees(50))).toBe('50.00');
    expect(moneyInDigits(paise(-5))).toBe('-0.05');
  });
});
