import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propertyTaxRules as sets } from '#config/property-tax/index.ts';
import type { Property, Unit } from '#domain/property-tax/property.ts';
import { type Circumstances, propertyTaxOf } from '#domain/property-tax/property-tax.ts';
import { type Category, rulesOn } from '#domain/property-tax/unit-area-rules.ts';

const inForce = rulesOn('2026-06-15', sets);
const old = rulesOn('2020-06-15', sets);

const unit = (areaSqm: number, builtYear: number, more: Partial<Unit> = {}): Unit => ({
  areaSqm,
  builtYear,
  structure: 'pucca',
  use: 'residential',
  occupancy: 'self',
  ...more,
});
const of = (category: Category, units: readonly Unit[], more: Partial<Property> = {}): Property => ({
  category,
  units,
  ...more,
});
const eligible = { eligibleSharePercent: 100 };
const june: Circumstances = { isEarly: true };
const october: Circumstances = {};

const house = of('B', [unit(100, 1985)]);
const shop = of('E', [unit(20, 1995, { use: 'business' })]);

const examples: readonly [string, Property, Circumstances, Record<string, number>][] = [
  ['1: a house in B', house, june, { value: 40_000, tax: 4800, early: 480, cess: 48, payable: 4368 }],
  [
    '2: a woman’s DDA flat in D',
    of('D', [unit(90, 2005)], { isSocietyFlat: true, ...eligible }),
    june,
    { value: 25_920, tax: 2851, person: 855, early: 200, cess: 29, payable: 1825 },
  ],
  ['3: a shop in E', shop, october, { value: 19_440, tax: 3888, cess: 39, payable: 3927 }],
  [
    '4: a floor in A that is let out',
    of('A', [unit(150, 1972, { occupancy: 'let-out' })]),
    october,
    { value: 132_300, tax: 15_876, cess: 159, payable: 16_035 },
  ],
  [
    '5: a senior citizen’s large house in C',
    of('C', [unit(250, 2010)], eligible),
    june,
    { value: 100_000, tax: 11_000, person: 1320, early: 968, cess: 110, payable: 8822 },
  ],
  [
    '6: a kutcha house in G',
    of('G', [unit(40, 1955, { structure: 'kutcha' })]),
    october,
    { value: 2000, tax: 140, cess: 1, payable: 141 },
  ],
  [
    '7: a shop with a home above in F',
    of('F', [unit(30, 1992, { use: 'business' }), unit(60, 1992)]),
    june,
    { value: 24_840 + 12_420, tax: 4595, early: 460, cess: 46, payable: 4181 },
  ],
  ['8: the house two months late', house, { monthsLate: 2 }, { tax: 4800, interest: 96, cess: 48, payable: 4944 }],
  [
    '9: the shop with its licence',
    shop,
    { withTradeLicence: true },
    { tax: 3888, cess: 39, licence: 583, payable: 4510 },
  ],
  [
    '11: a large office in D',
    of('D', [unit(200, 2010, { use: 'office' })]),
    october,
    { value: 256_000, tax: 51_200, cess: 512, payable: 51_712 },
  ],
  [
    '12: a workshop in F',
    of('F', [unit(100, 2005, { use: 'industry' })]),
    june,
    { value: 69_000, tax: 10_350, early: 1035, cess: 104, payable: 9419 },
  ],
  [
    '13: a banquet hall in E',
    of('E', [unit(300, 2001, { use: 'banquet' })]),
    october,
    { value: 486_000, tax: 97_200, cess: 972, payable: 98_172 },
  ],
];

const amountsOf = (property: Property, when: Circumstances, rules = inForce): Record<string, number> => {
  const result = propertyTaxOf(property, rules, when);
  const all = {
    value: result.annualValue,
    tax: result.tax,
    ...result.rebates,
    cess: result.cess,
    interest: result.interest,
    licence: result.tradeLicence,
    payable: result.payable,
  };
  return Object.fromEntries(Object.entries(all).map(([name, { paise }]) => [name, paise / 100]));
};

