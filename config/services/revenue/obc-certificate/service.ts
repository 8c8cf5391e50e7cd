import { otherBackwardClasses } from '#config/services/shared/castes.ts';
import {
  annualFamilyIncome,
  deliveryMode,
  email,
  fatherName,
  motherName,
  onBehalfOf,
  spouseName,
} from '#config/services/shared/fields.ts';
import { states } from '#config/services/shared/places.ts';
import {
  addressProof,
  ageProof,
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
import { defineService } from '#domain/catalogue/service-definition.ts';

const hasRelative = "basis != 'since-1993'";

/** That somebody belongs to an Other Backward Class and is not of its creamy layer. */
export const obcCertificate = defineService({
  id: 'obc-certificate',
  department: 'revenue',
  category: 'certificates',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    ...citizenOfDelhi,
    { id: 'creamy_income', when: 'annual_family_income <= 800000', otherwise: 'block' },
    { id: 'creamy_post', when: "creamy_post == 'no'", otherwise: 'block' },
    { id: 'list_of_caste', when: "caste != 'jat' or list == 'delhi'", otherwise: 'block' },
    { id: 'caste_not_listed', when: "caste != 'other'", otherwise: 'warn' },
    { id: 'already_issued', when: "not (already_issued == 'yes')", otherwise: 'warn' },
  ],
  questions: [
    { ...onBehalfOf, choices: ['self', 'child', 'dependent'] },
    { id: 'list', type: 'choice', choices: ['delhi', 'central'] },
    { id: 'basis', type: 'choice', choices: ['delhi-relative', 'since-1993', 'other-state'] },
    { id: 'origin_state', type: 'choice', choices: states, master: 'states', when: "basis == 'other-state'" },
    {
      id: 'relative_certificate_no',
      type: 'text',
      when: hasRelative,
      min: 4,
      max: 40,
      prefill: ['family-caste-certificate.number'],
    },
    {
      id: 'caste',
      type: 'choice',
      choices: otherBackwardClasses,
      master: 'obc-castes',
      prefill: ['family-caste-certificate.caste'],
    },
    { id: 'caste_other', type: 'text', when: "caste == 'other'", min: 2, max: 60 },
    // The parents' income decides, without salary and farming.
    annualFamilyIncome,
    { id: 'creamy_post', type: 'yes-no' },
    ...person,
    fatherName,
    motherName,
    ...home,
    { ...spouseName, optional: true, quiet: true },
    email,
    deliveryMode,
  ],
  papers: [
    { id: 'family_certificate', anyOf: ['family-caste-certificate', 'caste-certificate'], when: hasRelative },
    identity,
    addressProof,
    ageProof,
    { id: 'residence_1993', anyOf: ['residence-proof-1993'], when: "basis == 'since-1993'" },
    { id: 'income_proof', anyOf: ['income-proof', 'income-certificate'] },
    photo,
  ],
  timeLimits: [decidedIn(14, 'calendar', true)],
  steps: [scrutiny(3), fieldVisit(5, "basis == 'since-1993'"), recommendation(3), approval(3)],
  appeal: toAdm,
  subject: ['applicant_name', 'date_of_birth', 'list'],
  // The caste is for life; that one is not of the creamy layer is said for a year.
  validity: {
    until: {
      value: ['financial-year-end'],
      from: '1993-09-08',
      verified: false,
      source: 'DoPT memorandum of 8 September 1993; departments accept three years in practice',
    },
    remindDaysBefore: [30],
    renewBy: 'obc-certificate',
  },
  printed: [
    'number',
    'applicant_name',
    'father_name',
    'mother_name',
    'caste',
    'caste_other',
    'list',
    'origin_state',
    'present_address',
    'district',
    'issued_on',
    'valid_to',
  ],
  flags: ['sensitive'],
});
