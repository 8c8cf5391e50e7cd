import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  email,
  fatherOrHusbandName,
  gender,
  motherName,
  permanentAddress,
  presentAddress,
} from '#config/services/shared/fields.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** What the police records say of a person, for an employer, a visa or a licence. */
export const policeClearance = defineService({
  id: 'police-clearance',
  department: 'police',
  category: 'police',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    { id: 'adult', when: 'age >= 18', otherwise: 'block' },
    // An honest yes is no refusal: the officer looks at it.
    { id: 'case_pending', when: "criminal_case == 'no'", otherwise: 'warn' },
  ],
  questions: [
    { id: 'purpose_kind', type: 'choice', choices: ['job', 'visa', 'licence', 'education', 'other'] },
    { id: 'purpose_detail', type: 'text', min: 3, max: 200 },
    applicantName,
    fatherOrHusbandName,
    dateOfBirth,
    gender,
    // Former residents ask for it too.
    { ...presentAddress, pattern: '^[1-9]\\d{5}$' },
    permanentAddress,
    {
      id: 'addresses_5y',
      type: 'list',
      min: 1,
      max: 10,
      items: [
        { id: 'address', type: 'address' },
        { id: 'from', type: 'date', notBefore: 'today-80y', notAfter: 'today' },
        { id: 'to', type: 'date', notBefore: 'from', notAfter: 'today' },
      ],
    },
    {
      id: 'passport_no',
      type: 'id-number',
      of: 'passport',
      when: "purpose_kind == 'visa'",
      prefill: ['passport.number'],
    },
    { id: 'criminal_case', type: 'yes-no', sensitive: true },
    { id: 'case_details', type: 'long-text', when: 'criminal_case', min: 10, max: 1000, sensitive: true },
    { ...email, optional: false, quiet: false },
    aadhaarRef,
    { ...motherName, optional: true, quiet: true },
  ],
  papers: [
    { id: 'identity', anyOf: ['identity-proof', 'aadhaar', 'voter-id', 'driving-licence', 'pan-card'], first: true },
    {
      id: 'address_proof',
      anyOf: [
        'address-proof',
        'aadhaar',
        'voter-id',
        'electricity-bill',
        'water-bill',
        'bank-passbook',
        'rent-agreement',
      ],
    },
    { id: 'photo', anyOf: ['photo'] },
    { id: 'passport', anyOf: ['passport'], when: "purpose_kind == 'visa'" },
    { id: 'purpose_letter', anyOf: ['purpose-letter'], optional: true },
  ],
  fee: [
    {
      id: 'clearance',
      rupees: { value: '250', from: '2018-01-01', verified: false, source: 'Delhi Police; the fee is not confirmed' },
    },
  ],
  timeLimits: [
    {
      days: { value: 15, from: '2018-01-01', verified: false, source: 'Delhi Police; the limit is not confirmed' },
      unit: 'working',
    },
  ],
  steps: [
    { role: 'special-branch', action: 'records-check', days: 5 },
    { role: 'beat-officer', action: 'address-verification', days: 5, visit: 'field' },
    { role: 'sho', action: 'report', days: 2 },
    { role: 'special-branch', action: 'approve', days: 3 },
  ],
  appeal: { to: 'special-branch', withinDays: 30 },
  validity: {
    until: {
      value: ['issued+6m'],
      from: '2018-01-01',
      verified: false,
      source: 'Delhi Police; the period is not confirmed',
    },
  },
  printed: [
    'number',
    'applicant_name',
    'father_or_husband_name',
    'date_of_birth',
    'present_address',
    'passport_no',
    'purpose_kind',
    'issued_on',
    'valid_to',
  ],
  flags: ['field-visit', 'sensitive'],
});
