import { describe, expect, it } from 'vitest';
import { busPass } from '#config/services/transport/bus-pass/service.ts';
import { drivingLicenceDuplicate } from '#config/services/transport/driving-licence-duplicate/service.ts';
import { drivingLicenceRenewal } from '#config/services/transport/driving-licence-renewal/service.ts';
import { eChallanPayment } from '#config/services/transport/e-challan-payment/service.ts';
import { learnerLicence } from '#config/services/transport/learner-licence/service.ts';
import { vehicleOwnershipTransfer } from '#config/services/transport/vehicle-ownership-transfer/service.ts';
import { vehicleRcDuplicate } from '#config/services/transport/vehicle-rc-duplicate/service.ts';
import { check } from '#domain/catalogue/check-answer.ts';
import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { feeOf } from '#domain/catalogue/fee.ts';
import { neededPapers } from '#domain/catalogue/papers.ts';
import { answersThatApply, openQuestions } from '#domain/catalogue/questions.ts';
import type { Answers, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';
import { timeLimitOf } from '#domain/catalogue/time-limit.ts';

const today = '2026-11-25';
const blockedBy = (service: ServiceDefinition, answers: Answers): string[] =>
  judge(service, answersAsFacts(service, answers, today), today).blocking.map(({ id }) => id);
const rupeesOf = (service: ServiceDefinition, answers: Answers): number =>
  feeOf(service, answers, today).total.paise / 100;
const required = (service: ServiceDefinition, answers: Answers): string[] =>
  neededPapers(service, answers, today).flatMap(({ paper, need }) => (need === 'required' ? [paper.id] : []));
const asked = (service: ServiceDefinition, answers: Answers): string[] =>
  openQuestions(service, answers, today).map(({ id }) => id);

describe('a learner’s licence', () => {
  it.each([
    { classes: 'mcwg', born: '2008-11-25', because: [] },
    { classes: 'mcwg', born: '2008-11-26', because: ['age_18'] },
    { classes: 'mcwog', born: '2009-01-01', because: [] },
    { classes: 'mcwog', born: '2011-01-01', because: ['age_mcwog'] },
    { classes: 'mcwog,lmv', born: '2009-01-01', because: ['age_18'] },
    { classes: 'transport', born: '2007-01-01', because: ['age_transport'] },
  ])('for $classes of one born on $born is refused for $because', ({ classes, born, because }) => {
    expect(blockedBy(learnerLicence, { classes, date_of_birth: born })).toEqual(because);
  });

  it('for a taxi asks for a car licence of one year', () => {
    const driver = { classes: 'transport', date_of_birth: '1990-01-01' };
    expect(asked(learnerLicence, driver)).toContain('lmv_since');
    expect(blockedBy(learnerLicence, { ...driver, lmv_since: '2026-02-01' })).toEqual(['car_licence_first']);
    expect(blockedBy(learnerLicence, { ...driver, lmv_since: '2025-02-01' })).toEqual([]);
  });

  it.each([
    ['mcwg', 200],
    ['mcwg,lmv', 350],
    ['mcwog,mcwg,lmv', 500],
  ])('for %s costs ₹%i', (classes, rupees) => {
    expect(rupeesOf(learnerLicence, { classes })).toBe(rupees);
  });

  it.each([
    { who: 'a healthy man of 30', answers: { health_declaration: 'none' }, doctor: false },
    { who: 'one with fits', answers: { health_declaration: 'epilepsy' }, doctor: true },
    { who: 'one of 40', answers: { date_of_birth: '1986-11-25', health_declaration: 'none' }, doctor: true },
  ])('asks a doctor’s certificate of $who: $doctor', ({ answers, doctor }) => {
    const papers = required(learnerLicence, { classes: 'lmv', date_of_birth: '1996-01-01', ...answers });
    expect(papers.includes('medical_certificate')).toBe(doctor);
  });

  it('asks a minor’s guardian', () => {
    expect(asked(learnerLicence, { date_of_birth: '2010-01-01' })).toContain('guardian_consent');
    expect(asked(learnerLicence, { date_of_birth: '2000-01-01' })).not.toContain('guardian_consent');
  });
});

describe('the renewal of a driving licence', () => {
  it.each([
    { what: 'before it ends', valid_to: '2026-12-20', rupees: 400 },
    { what: 'a year after', valid_to: '2025-11-25', rupees: 400 },
    { what: '400 days after', valid_to: '2025-10-21', rupees: 1500 },
    { what: 'two years and a day after the first', valid_to: '2023-11-24', rupees: 3500 },
  ])('$what costs ₹$rupees with the card', ({ valid_to, rupees }) => {
    expect(feeOf(drivingLicenceRenewal, { valid_to }, today)).toMatchObject({ known: true });
    expect(rupeesOf(drivingLicenceRenewal, { valid_to })).toBe(rupees);
  });

  it('after a year needs the test again', () => {
    const late = { valid_to: '2025-10-21' };
    const { blocking, warnings } = judge(
      drivingLicenceRenewal,
      answersAsFacts(drivingLicenceRenewal, late, today),
      today,
    );
    expect(blocking).toEqual([]);
    expect(warnings.map(({ id }) => id)).toEqual(['test_again']);
    expect(stepsFor(drivingLicenceRenewal, late, today).map(({ visit }) => visit)).toContain('office');
    expect(stepsFor(drivingLicenceRenewal, { valid_to: today }, today).map(({ visit }) => visit)).not.toContain(
      'office',
    );
  });

  it.each([
    { valid_to: '2028-01-01', because: ['too_early'] },
    { present_address: 'Sector 15, Noida 201301', dl_no: 'DL0420110012345', because: [] },
    { present_address: 'Sector 15, Noida 201301', dl_no: 'UP1420110012345', because: ['of_delhi'] },
    { present_address: '12 Rohini 110085', dl_no: 'UP1420110012345', because: [] },
  ])('with %o is refused for its reasons', ({ because, ...answers }) => {
    expect(blockedBy(drivingLicenceRenewal, answers as Answers)).toEqual(because);
  });

  it.each([
    { born: '2000-11-25', classes: 'lmv', until: '2040-11-25' },
    { born: '1990-06-01', classes: 'lmv', until: '2036-11-24' },
    { born: '1974-06-01', classes: 'mcwg', until: '2034-06-01' },
    { born: '1950-06-01', classes: 'lmv', until: '2031-11-25' },
  ])('of one born on $born lasts until $until', ({ born, classes, until }) => {
    const answers = answersThatApply(drivingLicenceRenewal, { date_of_birth: born, classes }, today);
    expect(answers.private_valid_to).toBe(until);
    expect(answers.transport_valid_to).toBeUndefined();
  });
});

describe('the transfer of a vehicle', () => {
  const bike = { kind: 'sale', vehicle_class: 'motorcycle', sale_date: '2026-11-20' };

  it.each([
    ['a bike sold five days ago', bike, 350],
    ['a car sold five days ago', { ...bike, vehicle_class: 'car' }, 500],
    ['an inherited truck', { kind: 'inheritance', vehicle_class: 'heavy' }, 950],
    ['a bike sold 50 days ago in Delhi', { ...bike, sale_date: '2026-10-06', buyer_in_delhi: 'yes' }, 950],
    ['a bike sold 50 days ago to another State', { ...bike, sale_date: '2026-10-06', buyer_in_delhi: 'no' }, 650],
    ['an imported car', { ...bike, vehicle_class: 'imported-car' }, 2700],
  ])('of %s costs %o: ₹%i', (_, answers, rupees) => {
    expect(feeOf(vehicleOwnershipTransfer, answers, today)).toMatchObject({ known: true });
    expect(rupeesOf(vehicleOwnershipTransfer, answers)).toBe(rupees);
  });

  it.each([
    [{ fuel: 'diesel', registered_on: '2017-01-01' }, []],
    [{ fuel: 'diesel', registered_on: '2016-11-25' }, ['end_of_life_diesel']],
    [{ fuel: 'petrol', registered_on: '2010-01-01' }, ['end_of_life_petrol']],
    [{ fuel: 'electric', registered_on: '2010-01-01' }, []],
    [{ buyer_dob: '2010-01-01' }, ['buyer_adult']],
  ])('of %o is refused for %o', (answers, because) => {
    expect(blockedBy(vehicleOwnershipTransfer, answers)).toEqual(because);
  });

  it('from a dead owner needs other papers than a sale', () => {
    const sale = required(vehicleOwnershipTransfer, { kind: 'sale', hypothecation: 'no' });
    const inheritance = required(vehicleOwnershipTransfer, { kind: 'inheritance', hypothecation: 'yes' });
    expect(sale).toContain('sale_letter');
    expect(sale).not.toContain('financier_noc');
    expect(inheritance).toEqual(
      expect.arrayContaining(['financier_noc', 'death_certificate', 'succession', 'heirs_noc']),
    );
  });
});

describe('a copy of a licence or RC', () => {
  it.each([
    { reason: 'lost', papers: ['lost_report', 'identity'], report: true },
    { reason: 'torn', papers: ['torn_licence', 'identity'], report: false },
    { reason: 'not-received', papers: ['identity'], report: false },
  ])('that is $reason needs $papers', ({ reason, papers, report }) => {
    expect(required(drivingLicenceDuplicate, { reason })).toEqual(papers);
    expect(asked(drivingLicenceDuplicate, { reason }).includes('lost_report_no')).toBe(report);
  });

  it.each([
    [drivingLicenceDuplicate, { dl_no: 'DL0420110012345' }, []],
    [drivingLicenceDuplicate, { dl_no: 'UP1420110012345' }, ['of_delhi']],
    [vehicleRcDuplicate, { vehicle_no: 'DL8CAB1234' }, []],
    [vehicleRcDuplicate, { vehicle_no: '22BH1234AA' }, []],
    [vehicleRcDuplicate, { vehicle_no: 'HR26AB1234' }, ['of_delhi']],
    [vehicleRcDuplicate, {}, []],
  ] as const)('is given for Delhi only: %#', (service, answers, because) => {
    expect(blockedBy(service, answers)).toEqual(because);
  });

  it.each([
    ['motorcycle', 350],
    ['car', 500],
    ['medium', 700],
    ['heavy', 950],
    ['imported-car', 2700],
  ])('of the RC of a %s costs ₹%i with the card', (vehicle_class, rupees) => {
    expect(rupeesOf(vehicleRcDuplicate, { vehicle_class })).toBe(rupees);
  });
});

describe('the payment of a challan', () => {
  it.each([
    ['DL123456789012', true],
    ['DL8CAB1234', true],
    ['22BH1234AA', true],
    ['DL0420110012345', true],
    ['1234', false],
  ])('finds challans by %s: %s', (number, fits) => {
    const account = eChallanPayment.questions.find(({ id }) => id === 'search_value');
    expect(account && check(account, number, {}, today) === undefined).toBe(fits);
  });

  it('goes to the police when it is contested', () => {
    const contested = { action: 'contest' };
    expect(stepsFor(eChallanPayment, {}, today)).toEqual([]);
    expect(stepsFor(eChallanPayment, contested, today).map(({ role }) => role)).toEqual(['special-branch']);
    expect(timeLimitOf(eChallanPayment, contested, today)?.limit.days.value).toBe(30);
    expect(timeLimitOf(eChallanPayment, {}, today)?.limit.days.value).toBe(0);
  });
});

describe('a bus pass', () => {
  const home = { present_address: '12 Rohini, 110085', form: 'e-pass' };

  it.each([
    [{ pass_type: 'general-nonac', months: '3' }, 2280],
    [{ pass_type: 'general-ac', months: '12' }, 10800],
    [{ pass_type: 'student-destination', months: '5' }, 500],
    [{ pass_type: 'student-special', months: '3' }, 450],
    [{ pass_type: 'senior-ac', months: '6' }, 900],
    [{ pass_type: 'airport', months: '1' }, 1400],
    [{ pass_type: 'saheli' }, 0],
    [{ pass_type: 'general-nonac', months: '1', form: 'card' }, 833],
    [{ pass_type: 'ncr', months: '1', form: 'card', present_address: 'Sector 15, Noida 201301' }, 1856],
  ])('%o costs ₹%i', (answers, rupees) => {
    expect(feeOf(busPass, { ...home, ...answers }, today)).toMatchObject({ known: true });
    expect(rupeesOf(busPass, { ...home, ...answers })).toBe(rupees);
  });

  it.each([
    [{ pass_type: 'senior-nonac', date_of_birth: '1960-01-01' }, []],
    [{ pass_type: 'senior-nonac', date_of_birth: '1980-01-01' }, ['senior']],
    [{ pass_type: 'saheli', gender: 'female', date_of_birth: '2000-01-01' }, []],
    [{ pass_type: 'saheli', gender: 'male', date_of_birth: '2000-01-01' }, ['saheli']],
    [{ pass_type: 'saheli', gender: 'female', present_address: 'Sector 15, Noida 201301' }, ['resident']],
    [{ pass_type: 'divyang', disability_percent: '30' }, ['disability']],
    [{ pass_type: 'general-ac', date_of_birth: '2016-01-01' }, ['age_general']],
  ])('%o is refused for %o', (answers, because) => {
    expect(blockedBy(busPass, answers)).toEqual(because);
  });

  it('comes at once unless somebody has to see a proof', () => {
    expect(stepsFor(busPass, { pass_type: 'general-ac' }, today)).toEqual([]);
    expect(stepsFor(busPass, { pass_type: 'student-special' }, today).map(({ role }) => role)).toEqual(['dtc-desk']);
    expect(timeLimitOf(busPass, { pass_type: 'general-ac', form: 'card' }, today)?.limit.days.value).toBe(5);
  });
});
