import { describe, expect, it } from 'vitest';
import { mcdServices } from '#config/services/mcd/index.ts';
import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import type { Facts } from '#domain/catalogue/rule.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { timeLimitOf } from '#domain/catalogue/time-limit.ts';

const today = '2026-11-23';
const named = (id: string): ServiceDefinition => {
  const found = mcdServices.find((service) => service.id === id);
  if (!found) throw new Error(`not a service of MCD: ${id}`);
  return found;
};
const rupees = (id: string, answers: Answers, on = today): number => feeOf(named(id), answers, on).total.paise / 100;
const required = (id: string, answers: Answers): string[] =>
  neededPapers(named(id), answers, today).flatMap(({ paper, need }) => (need === 'required' ? [paper.id] : []));
const judged = (id: string, answers: Answers, more: Facts = {}, on = today) => {
  const result = judge(named(id), answersAsFacts(named(id), answers, on, more), on);
  return { blocking: result.blocking.map((rule) => rule.id), warnings: result.warnings.map((rule) => rule.id) };
};
const days = (id: string, answers: Answers): string => {
  const { days: promised, unit } = timeLimitOf(named(id), answers, today)?.limit ?? {};
  return `${promised?.value} ${unit}`;
};

describe('the fee of MCD for', () => {
  const birth = (child_dob: string, copies = '1'): Answers => ({ request_type: 'new', child_dob, copies });
  const death = (date_of_death: string): Answers => ({ request_type: 'new', date_of_death });

  it.each([
    ['a birth of 23 days ago', 'birth-certificate', birth('2026-11-01'), '2026-11-24', 2],
    ['the same with three copies', 'birth-certificate', birth('2026-11-01', '3'), '2026-11-24', 12],
    ['a birth of last year', 'birth-certificate', birth('2025-01-02'), '2026-03-01', 10],
    ['a death of a week ago', 'death-certificate', death('2026-11-16'), today, 0],
    ['a death of 31 days ago', 'death-certificate', death('2026-10-23'), today, 5],
    [
      'a copy without its number',
      'death-certificate',
      { request_type: 'copy', has_registration_no: 'no', copies: '2' },
      today,
      7,
    ],
    [
      'a name within the year',
      'birth-certificate-correction',
      { change_type: 'add-name', registration_date: '2026-01-02' },
      today,
      0,
    ],
    [
      'a name after more than a year',
      'birth-certificate-correction',
      { change_type: 'add-name', registration_date: '2025-01-02', copies: '2' },
      today,
      10,
    ],
    ['a dog', 'pet-registration', { request_type: 'fresh' }, today, 500],
    ['a mutation to one', 'property-mutation', {}, today, 3],
    ['a shop that pays ₹3,888 of tax', 'trade-licence', { property_tax: '388800' }, today, 583],
    ['a shop of 40 m² before 2026', 'trade-licence', { area_sqm: '40' }, '2025-06-01', 800],
    [
      'a renewal in time',
      'trade-licence-renewal',
      { property_tax: '388800', valid_to: '2027-03-31' },
      '2027-04-30',
      583,
    ],
    [
      'a renewal in June',
      'trade-licence-renewal',
      { property_tax: '388800', valid_to: '2027-03-31' },
      '2027-06-01',
      583 + 117,
    ],
    [
      'a renewal three years late',
      'trade-licence-renewal',
      { property_tax: '388800', valid_to: '2024-03-31' },
      today,
      583 * 2,
    ],
    ['a dhaba', 'health-trade-licence', { trade_kind: 'dhaba' }, today, 22_000],
    ['20 seats', 'health-trade-licence', { trade_kind: 'eating-house', seats_or_beds: '20' }, today, 21_000],
    ['21 seats', 'health-trade-licence', { trade_kind: 'eating-house', seats_or_beds: '21' }, today, 36_000],
    ['a banquet hall of 251', 'health-trade-licence', { trade_kind: 'banquet', seats_or_beds: '251' }, today, 46_000],
    ['a hotel of five stars', 'health-trade-licence', { trade_kind: 'hotel-5-star' }, today, 551_000],
  ])('%s', (_, id, answers, on, expected) => {
    expect(rupees(id, answers, on)).toBe(expected);
  });

  const hall = (more: Answers): Answers => ({
    hall: 'green-park',
    event_type: 'marriage',
    event_date: '2026-12-05T09:00',
    ...more,
  });
  const besides = 500 + 200;

  it.each([
    ['a day of a large hall', hall({}), 5000 + 20_000 + besides],
    ['two days', hall({ days: '2' }), 10_000 + 20_000 + besides],
    ['half a day', hall({ days: 'half' }), 2500 + 20_000 + besides],
    ['a day five months ahead', hall({ event_date: '2027-04-23T09:00' }), 10_000 + 20_000 + besides],
    ['a day eleven months ahead', hall({ event_date: '2027-10-23T09:00' }), 20_000 + 20_000 + besides],
    ['a condolence', hall({ event_type: 'condolence' }), besides],
    ['the wedding of an orphan', hall({ concession: 'widow-daughter' }), besides],
    ['a small hall', hall({ hall: 'jangpura' }), 500 + 10_000 + 500 + 100],
  ])('%s', (_, answers, expected) => {
    expect(rupees('community-hall-booking', answers)).toBe(expected);
  });
});

