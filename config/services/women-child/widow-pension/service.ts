import {
  aadhaarRef,
  annualIncome,
  applicantName,
  bankAccountHolder,
  bankAccountNumber,
  bankIfsc,
  dateOfBirth,
  district,
  fatherName,
  gender,
  maritalStatus,
  presentAddress,
  residenceSince,
  socialCategory,
  spouseName,
} from '#config/services/shared/fields.ts';
import { ageProof } from '#config/services/shared/papers.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const wasMarried = "marital_status in ['widowed', 'divorced', 'separated', 'deserted']";

/** A monthly pension for women who are widowed, divorced, separated, deserted or destitute. */
export const widowPension = defineService({
  id: 'widow-pension',
  department: 'women-child',
  category: 'pensions',
  kind: 'application',
  outcome: 'sanction-order',
  version: '2026-11-01',
  rules: [
    { id: 'woman', when: "gender == 'female'", otherwise: 'block' },
    { id: 'adult', when: 'age >= 18', otherwise: 'block' },
    { id: 'distress', when: `${wasMarried} or destitute == 'yes'`, otherwise: 'block' },
    { id: 'residence', when: 'residence_years >= 5', otherwise: 'block' },
    { id: 'income', when: 'annual_income < 100000', otherwise: 'block' },
    { id: 'other_pension', when: "other_pension == 'no'", otherwise: 'block' },
    { id: 'remarried', when: "remarried == 'no'", otherwise: 'block' },
    { id: 'own_account', when: "bank_single_operated == 'yes'", otherwise: 'block' },
    { id: 'already_issued', when: "not (already_issued == 'yes')", otherwise: 'warn' },
  ],
  questions: [
    applicantName,
    { ...gender, presumed: 'female', quiet: true },
    dateOfBirth,
    maritalStatus,
    { id: 'destitute', type: 'yes-no', when: "marital_status in ['single', 'married']" },
    {
      id: 'event_date',
      type: 'date',
      when: wasMarried,
      notBefore: 'date_of_birth',
      notAfter: 'today',
      prefill: ['death-certificate.date_of_death', 'divorce-decree.date'],
    },
    { id: 'remarried', type: 'yes-no', when: "marital_status in ['widowed', 'divorced']" },
    fatherName,
    { ...spouseName, when: "marital_status != 'single'", optional: true },
    presentAddress,
    district,
    residenceSince,
    annualIncome,
    { id: 'other_pension', type: 'yes-no' },
    aadhaarRef,
    bankAccountNumber,
    bankIfsc,
    bankAccountHolder,
    { id: 'bank_single_operated', type: 'yes-no' },
    // Whoever shares her telephone may be the one she fears.
    { id: 'safe_contact', type: 'phone', optional: true, sensitive: true },
    { ...socialCategory, optional: true, quiet: true },
    { id: 'dependants', type: 'number', optional: true, quiet: true, min: 0, max: 15 },
    // ₹2,500 a month; a rise to ₹3,000 is talked of.
    { id: 'pension', type: 'money', computed: '2500' },
  ],
  papers: [
    { id: 'aadhaar', anyOf: ['aadhaar'], first: true },
    { id: 'bank_passbook', anyOf: ['bank-passbook'], first: true },
    { id: 'death_certificate', anyOf: ['death-certificate'], when: "marital_status == 'widowed'" },
    { id: 'divorce_decree', anyOf: ['divorce-decree'], when: "marital_status == 'divorced'" },
    {
      id: 'self_declaration',
      anyOf: ['self-declaration'],
      when: "marital_status in ['separated', 'deserted'] or destitute == 'yes'",
    },
    { id: 'age_proof', anyOf: ageProof },
    { id: 'residence_proof', anyOf: ['residence-proof-5y', 'voter-id', 'ration-card', 'domicile-certificate'] },
    { id: 'photo', anyOf: ['photo'] },
  ],
  timeLimits: [
    {
      days: {
        value: 45,
        from: '2026-01-01',
        verified: false,
        source: 'Citizen charter of the Department of Women and Child Development; the figure is not confirmed',
      },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'welfare-inspector', action: 'field-verification', days: 20, visit: 'field' },
    { role: 'dealing-assistant', action: 'scrutiny', days: 5 },
    { role: 'dwcdo', action: 'sanction', days: 20 },
  ],
  appeal: { to: 'faa', withinDays: 30 },
  subject: ['applicant_name', 'date_of_birth'],
  validity: {
    // Once a year she declares that she lives and has not married again.
    until: {
      value: ['issued+1y'],
      from: '2026-01-01',
      verified: true,
      source: 'Pension scheme for women in distress: yearly declaration',
    },
    remindDaysBefore: [30, 7],
    renewBy: 'widow-pension',
  },
  printed: ['applicant_name', 'date_of_birth', 'present_address', 'pension', 'bank_account_number'],
  flags: ['renewable', 'once', 'sensitive'],
});
