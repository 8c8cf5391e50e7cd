import { describe, expect, it } from 'vitest';
import { casteCertificateScSt } from '#config/services/revenue/caste-certificate-sc-st/service.ts';
import { disabilityIdentityCard } from '#config/services/revenue/disability-identity-card/service.ts';
import { domicileCertificate } from '#config/services/revenue/domicile-certificate/service.ts';
import { ewsCertificate } from '#config/services/revenue/ews-certificate/service.ts';
import { incomeCertificate } from '#config/services/revenue/income-certificate/service.ts';
import { lalDoraCertificate } from '#config/services/revenue/lal-dora-certificate/service.ts';
import { marriageRegistration } from '#config/services/revenue/marriage-registration/service.ts';
import { obcCertificate } from '#config/services/revenue/obc-certificate/service.ts';
import { propertyRegistrationAppointment } from '#config/services/revenue/property-registration-appointment/service.ts';
import { recordOfRights } from '#config/services/revenue/record-of-rights/service.ts';
import { sdmOfficeAppointment } from '#config/services/revenue/sdm-office-appointment/service.ts';
import { solvencyCertificate } from '#config/services/revenue/solvency-certificate/service.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';
import { timeLimitOf } from '#domain/catalogue/time-limit.ts';
import { rupees } from '#domain/shared/money.ts';
import { judging } from '#test/kit/judging.ts';

const today = '2026-11-25';
const home: Answers = { present_address: 'House 4, Gali 2, Saket, New Delhi 110017' };
const lakh = (count: number): string => String(count * 100_000_00);

const daysOf = (service: ServiceDefinition, answers: Answers): string => {
  const found = timeLimitOf(service, answers, today);
  return `${found?.limit.days.value} ${found?.limit.unit}`;
};
const rolesOf = (service: ServiceDefinition, answers: Answers): string[] =>
  stepsFor(service, answers, today).map(({ role }) => role);

/** Each with an income in rupees. */
const familyOf = (...incomes: readonly number[]): Answers =>
  Object.fromEntries(
    incomes.flatMap((income, at) => [
      [`family_members.${at + 1}.name`, 'Asha Rani'],
      [`family_members.${at + 1}.relation`, 'self'],
      [`family_members.${at + 1}.annual_income`, String(income * 100)],
      [`family_members.${at + 1}.another`, at + 1 < incomes.length ? 'yes' : 'no'],
    ]),
  );

describe('a caste certificate', () => {
  const { blockedBy, required, asked } = judging(casteCertificateScSt);

  it.each([
    { what: 'a Sikh of a Scheduled Caste', answers: { category_applied: 'sc', religion: 'sikh' }, because: [] },
    { what: 'a Muslim', answers: { category_applied: 'sc', religion: 'muslim' }, because: ['religion'] },
    {
      what: 'a tribe by a certificate of Delhi',
      answers: { category_applied: 'st', basis: 'delhi-relative' },
      because: ['tribe_elsewhere'],
    },
    {
      what: 'a Christian of a tribe by a certificate of Jharkhand',
      answers: { category_applied: 'st', basis: 'other-state', religion: 'christian' },
      because: [],
    },
  ])('judges $what', ({ answers, because }) => {
    expect(blockedBy({ ...home, ...answers })).toEqual(because);
  });

  it.each([
    { basis: 'delhi-relative', paper: 'family_certificate', days: '14 calendar', visited: false },
    { basis: 'other-state', paper: 'family_certificate', days: '21 calendar', visited: false },
    { basis: 'first-time', paper: 'school_certificate', days: '14 calendar', visited: true },
  ])('on the basis $basis needs $paper and takes $days days', ({ basis, paper, days, visited }) => {
    const answers = { category_applied: 'sc', basis };
    expect(required(answers)).toEqual([
      ...(paper === 'family_certificate' ? [paper] : []),
      ...['identity', 'address_proof', 'age_proof'],
      ...(paper === 'school_certificate' ? [paper] : []),
      'photo',
    ]);
    expect(daysOf(casteCertificateScSt, answers)).toBe(days);
    expect(rolesOf(casteCertificateScSt, answers).includes('patwari')).toBe(visited);
  });

  it('asks for a caste of Delhi’s list, or for the name of another State’s', () => {
    expect(asked({ category_applied: 'sc', basis: 'first-time' })).toContain('caste');
    const elsewhere = asked({ category_applied: 'sc', basis: 'other-state' });
    expect(elsewhere).not.toContain('caste');
    expect(elsewhere).toEqual(expect.arrayContaining(['caste_elsewhere', 'origin_state', 'migration_date']));
  });
});

