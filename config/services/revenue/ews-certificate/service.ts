import {
  deliveryMode,
  fatherOrHusbandName,
  motherName,
  onBehalfOf,
  socialCategory,
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

const ownsSomething = "owns_property == 'yes'";
/** Whoever owns nothing is below every limit. */
const below = (question: string, limit: number): string => `owns_property == 'no' or ${question} < ${limit}`;
const size = (id: string, max: number): Question => ({ id, type: 'number', min: 0, max, when: ownsSomething });

/** Income and assets of a family that no other reservation covers; what it owns in several places counts together. */
export const ewsCertificate = defineService({
  id: 'ews-certificate',
  department: 'revenue',
  category: 'certificates',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    ...citizenOfDelhi,
    { id: 'category', when: "social_category == 'general'", otherwise: 'block' },
    { id: 'income', when: 'annual_family_income < 800000', otherwise: 'block' },
    { id: 'agri_land', when: below('agri_land_acres', 5), otherwise: 'block' },
    { id: 'flat', when: below('flat_sqft', 1000), otherwise: 'block' },
    { id: 'plot_municipal', when: below('plot_municipal_sqyd', 100), otherwise: 'block' },
    { id: 'plot_other', when: below('plot_other_sqyd', 200), otherwise: 'block' },
  ],
  questions: [
    { ...onBehalfOf, choices: ['self', 'child', 'dependent'] },
    { ...socialCategory, choices: ['general', 'sc', 'st', 'obc'] },
    { id: 'financial_year', type: 'choice', choices: ['2024-25', '2025-26'], presumed: '2025-26' },
    ...person,
    fatherOrHusbandName,
    motherName,
    {
      id: 'family_members',
      type: 'list',
      min: 1,
      max: 15,
      items: [
        { id: 'name', type: 'person-name', min: 2, max: 100 },
        {
          id: 'relation',
          type: 'choice',
          choices: ['self', 'father', 'mother', 'sibling-under-18', 'spouse', 'child-under-18'],
        },
        { id: 'annual_income', type: 'money', min: 0, max: 100_000_000_00 },
      ],
    },
    { id: 'annual_family_income', type: 'money', computed: 'family_members_annual_income_sum' },
    { id: 'owns_property', type: 'yes-no' },
    size('agri_land_acres', 10_000),
    size('flat_sqft', 100_000),
    size('plot_municipal_sqyd', 100_000),
    size('plot_other_sqyd', 100_000),
    ...home,
    deliveryMode,
  ],
  papers: [
    identity,
    addressProof,
    { id: 'income_proof', anyOf: ['income-proof', 'income-certificate'] },
    { id: 'property', anyOf: ['title-deed', 'property-tax-receipt'], when: ownsSomething, optional: true },
    photo,
  ],
  timeLimits: [decidedIn(14, 'working', false)],
  steps: [scrutiny(3), fieldVisit(5), recommendation(3), approval(3)],
  appeal: toAdm,
  subject: ['applicant_name', 'date_of_birth', 'financial_year'],
  validity: {
    until: {
      value: ['financial-year-end'],
      from: '2019-01-31',
      verified: true,
      source: 'DoPT office memorandum 36039/1/2019 of 31 January 2019',
    },
    remindDaysBefore: [30],
    renewBy: 'ews-certificate',
  },
  printed: [
    'number',
    'applicant_name',
    'father_or_husband_name',
    'present_address',
    'annual_family_income',
    'financial_year',
    'issued_on',
    'valid_to',
  ],
  flags: ['renewable'],
});
