import {
  aadhaarRef,
  annualFamilyIncome,
  applicantName,
  bankAccountNumber,
  bankIfsc,
  district,
  fatherName,
  motherName,
  presentAddress,
  relationToApplicant,
  residenceSince,
  socialCategory,
} from '#config/services/shared/fields.ts';
import { defineService, type Question } from '#domain/catalogue/service-definition.ts';

const inSchool = "not (stage in ['birth', 'maturity'])";

/** What is deposited at a stage, in rupees: Delhi Lakhpati Bitiya Yojana, in force since April 2026. */
const deposit = (stage: string, rupees: number, when: string): Question => ({
  id: `deposit_${stage}`,
  type: 'money',
  when,
  computed: `${rupees}`,
});

/** Deposits for a girl born in Delhi, stage by stage until she is of age. */
export const ladliScheme = defineService({
  id: 'ladli-scheme',
  department: 'women-child',
  category: 'pensions',
  kind: 'application',
  outcome: 'sanction-order',
  version: '2026-11-01',
  rules: [
    { id: 'residence', when: 'residence_years >= 3', otherwise: 'block' },
    { id: 'income', when: 'annual_family_income <= 120000', otherwise: 'block' },
    { id: 'in_time', when: "stage != 'birth' or days_since(girl_dob) <= 365", otherwise: 'block' },
    { id: 'of_age', when: "stage != 'maturity' or years_since(girl_dob) >= 18", otherwise: 'block' },
  ],
  questions: [
    {
      id: 'stage',
      type: 'choice',
      choices: ['birth', 'class-1', 'class-6', 'class-9', 'class-10', 'class-11', 'class-12', 'graduation', 'maturity'],
    },
    { id: 'girl_name', type: 'person-name', min: 2, max: 100, prefill: ['birth-certificate.name'] },
    {
      id: 'girl_dob',
      type: 'date',
      notBefore: 'today-25y',
      notAfter: 'today',
      prefill: ['birth-certificate.dob'],
    },
    {
      id: 'birth_registration_no',
      type: 'text',
      min: 4,
      max: 30,
      prefill: ['birth-certificate.registration_no'],
    },
    { id: 'birth_place', type: 'choice', choices: ['hospital', 'home'], when: "stage == 'birth'" },
    { id: 'girl_order', type: 'choice', choices: ['1', '2'] },
    {
      id: 'school_name',
      type: 'text',
      when: inSchool,
      min: 2,
      max: 150,
      prefill: ['bonafide-certificate.institute'],
    },
    { id: 'ladli_id', type: 'text', when: "stage != 'birth'", optional: true, max: 30 },
    motherName,
    { ...fatherName, optional: true },
    applicantName,
    { ...relationToApplicant, choices: ['mother', 'father', 'guardian'] },
    presentAddress,
    district,
    { ...residenceSince, notBefore: 'today-100y' },
    annualFamilyIncome,
    aadhaarRef,
    { ...socialCategory, optional: true, quiet: true },
    { ...bankAccountNumber, optional: true, quiet: true },
    { ...bankIfsc, optional: true, quiet: true },
    deposit('birth', 11_000, "stage == 'birth'"),
    deposit('class', 5_000, "stage in ['class-1', 'class-6', 'class-9', 'class-10', 'class-12']"),
    deposit('degree', 20_000, "stage == 'graduation'"),
  ],
  papers: [
    { id: 'birth_certificate', anyOf: ['birth-certificate'], first: true },
    { id: 'parent_aadhaar', anyOf: ['aadhaar'], first: true },
    { id: 'residence_proof', anyOf: ['residence-proof-3y', 'voter-id', 'ration-card', 'domicile-certificate'] },
    { id: 'income', anyOf: ['income-certificate', 'self-declaration'] },
    { id: 'bonafide', anyOf: ['bonafide-certificate'], when: inSchool },
    { id: 'mark_sheet', anyOf: ['mark-sheet'], when: "stage == 'class-10'" },
    { id: 'family_photo', anyOf: ['photo'] },
    { id: 'girl_aadhaar', anyOf: ['aadhaar'], whose: 'girl', when: inSchool, optional: true },
  ],
  timeLimits: [
    {
      days: {
        value: 60,
        from: '2026-04-01',
        verified: false,
        source: 'Delhi Lakhpati Bitiya Yojana, 2026; the figure is not confirmed',
      },
      unit: 'working',
    },
  ],
  steps: [
    { role: 'institute-nodal', action: 'forward', days: 10, when: inSchool },
    { role: 'welfare-inspector', action: 'verify', days: 20 },
    { role: 'dwcdo', action: 'sanction', days: 15 },
    { role: 'auto', action: 'deposit', days: 15, afterIssue: true },
  ],
  appeal: { to: 'faa', withinDays: 30 },
  subject: ['girl_name', 'girl_dob', 'stage'],
  printed: [
    'ladli_id',
    'girl_name',
    'girl_dob',
    'mother_name',
    'stage',
    'deposit_birth',
    'deposit_class',
    'deposit_degree',
  ],
  flags: ['renewable', 'window', 'sensitive'],
});