describe('an OBC certificate', () => {
  const { blockedBy, warnedBy, required } = judging(obcCertificate);

  it.each([
    { what: 'an income of ₹8,00,000', answers: { annual_family_income: lakh(8) }, because: [] },
    { what: 'one rupee more', answers: { annual_family_income: '80000100' }, because: ['creamy_income'] },
    { what: 'a parent in a high post', answers: { creamy_post: 'yes' }, because: ['creamy_post'] },
    { what: 'a Jat for Delhi services', answers: { caste: 'jat', list: 'delhi' }, because: [] },
    { what: 'a Jat for central services', answers: { caste: 'jat', list: 'central' }, because: ['list_of_caste'] },
    {
      what: 'an address in Noida',
      answers: { present_address: 'B-12, Sector 15, Noida 201301' },
      because: ['resident_delhi'],
    },
    { what: 'a foreigner', answers: { nationality: 'other' }, because: ['citizen'] },
  ])('judges $what', ({ answers, because }) => {
    expect(blockedBy({ ...home, ...answers })).toEqual(because);
  });

  it('leaves a caste that is not listed to the officer', () => {
    expect(warnedBy({ caste: 'other' })).toEqual(['caste_not_listed']);
  });

  it.each([
    { basis: 'delhi-relative', paper: 'family_certificate', not: 'residence_1993', visited: false },
    { basis: 'other-state', paper: 'family_certificate', not: 'residence_1993', visited: false },
    { basis: 'since-1993', paper: 'residence_1993', not: 'family_certificate', visited: true },
  ])('on the basis $basis needs $paper', ({ basis, paper, not, visited }) => {
    expect(required({ basis })).toContain(paper);
    expect(required({ basis })).not.toContain(not);
    expect(rolesOf(obcCertificate, { basis }).includes('patwari')).toBe(visited);
  });
});

describe('an income certificate', () => {
  it('adds up what the members earn', () => {
    const facts = answersAsFacts(incomeCertificate, familyOf(90_000, 30_000, 0), today);
    expect(facts.annual_family_income).toBe(120_000);
  });

  it.each([
    { spent: 6_000, warned: [], visited: false },
    { spent: 6_001, warned: [], visited: true },
    { spent: 10_000, warned: [], visited: true },
    { spent: 10_001, warned: ['spends_more'], visited: true },
  ])('of a family that earns ₹1,20,000 and spends ₹$spent a month', ({ spent, warned, visited }) => {
    const answers = { ...familyOf(120_000), monthly_expenditure: String(spent * 100) };
    expect(judging(incomeCertificate).warnedBy(answers)).toEqual(warned);
    expect(rolesOf(incomeCertificate, answers).includes('patwari')).toBe(visited);
  });
});

describe('an EWS certificate', () => {
  const { blockedBy, asked } = judging(ewsCertificate);
  const poor: Answers = { ...home, ...familyOf(300_000), social_category: 'general', owns_property: 'yes' };
  const small: Answers = {
    agri_land_acres: '4.9',
    flat_sqft: '999',
    plot_municipal_sqyd: '99',
    plot_other_sqyd: '199',
  };

  it.each([
    { what: 'below every limit', change: {}, because: [] },
    { what: 'at ₹8,00,000', change: familyOf(500_000, 300_000), because: ['income'] },
    { what: 'with 5 acres', change: { agri_land_acres: '5' }, because: ['agri_land'] },
    { what: 'with 1000 square feet', change: { flat_sqft: '1000' }, because: ['flat'] },
    { what: 'with 100 square yards in a town', change: { plot_municipal_sqyd: '100' }, because: ['plot_municipal'] },
    { what: 'with 200 square yards in a village', change: { plot_other_sqyd: '200' }, because: ['plot_other'] },
    { what: 'of an OBC', change: { social_category: 'obc' }, because: ['category'] },
  ])('judges a family $what', ({ change, because }) => {
    expect(blockedBy({ ...poor, ...small, ...change })).toEqual(because);
  });

  it('asks nobody who owns nothing for sizes', () => {
    expect(asked({ owns_property: 'no' })).not.toContain('flat_sqft');
    expect(blockedBy({ ...poor, owns_property: 'no' })).toEqual([]);
  });
});

describe('a domicile certificate', () => {
  it.each([
    { since: '2023-11-25', other: 'no', because: [] },
    { since: '2023-11-26', other: 'no', because: ['residence'] },
    { since: '2010-01-01', other: 'yes', because: ['one_domicile'] },
  ])('since $since, with another State’s: $other', ({ since, other, because }) => {
    const answers = { ...home, residence_since: since, other_state_domicile: other };
    expect(judging(domicileCertificate).blockedBy(answers)).toEqual(because);
  });
});

