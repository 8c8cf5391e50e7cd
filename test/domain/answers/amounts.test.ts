import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney, readQuantity } from '#domain/answers/amounts.ts';

const money = (text: string, id = 'amount') => {
  const read = readMoney(text, { id });
  return 'value' in read ? Number(read.value) / 100 : read.problem;
};
const quantity = (text: string, id = 'x') => {
  const read = readQuantity(text, { id });
  return 'value' in read ? read.value : read.problem;
};

describe('an amount of money as people say it', () => {
  it.each([
    ['₹500', 500],
    ['500/-', 500],
    ['Rs. 1,240.50', 1240.5],
    ['1,00,000', 100_000],
    ['100,000', 100_000],
    ['२५०००', 25_000],
    ['बारह सौ चालीस', 1240],
    ['barah sau chalis rupaye', 1240],
    ['dhai hazaar', 2500],
    ['ढाई हज़ार', 2500],
    ['dedh lakh', 150_000],
    ['sadhe teen sau', 350],
    ['साढ़े तीन हज़ार', 3500],
    ['sava sau', 125],
    ['sava do lakh', 225_000],
    ['paune do sau', 175],
    ['1 lakh 20 hazar', 120_000],
    ['ek lakh bees hazaar teen sau paintalis', 120_345],
    ['एक करोड़ दो लाख', 10_200_000],
    ['2.5 lakh salana', 250_000],
    ['5k', 5000],
    ['2L', 200_000],
    ['two hundred and five', 205],
    ['twenty four thousand', 24_000],
    ['sau', 100],
    ['12 rupaye 50 paise', 12.5],
    ['kuch nahi', 0],
    ['meri aamdani 50000 hai', 50_000],
    ['meri salary bees hazaar hai', 20_000],
  ])('%s is ₹%d', (text, expected) => {
    expect(money(text)).toBe(expected);
  });

  it.each([
    ['do teen sau', 'several'],
    ['1000 se 2000', 'several'],
    ['kya karu bol do', 'none'],
    ['pata nahi', 'none'],
    ['-500', 'none'],
    ['ashi hajar', 'none'],
    ['pachhas hajar', 'none'],
    ['', 'none'],
  ])('%s is no amount: %s', (text, expected) => {
    expect(money(text)).toBe(expected);
  });

  it.each(['do lakh se kam', 'lagbhag 50000', 'around 80k'])('is to be confirmed when it is rough: %s', (text) => {
    expect(readMoney(text, { id: 'amount' })).toMatchObject({ isRough: true });
  });

  it('does not turn an amount by the month into one for the year', () => {
    expect(money('mahine ka 10 hazaar', 'annual_income')).toBe('perMonth');
    expect(money('mahine ka 10 hazaar', 'rent')).toBe(10_000);
  });

  it('is found again in its printed form', () => {
    const forms = [new Intl.NumberFormat('en-IN'), new Intl.NumberFormat('hi-IN-u-nu-deva')];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom(...forms), (amount, form) => {
        expect(money(`₹${form.format(amount)}`)).toBe(amount);
      }),
    );
  });
});

describe('a number as people say it', () => {
  it.each([
    ['62', '62'],
    ['meri umar 62 saal hai', '62'],
    ['बासठ साल', '62'],
    ['baasath nahi pata', 'none'],
    ['do', '2'],
    ['twenty four', '24'],
    ['2.50', '2.5'],
    ['-5', '-5'],
    ['2 ya 3', 'several'],
    ['bata do', 'none'],
  ])('%s is %s', (text, expected) => {
    expect(quantity(text)).toBe(expected);
  });

  it('is no age in years when months were said', () => {
    expect(quantity('6 mahine', 'deceased_age')).toBe('none');
  });

  it('becomes square metres where those are asked for, and is then shown back', () => {
    expect(readQuantity('200 gaj', { id: 'covered_area_sqm' })).toEqual({ value: '167.23', isRough: true });
    expect(readQuantity('100 sq ft', { id: 'covered_area_sqm' })).toEqual({ value: '9.29', isRough: true });
    expect(quantity('50 varg meter', 'covered_area_sqm')).toBe('50');
  });
});
