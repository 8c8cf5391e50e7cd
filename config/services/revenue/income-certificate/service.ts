import {
  deliveryMode,
  fatherOrHusbandName,
  occupation,
  onBehalfOf,
  purpose,
  rationCardNo,
  residenceSince,
} from '#config/services/shared/fields.ts';
import {
  addressProof,
  approval,
  citizenOfDelhi,
  decidedIn,
  fieldVisit,
  home,
  identity,
  person,
  photo,
  recommendation,
  scrutiny,
  toAdm,
} from '#config/services/shared/revenue.ts';
import { defineService, type Question } from '#domain/catalogue/service-definition.ts';

/** Each with an income, if only of nothing: their sum is the income of the family. */
const familyMembers: Question = {
  id: 'family_members',
  type: 'list',
  min: 1,
  max: 20,
  items: [
    { id: 'name', type: 'person-name', min: 2, max: 100 },
    {
      id: 'relation',
      type: 'choice',
      choices: ['self', 'spouse', 'father', 'mother', 'son', 'daughter', 'brother', 'sister', 'other'],
    },
    { id: 'annual_income', type: 'money', min: 0, max: 100_000_000_00 },
  ],
};

/** What a family earns in a year, for scholarships, admissions and help of every kind. */
export const incomeCertificate = defineService({
  id: 'income-certificate',
  department: 'revenue',
  category: 'certificates',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    ...citizenOfDelhi,
    { id: 'spends_more', when: 'monthly_expenditure * 12 <= annual_family_income', otherwise: 'warn' },
  ],
  questions: [
    { ...onBehalfOf, choices: ['self', 'child', 'dependent'] },
    purpose,
    ...person,
    fatherOrHusbandName,
    occupation,
    familyMembers,
    { id: 'annual_family_income', type: 'money', computed: 'family_members_annual_income_sum' },
    {
      id: 'income_sources',
      type: 'multi-choice',
      choices: ['salary', 'business', 'rent', 'agriculture', 'pension', 'interest', 'other'],
    },
    { id: 'monthly_expenditure', type: 'money', min: 0, max: 10_000_000_00 },
    { id: 'house', type: 'choice', choices: ['owned', 'rented', 'government'] },
    ...home,
    { ...residenceSince, notBefore: 'today-120y' },
    { id: 'children_in_school', type: 'number', min: 0, max: 15, optional: true, quiet: true },
    { ...rationCardNo, optional: true, quiet: true },
    deliveryMode,
  ],
  papers: [
    identity,
    addressProof,
    { id: 'income_proof', anyOf: ['income-proof', 'income-certificate', 'bpl-card'], optional: true },
    photo,
  ],
  timeLimits: [decidedIn(10, 'working', false)],
  steps: [
    scrutiny(2),
    // Somebody who spends more than six tenths of what is earned is visited.
    fieldVisit(4, 'monthly_expenditure * 20 > annual_family_income'),
    recommendation(2),
    approval(2),
  ],
  appeal: toAdm,
  subject: ['applicant_name', 'date_of_birth'],
  validity: {
    until: {
      value: ['issued+6m'],
      from: '2015-12-01',
      verified: false,
      source: 'Practice of the districts; for scholarships one financial year is accepted',
    },
    remindDaysBefore: [15],
    renewBy: 'income-certificate',
  },
  printed: [
    'number',
    'applicant_name',
    'father_or_husband_name',
    'present_address',
    'annual_family_income',
    'income_sources',
    'purpose',
    'issued_on',
    'valid_to',
  ],
  flags: ['renewable'],
});
