import { scheduledCastes } from '#config/services/shared/castes.ts';
import {
  deliveryMode,
  email,
  fatherName,
  motherName,
  onBehalfOf,
  religion,
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

const hasRelative = "basis != 'first-time'";
const fromElsewhere = "basis == 'other-state'";

/** That somebody belongs to a Scheduled Caste or Tribe; a woman keeps her father's caste, whomever she marries. */
export const casteCertificateScSt = defineService({
  id: 'caste-certificate-sc-st',
  department: 'revenue',
  category: 'certificates',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    ...citizenOfDelhi,
    // No tribe is scheduled for Delhi.
    { id: 'tribe_elsewhere', when: "category_applied != 'st' or basis == 'other-state'", otherwise: 'block' },
    {
      id: 'religion',
      when: "category_applied != 'sc' or religion in ['hindu', 'sikh', 'buddhist']",
      otherwise: 'block',
    },
    { id: 'already_issued', when: "not (already_issued == 'yes')", otherwise: 'warn' },
  ],
  questions: [
    { ...onBehalfOf, choices: ['self', 'child', 'dependent'] },
    { id: 'category_applied', type: 'choice', choices: ['sc', 'st'] },
    { id: 'basis', type: 'choice', choices: ['delhi-relative', 'other-state', 'first-time'] },
    {
      id: 'caste',
      type: 'choice',
      choices: scheduledCastes,
      master: 'scheduled-castes',
      when: "basis != 'other-state' and category_applied == 'sc'",
      prefill: ['family-caste-certificate.caste'],
    },
    {
      // The list of the other State holds; its authority confirms the name.
      id: 'caste_elsewhere',
      type: 'text',
      when: fromElsewhere,
      min: 2,
      max: 60,
      prefill: ['family-caste-certificate.caste'],
    },
    {
      id: 'relative_relation',
      type: 'choice',
      choices: ['father', 'brother', 'sister', 'uncle', 'grandfather'],
      when: hasRelative,
    },
    {
      id: 'relative_certificate_no',
      type: 'text',
      when: hasRelative,
      min: 4,
      max: 40,
      prefill: ['family-caste-certificate.number'],
    },
    { id: 'origin_state', type: 'choice', choices: states, master: 'states', when: fromElsewhere },
    { id: 'migration_date', type: 'date', notAfter: 'today', when: fromElsewhere },
    ...person,
    fatherName,
    motherName,
    religion,
    ...home,
    { ...spouseName, optional: true, quiet: true },
    email,
    deliveryMode,
  ],
  papers: [
    {
      id: 'family_certificate',
      anyOf: ['family-caste-certificate', 'caste-certificate'],
      when: hasRelative,
    },
    identity,
    addressProof,
    ageProof,
    { id: 'school_certificate', anyOf: ['school-certificate'], when: "basis == 'first-time'" },
    { id: 'residence_proof', anyOf: ['residence-proof-3y'], optional: true },
    photo,
  ],
  timeLimits: [decidedIn(21, 'calendar', false, fromElsewhere), decidedIn(14, 'calendar', true)],
  steps: [
    scrutiny(3),
    fieldVisit(5, "basis == 'first-time'"),
    { role: 'dealing-assistant', action: 'verify-with-origin-state', days: 7, when: fromElsewhere },
    recommendation(3),
    approval(3),
  ],
  appeal: toAdm,
  subject: ['applicant_name', 'date_of_birth'],
  notices: [{ id: 'origin_asked', when: fromElsewhere }],
  printed: [
    'number',
    'applicant_name',
    'father_name',
    'mother_name',
    'category_applied',
    'caste',
    'caste_elsewhere',
    'origin_state',
    'present_address',
    'district',
    'issued_on',
  ],
  flags: ['sensitive'],
});