describe('a solvency certificate', () => {
  const owns = (...values: readonly number[]): Answers =>
    Object.fromEntries(
      values.flatMap((value, at) => [
        [`properties.${at + 1}.address`, 'House 4, Saket, New Delhi 110017'],
        [`properties.${at + 1}.kind`, 'house'],
        [`properties.${at + 1}.market_value`, lakh(value)],
        [`properties.${at + 1}.another`, at + 1 < values.length ? 'yes' : 'no'],
      ]),
    );

  it.each([
    { what: 'worth just enough', worth: [40, 20], owed: 10, needed: 50, because: [] },
    { what: 'in debt', worth: [40, 20], owed: 11, needed: 50, because: ['value'] },
  ])('judges somebody $what', ({ worth, owed, needed, because }) => {
    const answers = { ...owns(...worth), liabilities: lakh(owed), amount_needed: lakh(needed) };
    expect(judging(solvencyCertificate).blockedBy(answers)).toEqual(because);
  });

  it.each([
    { needed: 50, by: 'sdm' },
    { needed: 51, by: 'adm' },
  ])('of ₹$needed lakh is approved by the $by', ({ needed, by }) => {
    expect(rolesOf(solvencyCertificate, { amount_needed: lakh(needed) }).at(-1)).toBe(by);
  });
});

describe('a marriage', () => {
  const { blockedBy, warnedBy, required, asked } = judging(marriageRegistration);
  const couple: Answers = {
    act: 'hma',
    marriage_date: '2026-11-01',
    groom_dob: '2005-11-01',
    bride_dob: '2008-11-01',
    groom_religion: 'sikh',
    bride_religion: 'hindu',
    living_spouse: 'no',
    close_relatives: 'no',
    delhi_link: 'groom',
  };

  it.each([
    { what: 'of just the lawful ages', change: {}, because: [] },
    { what: 'of a groom a day too young', change: { groom_dob: '2005-11-02' }, because: ['groom_age'] },
    { what: 'of a bride a day too young', change: { bride_dob: '2008-11-02' }, because: ['bride_age'] },
    { what: 'of a Muslim bride by the Hindu law', change: { bride_religion: 'muslim' }, because: ['hindu_law'] },
    {
      what: 'of a Muslim bride by the order of 2014',
      change: { act: 'compulsory-2014', bride_religion: 'muslim' },
      because: [],
    },
    { what: 'with nothing in Delhi', change: { delhi_link: 'none' }, because: ['delhi'] },
    { what: 'of somebody married', change: { living_spouse: 'yes' }, because: ['living_spouse'] },
    { what: 'of close relatives', change: { close_relatives: 'yes' }, because: ['close_relatives'] },
  ])('$what', ({ change, because }) => {
    expect(blockedBy({ ...couple, ...change })).toEqual(because);
  });

  it('that is still to come is judged by the ages of today', () => {
    const planned = { ...couple, act: 'sma', solemnised: 'no', marriage_date: '' };
    expect(blockedBy(planned)).toEqual([]);
    expect(blockedBy({ ...planned, groom_dob: '2006-01-01' })).toEqual(['groom_age']);
    expect(asked({ act: 'sma', solemnised: 'no' })).not.toContain('marriage_date');
  });

  it('of more than 60 days ago is late, and registered', () => {
    expect(warnedBy({ ...couple, marriage_date: '2026-09-26' })).toEqual([]);
    expect(warnedBy({ ...couple, marriage_date: '2026-09-25' })).toEqual(['late']);
  });

  it.each([
    { act: 'hma', tatkal: 'no', fee: 100, days: '15 working' },
    { act: 'sma', tatkal: 'no', fee: 150, days: '51 calendar' },
    { act: 'compulsory-2014', tatkal: 'no', fee: 100, days: '15 working' },
    { act: 'hma', tatkal: 'yes', fee: 10_000, days: '1 working' },
  ])('by $act, tatkal $tatkal, costs ₹$fee and takes $days days', ({ act, tatkal, fee, days }) => {
    expect(feeOf(marriageRegistration, { act, tatkal }, today).total).toEqual(rupees(fee));
    expect(daysOf(marriageRegistration, { act, tatkal })).toBe(days);
  });

  it('needs a third witness by the special law, who are each asked for', () => {
    expect(required({ ...couple, act: 'sma' })).toContain('witness_3_id');
    expect(required(couple)).not.toContain('witness_3_id');
    const two = {
      ...couple,
      act: 'sma',
      'witnesses.1.name': 'A B',
      'witnesses.2.name': 'C D',
      'witnesses.2.another': 'no',
    };
    expect(asked(couple)).toEqual(expect.arrayContaining(['witnesses.1.name', 'witnesses.2.name']));
    expect(blockedBy(two)).toEqual(['witnesses']);
  });

  it('of a widow needs the paper of how the earlier one ended', () => {
    const answers = { ...couple, bride_marital_status_before: 'widowed', groom_marital_status_before: 'single' };
    expect(required(answers)).toContain('bride_earlier_marriage');
    expect(required(answers)).not.toContain('groom_earlier_marriage');
  });
});

