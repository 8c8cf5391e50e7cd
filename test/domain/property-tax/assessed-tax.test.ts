import { describe, expect, it } from 'vitest';
import { assessTax } from '#config/property-tax/index.ts';
import { propertyTaxAssessment } from '#config/services/mcd/property-tax-assessment/service.ts';
import { itemId } from '#domain/catalogue/expand-list.ts';
import type { Answers, Question } from '#domain/catalogue/service-definition.ts';
import { rupees } from '#domain/shared/money.ts';

const aFloor = (n: number, more: Answers = {}): Answers => {
  const told = { floor: 'ground', covered_area_sqm: '100', use: 'residential', occupancy: 'self', structure: 'pucca' };
  const entry = { ...told, built_year: '1985', ...more };
  return Object.fromEntries(Object.entries(entry).map(([id, answer]) => [itemId('floors', n, id), answer]));
};
const aHouse = (more: Answers = {}): Answers => ({
  property_kind: 'house',
  colony: 'hauz-khas',
  ownership: 'single',
  rebate_claim: 'none',
  ...aFloor(1),
  ...more,
});
const taxOf = (answers: Answers, today = '2026-06-30') => assessTax(propertyTaxAssessment, answers, today);

describe('the tax that a declared property is assessed to', () => {
  it('is that of a house of 100 square metres in a B colony, less the early rebate until its last day', () => {
    expect(taxOf(aHouse())).toEqual({
      from: '2026-04-01',
      annualValue: rupees(40_000),
      lines: [
        { name: 'tax', amount: rupees(4800) },
        { name: 'early', amount: rupees(-480) },
        { name: 'cess', amount: rupees(48) },
      ],
      payable: rupees(4368),
      earlyUntil: '2026-06-30',
    });
    expect(taxOf(aHouse(), '2026-07-01')).toMatchObject({ payable: rupees(4848) });
    expect(taxOf(aHouse(), '2027-03-31')).toMatchObject({ from: '2026-04-01' });
  });

  it('adds up all floors, in the category that the citizen names for a colony that is not in the list', () => {
    const answers = aHouse({ colony: 'other', category: 'B', 'floors.1.another': 'yes', ...aFloor(2) });
    expect(taxOf(answers)?.annualValue).toEqual(rupees(80_000));
  });

  it('takes the person’s rebate off for a single owner, and leaves that of joint owners to the assessor', () => {
    const rebate = (ownership: string) =>
      taxOf(aHouse({ ownership, rebate_claim: 'woman' }))?.lines.find(({ name }) => name === 'rebate')?.amount;
    expect(rebate('single')).toEqual(rupees(-1440));
    expect(rebate('joint')).toBeUndefined();
  });

  it('is not told before there is enough to tell, nor for any other service', () => {
    expect(taxOf({ colony: 'hauz-khas' })).toBeUndefined();
    expect(taxOf(aHouse({ colony: 'other' }))).toBeUndefined();
    expect(assessTax({ ...propertyTaxAssessment, id: 'another' }, aHouse(), '2026-06-30')).toBeUndefined();
  });

  it('is known for every word that a citizen can choose', () => {
    const { questions } = propertyTaxAssessment;
    const items = questions.find(({ id }) => id === 'floors')?.items ?? [];
    const choices = (of: readonly Question[], ids: readonly string[]) =>
      of
        .filter(({ id }) => ids.includes(id))
        .flatMap((each) => (each.choices ?? []).map((value) => [each.id, value] as const));
    for (const [id, value] of choices(items, ['use', 'occupancy', 'structure']))
      expect(taxOf(aHouse(aFloor(1, { [id]: value }))), value).toBeDefined();
    for (const [id, value] of choices(questions, ['colony', 'ownership', 'rebate_claim', 'property_kind']))
      expect(taxOf(aHouse({ category: 'G', [id]: value })), value).toBeDefined();
  });
});