describe('the property tax of', () => {
  it.each(examples)('example %s', (_, property, when, expected) => {
    expect(amountsOf(property, when)).toMatchObject(expected);
  });

  it('example 10, a filled return of a society flat under the rules of 2004', () => {
    const flat = of('D', [unit(91.02, 2005)], { isSocietyFlat: true, society: 'paying', ...eligible });
    expect(amountsOf(flat, june, old)).toMatchObject({
      value: 26_214,
      tax: 2884,
      person: 865,
      society: 404,
      early: 242,
      cess: 0,
      payable: 1373,
    });
  });

  it.each([
    [{ isFarmhouse: true }, 8000],
    [{ body: 'government' as const }, 6000],
    [{ body: 'union' as const }, 3600],
  ])('the house with %o', (more, expected) => {
    expect(amountsOf({ ...house, ...more }, october).tax).toBe(expected);
  });

  it.each([
    [500, 8000],
    [600, 16_000],
    [1200, 16_000],
    [1201, 24_000],
  ])('a private school of ₹%d a month before 2022', (monthlyFee, expected) => {
    const school = of('B', [unit(100, 1985, { use: 'private-school', monthlyFee })]);
    expect(amountsOf(school, october, old).tax).toBe(expected);
  });

  it('a joint owner is rebated on the eligible share', () => {
    expect(amountsOf({ ...house, eligibleSharePercent: 50 }, october).person).toBe(720);
  });

  it('is not guessed for a word that the rules do not know', () => {
    expect(() => propertyTaxOf(of('B', [unit(100, 1985, { use: 'palace' })]), inForce)).toThrow('palace');
  });
});

describe('the rules in force', () => {
  it.each([
    ['2022-07-15', '2004'],
    ['2022-07-16', '2022'],
    ['1999-01-01', '2004'],
  ])('on %s are those of %s', (day, id) => {
    expect(rulesOn(day, sets).id).toBe(id);
  });
});

describe('the property tax of any property', () => {
  const units = fc.record({
    areaSqm: fc.integer({ min: 1, max: 500_000 }).map((hundredths) => hundredths / 100),
    builtYear: fc.integer({ min: 1900, max: 2026 }),
    structure: fc.constantFrom(...Object.keys(inForce.structure.factors)),
    use: fc.constantFrom(...Object.keys(inForce.use.factors)),
    occupancy: fc.constantFrom('self', 'let-out', 'vacant'),
  });
  const properties: fc.Arbitrary<Property> = fc.record({
    category: fc.constantFrom<Category[]>('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'),
    units: fc.array(units, { minLength: 1, maxLength: 4 }),
    isSocietyFlat: fc.boolean(),
    eligibleSharePercent: fc.integer({ min: 0, max: 100 }),
    society: fc.constantFrom('paying' as const, 'segregating' as const),
  });
  const rules = fc.constantFrom(...sets);

  it('is never negative, whole rupees, and no rebates exceed it', () => {
    fc.assert(
      fc.property(properties, rules, fc.nat(36), fc.boolean(), (property, set, monthsLate, isEarly) => {
        const { payable, tax, rebates } = propertyTaxOf(property, set, { monthsLate, isEarly, withTradeLicence: true });
        const off = Object.values(rebates).map(({ paise }) => paise);
        expect(payable.paise).toBeGreaterThanOrEqual(0);
        expect(payable.paise % 100).toBe(0);
        expect(Math.min(...off)).toBeGreaterThanOrEqual(0);
        expect(off.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(tax.paise);
      }),
    );
  });

  it('grows with the area of what is no society flat', () => {
    fc.assert(
      fc.property(properties, units, rules, (property, one, set) => {
        const whole = { ...property, isSocietyFlat: false };
        const taxOfArea = (areaSqm: number) => propertyTaxOf({ ...whole, units: [{ ...one, areaSqm }] }, set).tax.paise;
        expect(taxOfArea(one.areaSqm + 1)).toBeGreaterThanOrEqual(taxOfArea(one.areaSqm));
      }),
    );
  });
});