describe('a deed', () => {
  const estimated = (answers: Answers): number =>
    feeOf(
      { questions: propertyRegistrationAppointment.questions, fee: propertyRegistrationAppointment.estimate ?? [] },
      answers,
      today,
    ).total.paise / 100;
  const sale: Answers = { deed_type: 'sale', consideration: lakh(40), circle_value: lakh(50) };

  // On ₹50 lakh: the duty, 1 % of registration, ₹100 of pasting.
  it.each([
    { area: 'mcd', buyer: 'male', in_all: 300_000 + 50_000 + 100 },
    { area: 'mcd', buyer: 'female', in_all: 200_000 + 50_000 + 100 },
    { area: 'mcd', buyer: 'joint', in_all: 250_000 + 50_000 + 100 },
    { area: 'ndmc', buyer: 'male', in_all: 275_000 + 50_000 + 100 },
    { area: 'ndmc', buyer: 'female', in_all: 175_000 + 50_000 + 100 },
    { area: 'cantonment', buyer: 'joint', in_all: 150_000 + 50_000 + 100 },
  ])('of sale to $buyer in $area is estimated at ₹$in_all', ({ area, buyer, in_all }) => {
    expect(estimated({ ...sale, property_area: area, buyer_gender: buyer })).toBe(in_all);
  });

  it.each([
    { deed_type: 'lease', in_all: 1100 },
    { deed_type: 'gpa', in_all: 1100 },
    { deed_type: 'will', in_all: 600 },
  ])('of $deed_type is estimated at ₹$in_all', ({ deed_type, in_all }) => {
    expect(estimated({ deed_type })).toBe(in_all);
  });

  it('costs nothing to book', () => {
    expect(feeOf(propertyRegistrationAppointment, sale, today).total).toEqual(rupees(0));
  });

  it('above ₹10 lakh needs the PAN cards', () => {
    const { required } = judging(propertyRegistrationAppointment);
    expect(required(sale)).toContain('pan');
    expect(required({ ...sale, consideration: lakh(10), circle_value: lakh(10) })).not.toContain('pan');
  });
});

describe('a land record', () => {
  it.each([
    { copy_kind: 'view', fee: 0, days: '0 calendar', by: [] },
    { copy_kind: 'certified', fee: 10, days: '7 working', by: ['patwari', 'kanungo', 'tehsildar'] },
  ])('to $copy_kind costs ₹$fee', ({ copy_kind, fee, days, by }) => {
    expect(feeOf(recordOfRights, { copy_kind }, today).total).toEqual(rupees(fee));
    expect(daysOf(recordOfRights, { copy_kind })).toBe(days);
    expect(rolesOf(recordOfRights, { copy_kind })).toEqual(by);
  });

  it('of the extended abadi needs the khatauni', () => {
    expect(judging(lalDoraCertificate).required({ abadi_type: 'extended' })).toContain('land_record');
    expect(judging(lalDoraCertificate).required({ abadi_type: 'lal-dora' })).not.toContain('land_record');
  });
});

describe('a card for a disability', () => {
  it.each([
    { answers: { disability_percent: '40', permanent: 'permanent' }, because: [] },
    { answers: { disability_percent: '39', permanent: 'permanent' }, because: ['percent'] },
    {
      answers: { disability_percent: '60', permanent: 'temporary', certificate_valid_to: '2026-11-24' },
      because: ['certificate_valid'],
    },
  ])('by $answers', ({ answers, because }) => {
    expect(judging(disabilityIdentityCard).blockedBy({ ...home, ...answers })).toEqual(because);
  });
});

describe('a time at the SDM’s', () => {
  it('is at the public hearing, for an office of the district', () => {
    const times = sdmOfficeAppointment.booking?.times ?? [];
    expect([times.at(0)?.start, times.at(-1)?.end, times.length]).toEqual(['10:00', '12:00', 4]);
    expect(judging(sdmOfficeAppointment).blockedBy({ matter: 'land' })).toEqual([]);
  });
});
