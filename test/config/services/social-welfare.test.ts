import { describe, expect, it } from 'vitest';
import { disabilityPension } from '#config/services/social-welfare/disability-pension/service.ts';
import { familyBenefitScheme } from '#config/services/social-welfare/family-benefit-scheme/service.ts';
import { oldAgePension } from '#config/services/social-welfare/old-age-pension/service.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import type { Answers } from '#domain/catalogue/service-definition.ts';
import { judging } from '#test/kit/judging.ts';

const today = '2026-11-25';
const old: Answers = {
  date_of_birth: '1966-11-25',
  residence_since: '2021-11-25',
  annual_family_income: '9999900',
  other_pension: 'no',
  bank_single_operated: 'yes',
  social_category: 'general',
};

describe('an old age pension', () => {
  const { blockedBy, required } = judging(oldAgePension);

  it.each([
    { what: 'somebody at every limit', change: {}, because: [] },
    { what: 'somebody who is 60 tomorrow', change: { date_of_birth: '1966-11-26' }, because: ['age'] },
    { what: 'a day less than five years', change: { residence_since: '2021-11-26' }, because: ['residence'] },
    { what: 'an income of ₹1,00,000', change: { annual_family_income: '10000000' }, because: ['income'] },
    { what: 'another pension', change: { other_pension: 'yes' }, because: ['other_pension'] },
    { what: 'a joint account', change: { bank_single_operated: 'no' }, because: ['own_account'] },
    { what: 'nothing known', change: { date_of_birth: '', residence_since: '' }, because: [] },
  ])('judges $what', ({ change, because }) => {
    expect(blockedBy({ ...old, ...change })).toEqual(because);
  });

  it.each([
    { born: '1957-11-25', category: 'general', amount: [2000, undefined] },
    { born: '1956-11-25', category: 'general', amount: [undefined, 2500] },
    { born: '1966-11-25', category: 'sc', amount: [undefined, 2500] },
    { born: '1966-11-25', category: 'minority', amount: [undefined, 2500] },
    { born: '1966-11-25', category: 'obc', amount: [2000, undefined] },
  ])('of somebody born $born, $category, is $amount a month', ({ born, category, amount }) => {
    const facts = answersAsFacts(oldAgePension, { ...old, date_of_birth: born, social_category: category }, today);
    expect([facts.pension, facts.pension_higher].map((each) => (each === undefined ? each : Number(each)))).toEqual(
      amount,
    );
  });

  it('needs the caste certificate only where it decides the amount', () => {
    expect(required({ ...old, social_category: 'sc' })).toContain('caste_certificate');
    expect(required({ ...old, social_category: 'sc', date_of_birth: '1950-01-01' })).not.toContain('caste_certificate');
    expect(required(old)).not.toContain('caste_certificate');
  });
});

describe('a disability pension', () => {
  const { blockedBy, warnedBy } = judging(disabilityPension);
  const able: Answers = {
    ...old,
    disability_percent: '40',
    annual_family_income: '10000000',
    date_of_birth: '2010-01-01',
  };

  it.each([
    { what: '40 percent and ₹1,00,000', change: {}, because: [] },
    { what: '39 percent', change: { disability_percent: '39' }, because: ['percent'] },
    { what: 'one rupee too much', change: { annual_family_income: '10000100' }, because: ['income'] },
    { what: 'an old age pension', change: { other_pension: 'yes' }, because: ['other_pension'] },
  ])('judges $what', ({ change, because }) => {
    expect(blockedBy({ ...able, ...change })).toEqual(because);
  });

  it('goes to a guardian’s account for a child, and else by the officer’s leave', () => {
    expect(warnedBy({ ...able, account_kind: 'guardian' })).toEqual([]);
    expect(warnedBy({ ...able, account_kind: 'guardian', date_of_birth: '1990-01-01' })).toEqual(['guardian_account']);
  });
});

describe('a family benefit', () => {
  const { blockedBy, warnedBy } = judging(familyBenefitScheme);
  const death: Answers = { ...old, date_of_death: '2026-06-01', deceased_dob: '1980-01-01' };

  it.each([
    { what: 'of an earner of 46', change: {}, because: [] },
    { what: 'on the 18th birthday', change: { deceased_dob: '2008-06-01' }, because: [] },
    { what: 'a day before it', change: { deceased_dob: '2008-06-02' }, because: ['deceased_age'] },
    { what: 'at 60', change: { deceased_dob: '1965-06-02' }, because: [] },
    { what: 'at 61', change: { deceased_dob: '1965-06-01' }, because: ['deceased_age'] },
  ])('for a death $what', ({ change, because }) => {
    expect(blockedBy({ ...death, ...change })).toEqual(because);
  });

  it('asked for after a year is left to the officer', () => {
    expect(warnedBy({ ...death, date_of_death: '2025-11-25' })).toEqual([]);
    expect(warnedBy({ ...death, date_of_death: '2025-11-24' })).toEqual(['late']);
  });
});
