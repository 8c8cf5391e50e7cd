import {
  aadhaarRef,
  annualIncome,
  applicantName,
  dateOfBirth,
  deliveryMode,
  district,
  fatherOrHusbandName,
  occupation,
  presentAddress,
  purpose,
} from '#config/services/shared/fields.ts';
import {
  addressProof,
  approval,
  decidedIn,
  fieldVisit,
  identity,
  photo,
  scrutiny,
} from '#config/services/shared/revenue.ts';
import { defineService, type Step } from '#domain/catalogue/service-definition.ts';

const large = 'amount_needed > 5000000';

const finalApproval: readonly Step[] = [
  { ...approval(5), when: `not (${large})` },
  { role: 'adm', action: 'approve', days: 5, when: large },
];

/** Up to what sum somebody's property and income answer for a debt, as banks, courts and tenders ask for it. */
export const solvencyCertificate = defineService({
  id: 'solvency-certificate',
  department: 'revenue',
  category: 'certificates',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    { id: 'resident_delhi', when: 'resident_delhi', otherwise: 'block' },
    { id: 'age', when: 'age >= 18', otherwise: 'block' },
    { id: 'value', when: 'properties_market_value_sum - liabilities >= amount_needed', otherwise: 'block' },
  ],
  questions: [
    { id: 'amount_needed', type: 'money', min: 100_000_00, max: 1_000_000_000_00 },
    purpose,
    {
      // Only what is free of loans, each with the worth of the citizen's own share: so the worths can be added up.
      id: 'properties',
      type: 'list',
      min: 1,
      max: 20,
      items: [
        { id: 'address', type: 'address' },
        { id: 'kind', type: 'choice', choices: ['house', 'flat', 'plot', 'shop', 'farm-land', 'other'] },
        { id: 'market_value', type: 'money', min: 1_00, max: 10_000_000_000_00 },
      ],
    },
    { id: 'liabilities', type: 'money', min: 0, max: 1_000_000_000_00 },
    annualIncome,
    occupation,
    applicantName,
    dateOfBirth,
    aadhaarRef,
    fatherOrHusbandName,
    presentAddress,
    district,
    deliveryMode,
  ],
  papers: [
    identity,
    addressProof,
    { id: 'title_deed', anyOf: ['title-deed'] },
    { id: 'valuation', anyOf: ['valuation-report'] },
    { id: 'income_proof', anyOf: ['income-proof'] },
    { id: 'property_tax', anyOf: ['property-tax-receipt'] },
    { id: 'passbook', anyOf: ['bank-passbook'], optional: true },
    photo,
  ],
  timeLimits: [decidedIn(21, 'working', false)],
  steps: [scrutiny(4), fieldVisit(7), { role: 'tehsildar', action: 'value', days: 5 }, ...finalApproval],
  appeal: { to: 'dm', withinDays: 30 },
  subject: ['applicant_name', 'date_of_birth', 'amount_needed'],
  validity: {
    until: { value: ['issued+1y'], from: '2015-12-01', verified: false, source: 'Practice of the districts' },
    remindDaysBefore: [30],
    renewBy: 'solvency-certificate',
  },
  printed: [
    'number',
    'applicant_name',
    'father_or_husband_name',
    'present_address',
    'amount_needed',
    'properties',
    'purpose',
    'issued_on',
    'valid_to',
  ],
  flags: ['field-visit'],
});
