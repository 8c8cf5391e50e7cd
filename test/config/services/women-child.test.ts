import { describe, expect, it } from 'vitest';
import { ladliScheme } from '#config/services/women-child/ladli-scheme/service.ts';
import { maternityBenefit } from '#config/services/women-child/maternity-benefit/service.ts';
import { widowDaughterMarriageAid } from '#config/services/women-child/widow-daughter-marriage-aid/service.ts';
import { widowPension } from '#config/services/women-child/widow-pension/service.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import type { Answers } from '#domain/catalogue/service-definition.ts';
import { judging } from '#test/kit/judging.ts';

describe('the pension of a widow or woman in distress', () => {
  const widow: Answers = {
    date_of_birth: '1980-02-01',
    marital_status: 'widowed',
    remarried: 'no',
    residence_since: '2010-01-01',
    annual_income: '9000000',
    other_pension: 'no',
    bank_single_operated: 'yes',
  };

  it.each([
    { who: 'a widow of 46', change: {}, because: [] },
    { who: 'a girl of 17', change: { date_of_birth: '2009-01-01' }, because: ['adult'] },
    { who: 'a man', change: { gender: 'male' }, because: ['woman'] },
    { who: 'a wife with support', change: { marital_status: 'married', destitute: 'no' }, because: ['distress'] },
    { who: 'a wife without support', change: { marital_status: 'married', destitute: 'yes' }, because: [] },
    { who: 'a widow who married again', change: { remarried: 'yes' }, because: ['remarried'] },
    { who: 'four years in Delhi', change: { residence_since: '2022-06-01' }, because: ['residence'] },
    { who: 'one lakh exactly', change: { annual_income: '10000000' }, because: ['income'] },
    { who: 'another pension', change: { other_pension: 'yes' }, because: ['other_pension'] },
    { who: 'a joint account', change: { bank_single_operated: 'no' }, because: ['own_account'] },
  ])('judges $who', ({ change, because }) => {
    expect(judging(widowPension).blockedBy({ ...widow, ...change })).toEqual(because);
  });

  it('refuses nobody of whom nothing is known', () => {
    expect(judging(widowPension).blockedBy({})).toEqual([]);
  });

  it.each([
    { marital_status: 'widowed', paper: 'death_certificate' },
    { marital_status: 'divorced', paper: 'divorce_decree' },
    { marital_status: 'deserted', paper: 'self_declaration' },
  ])('asks the one paper that shows it: $marital_status', ({ marital_status, paper }) => {
    const proofs = judging(widowPension)
      .required({ marital_status })
      .filter((id) => ['death_certificate', 'divorce_decree', 'self_declaration'].includes(id));
    expect(proofs).toEqual([paper]);
  });

  it('costs nothing', () => {
    expect(feeOf(widowPension, {}, '2026-11-25')).toMatchObject({ known: true, total: { paise: 0 } });
  });
});

describe('the Ladli scheme', () => {
  const girl: Answers = {
    stage: 'birth',
    girl_dob: '2026-01-10',
    residence_since: '2020-01-01',
    annual_family_income: '12000000',
  };

  it.each([
    { what: 'a girl of ten months', change: {}, because: [] },
    { what: 'a birth more than a year ago', change: { girl_dob: '2025-11-24' }, because: ['in_time'] },
    { what: 'class I later', change: { stage: 'class-1', girl_dob: '2020-01-01' }, because: [] },
    { what: 'the payout at 17', change: { stage: 'maturity', girl_dob: '2009-01-01' }, because: ['of_age'] },
    { what: 'an income of ₹1,20,001', change: { annual_family_income: '12000100' }, because: ['income'] },
    { what: 'two years in Delhi', change: { residence_since: '2024-11-01' }, because: ['residence'] },
  ])('judges $what', ({ change, because }) => {
    expect(judging(ladliScheme).blockedBy({ ...girl, ...change })).toEqual(because);
  });

  it('asks for the school and its letter only while she is in one', () => {
    expect(judging(ladliScheme).asked(girl)).not.toContain('school_name');
    expect(judging(ladliScheme).required(girl)).not.toContain('bonafide');
    expect(judging(ladliScheme).asked({ ...girl, stage: 'class-6' })).toContain('school_name');
    expect(judging(ladliScheme).required({ ...girl, stage: 'class-10' })).toEqual(
      expect.arrayContaining(['bonafide', 'mark_sheet']),
    );
  });
});

describe('the aid for the wedding of a widow’s daughter', () => {
  const wedding: Answers = { marriage_date: '2026-12-10', bride_dob: '2008-12-10', groom_dob: '2005-12-10' };

  it.each([
    { what: 'bride 18 and groom 21 on the day', change: {}, because: [] },
    { what: 'a bride one day too young', change: { bride_dob: '2008-12-11' }, because: ['bride_age'] },
    { what: 'a groom one day too young', change: { groom_dob: '2005-12-11' }, because: ['groom_age'] },
    { what: 'money from another fund', change: { other_aid: 'yes' }, because: ['other_aid'] },
  ])('judges $what', ({ change, because }) => {
    expect(judging(widowDaughterMarriageAid).blockedBy({ ...wedding, ...change })).toEqual(because);
  });

  it('asks a widow for her husband’s death certificate, an orphan for hers', () => {
    expect(judging(widowDaughterMarriageAid).required({ applicant_kind: 'widow' })).toContain('death_certificate');
    expect(judging(widowDaughterMarriageAid).required({ applicant_kind: 'orphan' })).toContain('orphan_proof');
  });
});

describe('the maternity benefit', () => {
  const mother: Answers = {
    date_of_birth: '2000-01-01',
    instalment: 'first',
    child_order: '1',
    lmp: '2026-08-01',
    like_benefit: 'no',
  };

  it.each([
    { what: 'a first child', change: {}, because: [] },
    { what: 'a mother of 18', change: { date_of_birth: '2008-01-01' }, because: ['adult'] },
    { what: 'a government job', change: { like_benefit: 'yes' }, because: ['like_benefit'] },
    { what: 'a second child, not said to be a girl', change: { child_order: '2' }, because: ['child'] },
    { what: 'a second child, a girl', change: { child_order: '2', instalment: 'girl' }, because: [] },
    { what: '571 days since the last period', change: { lmp: '2025-05-03' }, because: ['in_time'] },
    {
      what: '571 days, but a birth within 270',
      change: { lmp: '2025-05-03', instalment: 'second', child_dob: '2026-03-01' },
      because: [],
    },
    {
      what: 'an income of 8 lakh in the group of income',
      change: { eligibility_group: 'income-below-8-lakh', annual_family_income: '80000000' },
      because: ['income'],
    },
  ])('judges $what', ({ change, because }) => {
    expect(judging(maternityBenefit).blockedBy({ ...mother, ...change })).toEqual(because);
  });

  it.each([
    { eligibility_group: 'sc-st', paper: 'caste_certificate' },
    { eligibility_group: 'disability', paper: 'disability_certificate' },
    { eligibility_group: 'income-below-8-lakh', paper: 'income_certificate' },
    { eligibility_group: 'nfsa', paper: 'group_card' },
  ])('asks for the paper of the group $eligibility_group', ({ eligibility_group, paper }) => {
    const groups = ['caste_certificate', 'disability_certificate', 'income_certificate', 'group_card'];
    expect(
      judging(maternityBenefit)
        .required({ eligibility_group })
        .filter((id) => groups.includes(id)),
    ).toEqual([paper]);
  });
});
