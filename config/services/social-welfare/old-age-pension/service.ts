import {
  annualFamilyIncome,
  fatherOrHusbandName,
  maritalStatus,
  onBehalfOf,
  permanentAddress,
  socialCategory,
} from '#config/services/shared/fields.ts';
import {
  aadhaar,
  appeal,
  bank,
  beneficiary,
  fiveYears,
  livesHere,
  passbook,
  photo,
  proofOfAge,
  sanctionedIn45Days,
} from '#config/services/shared/pensions.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const getsMore = "age >= 70 or social_category in ['sc', 'st', 'minority']";

/** A monthly pension for those of 60 and more who have no means of their own. */
export const oldAgePension = defineService({
  id: 'old-age-pension',
  department: 'social-welfare',
  category: 'pensions',
  kind: 'application',
  outcome: 'sanction-order',
  version: '2026-11-01',
  rules: [
    { id: 'age', when: 'age >= 60', otherwise: 'block' },
    { id: 'residence', when: 'residence_years >= 5', otherwise: 'block' },
    { id: 'income', when: 'annual_family_income < 100000', otherwise: 'block' },
    { id: 'other_pension', when: "other_pension == 'no'", otherwise: 'block' },
    { id: 'own_account', when: "bank_single_operated == 'yes'", otherwise: 'block' },
    { id: 'already_issued', when: "not (already_issued == 'yes')", otherwise: 'block' },
  ],
  questions: [
    // Sons and daughters often apply for a parent.
    { ...onBehalfOf, choices: ['self', 'dependent'] },
    ...beneficiary,
    ...livesHere,
    { id: 'other_pension', type: 'yes-no' },
    annualFamilyIncome,
    socialCategory,
    maritalStatus,
    fatherOrHusbandName,
    ...bank,
    { id: 'bank_single_operated', type: 'yes-no' },
    { ...permanentAddress, optional: true, quiet: true },
    { id: 'spouse_income', type: 'money', min: 0, max: 10_000_000_00, optional: true, quiet: true },
    // The officer takes it from the address.
    { id: 'assembly_constituency', type: 'text', min: 2, max: 60, optional: true, quiet: true },
    { id: 'nominee_name', type: 'person-name', min: 2, max: 100, optional: true, quiet: true },
    {
      id: 'nominee_relation',
      type: 'choice',
      choices: ['spouse', 'son', 'daughter', 'other'],
      optional: true,
      quiet: true,
    },
    { id: 'pension', type: 'money', computed: '2000', when: `not (${getsMore})` },
    { id: 'pension_higher', type: 'money', computed: '2500', when: getsMore },
  ],
  papers: [
    aadhaar,
    passbook,
    proofOfAge,
    fiveYears,
    {
      id: 'caste_certificate',
      anyOf: ['caste-certificate'],
      when: "age < 70 and social_category in ['sc', 'st']",
    },
    photo,
    { id: 'bpl_card', anyOf: ['bpl-card'], optional: true },
  ],
  timeLimits: [sanctionedIn45Days(true)],
  steps: [
    { role: 'welfare-inspector', action: 'field-verification', days: 20, visit: 'field' },
    { role: 'dealing-assistant', action: 'scrutiny', days: 5 },
    { role: 'dswo', action: 'sanction', days: 20 },
  ],
  appeal,
  subject: ['applicant_name', 'date_of_birth'],
  validity: {
    // Once a year it is shown that the person lives.
    until: {
      value: ['issued+1y'],
      from: '2015-12-01',
      verified: true,
      source: 'Old age assistance rules: yearly proof of life',
    },
    remindDaysBefore: [30, 7],
    renewBy: 'old-age-pension',
  },
  notices: [{ id: 'quota' }],
  printed: [
    'number',
    'applicant_name',
    'date_of_birth',
    'present_address',
    'pension',
    'pension_higher',
    'bank_account_number',
    'issued_on',
    'valid_to',
  ],
  flags: ['renewable', 'once', 'field-visit'],
});