describe('MCD asks for the papers of', () => {
  it.each([
    [
      'a death in hospital',
      'death-certificate',
      { place_type: 'hospital', date_of_death: '2026-11-20' },
      ['death_slip', 'cremation_slip', 'applicant_id'],
    ],
    [
      'a death at home two years ago',
      'death-certificate',
      { place_type: 'home', date_of_death: '2024-11-20' },
      ['cremation_slip', 'applicant_id', 'affidavit', 'delayed_order'],
    ],
    [
      'another date of birth',
      'birth-certificate-correction',
      { change_type: 'dob' },
      ['birth_certificate', 'mother_id', 'birth_slip', 'affidavit', 'second_affidavit'],
    ],
    [
      'an heir who leaves the house to another',
      'property-mutation',
      {
        basis: 'inheritance',
        'heirs.1.name': 'Asha',
        'heirs.1.relation': 'daughter',
        'heirs.1.consents': 'yes',
        'heirs.1.another': 'yes',
        'heirs.2.name': 'Amit',
        'heirs.2.relation': 'son',
        'heirs.2.consents': 'yes',
        'heirs.2.another': 'no',
        'new_owners.1.name': 'Amit',
        'new_owners.1.share': '100',
        'new_owners.1.another': 'no',
      },
      [
        'property_tax_receipt',
        'death_certificate',
        'succession',
        'no_objection',
        'identity',
        'affidavit',
        'indemnity_bond',
      ],
    ],
    [
      'a juice shop',
      'health-trade-licence',
      { trade_kind: 'fruit-juice', area_sqm: '20' },
      ['identity', 'premises_proof', 'fssai_licence', 'site_plan', 'photo'],
    ],
    [
      'a large lodge',
      'health-trade-licence',
      { trade_kind: 'lodging', seats_or_beds: '60', area_sqm: '80' },
      ['identity', 'premises_proof', 'site_plan', 'medical_fitness', 'fire_noc', 'photo'],
    ],
  ])('%s', (_, id, answers: Answers, expected) => {
    expect(required(id, answers)).toEqual(expected);
  });
});

describe('MCD turns away, or warns,', () => {
  it.each([
    ['nobody whose facts are unknown', 'pet-registration', {}, {}, [], []],
    [
      'whoever lives elsewhere with a dog no longer vaccinated',
      'pet-registration',
      { vaccination_valid_to: '2026-11-01', vaccination_date: '2025-11-01' },
      { local_body: 'ndmc' },
      ['local_body', 'vaccinated'],
      [],
    ],
    [
      'a name wanted after 16 years',
      'birth-certificate-correction',
      { change_type: 'add-name', registration_date: '2010-01-01' },
      {},
      ['name_in_time'],
      [],
    ],
    [
      'another sex without the hospital’s record',
      'birth-certificate-correction',
      { change_type: 'gender' },
      {},
      [],
      ['hospital_record'],
    ],
    [
      'a mutation with dues, which is automatic besides',
      'property-mutation',
      { basis: 'sale', deed_date: '2020-01-01' },
      { dues: 120 },
      ['dues'],
      ['automatic'],
    ],
    ['a renewal in autumn', 'trade-licence-renewal', { valid_to: '2027-03-31' }, { dues: 0 }, ['window'], []],
    [
      'more guests than a hall takes, and a prayer too early',
      'community-hall-booking',
      { hall: 'jangpura', guests: '151', event_type: 'religious', event_date: '2027-01-20T09:00' },
      {},
      ['religious_soon', 'fits_150'],
      [],
    ],
  ])('%s', (_, id, answers: Answers, more: Facts, blocking, warnings) => {
    expect(judged(id, answers, more)).toEqual({ blocking, warnings });
  });
});

describe('MCD promises', () => {
  it.each([
    ['birth-certificate-correction', { change_type: 'add-name' }, '7 calendar'],
    ['birth-certificate-correction', { change_type: 'parent-name' }, '15 working'],
    ['death-certificate', { date_of_death: '2024-01-01' }, '37 calendar'],
    ['property-mutation', { basis: 'sale', deed_date: '2020-01-01' }, '7 working'],
    ['property-mutation', { basis: 'will' }, '30 working'],
    ['trade-licence', {}, '0 calendar'],
    ['trade-licence-renewal', { changes: 'area,owner' }, '15 working'],
    ['trade-licence-renewal', { changes: 'none' }, '0 calendar'],
    ['health-trade-licence', { trade_kind: 'salon' }, '0 calendar'],
    ['health-trade-licence', { trade_kind: 'spa' }, '60 calendar'],
  ])('for %s with %o: %s', (id, answers: Answers, expected) => {
    expect(days(id, answers)).toBe(expected);
  });
});
