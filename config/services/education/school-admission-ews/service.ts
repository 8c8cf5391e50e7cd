import {
  aadhaarRef,
  annualFamilyIncome,
  applicantName,
  gender,
  presentAddress,
  relationToApplicant,
} from '#config/services/shared/fields.ts';
import { addressProof, ageProof } from '#config/services/shared/papers.ts';
import { schools } from '#config/services/shared/schools.ts';
import { defineService, type EligibilityRule } from '#domain/catalogue/service-definition.ts';

/** The session that is admitted next. The window is notified each year; that of the last session gives the days. */
const AGE_DAY = '2027-03-31';
const WINDOW = { opens: '2027-02-23', closes: '2027-03-16' };

const isNeedy = "category == 'ews'";
const isDisadvantaged = "category == 'dg'";
const isSpecial = "category == 'cwsn'";

/** At least `from` and not yet `to` years old on 31 March; `to` is later for a child with special needs. */
const ageRule = (value: string, from: number, to: number, toSpecial: number): EligibilityRule => ({
  id: `age_${value.replace('-', '_')}`,
  when: `class != '${value}' or (age_on(child_dob, '${AGE_DAY}') >= ${from} and (age_on(child_dob, '${AGE_DAY}') < ${to} or (${isSpecial} and age_on(child_dob, '${AGE_DAY}') < ${toSpecial})))`,
  otherwise: 'block',
});

/** A free seat in a private school, drawn by lot. */
export const schoolAdmissionEws = defineService({
  id: 'school-admission-ews',
  department: 'education',
  category: 'education',
  kind: 'application',
  outcome: 'slip',
  version: '2026-11-25',
  rules: [
    { id: 'resident_delhi', when: 'resident_delhi', otherwise: 'block' },
    ageRule('nursery', 3, 5, 7),
    ageRule('kg', 4, 6, 8),
    ageRule('class-1', 5, 7, 9),
    {
      id: 'income',
      when: `not (${isNeedy}) or has_card == 'yes' or annual_family_income < 500000`,
      otherwise: 'block',
    },
    { id: 'window', when: `today >= '${WINDOW.opens}' and today <= '${WINDOW.closes}'`, otherwise: 'warn' },
  ],
  questions: [
    { id: 'child_name', type: 'person-name', min: 2, max: 100, prefill: ['birth-certificate.name'] },
    {
      id: 'child_dob',
      type: 'date',
      notBefore: 'today-12y',
      notAfter: 'today',
      prefill: ['birth-certificate.dob', 'age-proof.dob'],
    },
    { id: 'child_gender', type: 'choice', choices: gender.choices ?? [], prefill: ['birth-certificate.gender'] },
    { id: 'class', type: 'choice', choices: ['nursery', 'kg', 'class-1'] },
    { id: 'category', type: 'choice', choices: ['ews', 'dg', 'cwsn'] },
    { id: 'has_card', type: 'yes-no', when: isNeedy },
    { ...annualFamilyIncome, when: `${isNeedy} and has_card == 'no'` },
    {
      // That a family is affected by HIV is never shown to a school.
      id: 'dg_kind',
      type: 'choice',
      when: isDisadvantaged,
      choices: ['sc', 'st', 'obc', 'orphan', 'transgender', 'hiv'],
      sensitive: true,
    },
    { id: 'mother_name', type: 'person-name', min: 2, max: 100, prefill: ['birth-certificate.mother_name'] },
    {
      id: 'father_name',
      type: 'person-name',
      optional: true,
      min: 2,
      max: 100,
      prefill: ['birth-certificate.father_name'],
    },
    applicantName,
    { ...relationToApplicant, choices: ['mother', 'father', 'guardian'] },
    presentAddress,
    {
      id: 'schools',
      type: 'list',
      min: 1,
      max: 10,
      items: [{ id: 'school', type: 'choice', choices: schools, master: 'schools' }],
    },
    { ...aadhaarRef, optional: true, quiet: true },
    { id: 'child_aadhaar', type: 'id-number', of: 'aadhaar', optional: true, quiet: true, sensitive: true },
  ],
  papers: [
    {
      id: 'age_proof',
      anyOf: ['birth-certificate', ...ageProof.filter((type) => type !== 'birth-certificate')],
      first: true,
    },
    { id: 'address_proof', anyOf: addressProof, first: true },
    { id: 'income_proof', anyOf: ['income-certificate', 'bpl-card'], when: isNeedy },
    {
      id: 'caste_certificate',
      anyOf: ['caste-certificate'],
      when: `${isDisadvantaged} and dg_kind in ['sc', 'st', 'obc']`,
    },
    { id: 'disability_certificate', anyOf: ['disability-certificate'], when: isSpecial },
    { id: 'orphan_proof', anyOf: ['orphan-proof'], when: `${isDisadvantaged} and dg_kind == 'orphan'` },
    { id: 'photo', anyOf: ['photo'] },
    { id: 'parent_aadhaar', anyOf: ['aadhaar'], optional: true },
  ],
  timeLimits: [
    {
      days: {
        value: 25,
        from: '2026-02-23',
        verified: false,
        source: 'Directorate of Education, EWS admissions 2026; the day of the draw is notified each year',
      },
      unit: 'working',
    },
  ],
  steps: [
    { role: 'auto', action: 'validate', days: 0 },
    { role: 'doe-desk', action: 'duplicate-check', days: 5 },
    { role: 'doe-desk', action: 'draw-of-lots', days: 0 },
    { role: 'institute-nodal', action: 'verify-papers', days: 10, visit: 'office' },
    { role: 'dde', action: 'resolve', days: 10 },
  ],
  appeal: { to: 'dde', withinDays: 7 },
  subject: ['child_name', 'child_dob'],
  notices: [{ id: 'draw' }],
  printed: ['number', 'child_name', 'child_dob', 'class', 'category', 'schools'],
  flags: ['window', 'once', 'sensitive'],
});
