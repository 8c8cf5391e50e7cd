import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  fatherOrHusbandName,
  gender,
  onBehalfOf,
  presentAddress,
  rationCardNo,
  relationToApplicant,
} from '#config/services/shared/fields.ts';
import { addressProof } from '#config/services/shared/papers.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const isSenior = "category == 'senior'";

/** The card by which listed families, and everybody of 70 or more, are treated without paying. */
export const healthCard = defineService({
  id: 'health-card',
  department: 'health',
  category: 'health',
  kind: 'application',
  outcome: 'card',
  version: '2026-11-25',
  rules: [
    { id: 'resident_delhi', when: 'resident_delhi', otherwise: 'block' },
    { id: 'has_aadhaar', when: 'has_aadhaar', otherwise: 'block' },
    { id: 'age', when: `not (${isSenior}) or age >= 70`, otherwise: 'block' },
    { id: 'other_scheme', when: `${isSenior} or not (other_scheme in ['cghs', 'echs'])`, otherwise: 'block' },
    { id: 'choose_one', when: `not (${isSenior} and other_scheme in ['cghs', 'echs'])`, otherwise: 'warn' },
  ],
  questions: [
    { id: 'category', type: 'choice', choices: ['senior', 'ration', 'listed', 'worker'] },
    { ...onBehalfOf, presumed: 'self' },
    applicantName,
    { ...fatherOrHusbandName, optional: true, quiet: true },
    dateOfBirth,
    gender,
    aadhaarRef,
    presentAddress,
    { ...rationCardNo, when: "category == 'ration'" },
    { id: 'other_scheme', type: 'choice', choices: ['none', 'cghs', 'echs', 'esi', 'private'] },
    {
      id: 'members',
      type: 'list',
      when: `not (${isSenior})`,
      min: 1,
      max: 20,
      items: [
        { id: 'name', type: 'person-name', min: 2, max: 100 },
        {
          id: 'relation',
          type: 'choice',
          choices: (relationToApplicant.choices ?? []).filter((relation) => relation !== 'guardian'),
        },
        { id: 'dob', type: 'date', notBefore: 'today-120y', notAfter: 'today' },
        { id: 'aadhaar_ref', type: 'id-number', of: 'aadhaar', optional: true, sensitive: true },
      ],
    },
    {
      id: 'abha_no',
      type: 'id-number',
      of: 'abha',
      pattern: '^\\d{2}-?\\d{4}-?\\d{4}-?\\d{4}$',
      optional: true,
      quiet: true,
      sensitive: true,
    },
  ],
  papers: [
    { id: 'aadhaar', anyOf: ['aadhaar'], first: true },
    { id: 'ration_card', anyOf: ['ration-card'], when: "category == 'ration'", first: true },
    { id: 'photo', anyOf: ['photo'] },
    { id: 'address_proof', anyOf: addressProof, optional: true },
  ],
  timeLimits: [
    {
      days: {
        value: 3,
        from: '2025-04-28',
        verified: false,
        source: 'State Health Agency; the figure is not confirmed',
      },
      unit: 'working',
    },
  ],
  steps: [
    { role: 'auto', action: 'match', days: 0 },
    { role: 'pmjay-desk', action: 'approve', days: 3 },
  ],
  appeal: { to: 'pmjay-desk', withinDays: 30 },
  subject: ['applicant_name', 'date_of_birth'],
  notices: [{ id: 'cover' }],
  printed: ['number', 'applicant_name', 'date_of_birth', 'gender', 'category', 'members'],
  flags: ['third-party', 'sensitive'],
});
