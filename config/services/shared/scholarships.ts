import type { PaperRequirement, Question, Step, TimeLimit, Validity } from '#domain/catalogue/service-definition.ts';
import { addressProof } from './papers.ts';

/** What the scholarships of the department for SC, ST and OBC have in common. */
export const casteName: Question = {
  id: 'caste_name',
  type: 'text',
  min: 2,
  max: 100,
  prefill: ['caste-certificate.caste'],
};

/** The year that applications are open for. */
export const academicYear: Question = {
  id: 'academic_year',
  type: 'choice',
  choices: ['2026-27'],
  presumed: '2026-27',
};

export const studentsPapers: readonly PaperRequirement[] = [
  { id: 'aadhaar', anyOf: ['aadhaar'], first: true },
  { id: 'mark_sheet', anyOf: ['mark-sheet'], first: true },
  { id: 'bonafide', anyOf: ['bonafide-certificate'], first: true },
  { id: 'income_certificate', anyOf: ['income-certificate'], first: true },
  { id: 'bank_passbook', anyOf: ['bank-passbook'], first: true },
];

export const proofOfLivingInDelhi: PaperRequirement = {
  id: 'residence_proof',
  anyOf: [...addressProof, 'domicile-certificate'],
};

export const scholarshipTimeLimits: readonly TimeLimit[] = [
  {
    days: {
      value: 60,
      from: '2026-07-01',
      verified: false,
      source: 'Guidelines of the Department for the Welfare of SC/ST/OBC; the figure is not confirmed',
    },
    unit: 'working',
  },
];

export const scholarshipSteps: readonly Step[] = [
  { role: 'institute-nodal', action: 'verify', days: 15 },
  { role: 'district-welfare-officer', action: 'check', days: 20 },
  { role: 'district-welfare-officer', action: 'sanction', days: 25 },
];

/** For one academic year; then it is applied for again with the new marks. */
export const oneAcademicYear = (renewBy: string): Validity => ({
  until: {
    value: ['issued+1y'],
    from: '2026-07-01',
    verified: false,
    source: 'Sanctioned for an academic year; when the next window opens is not confirmed',
  },
  remindDaysBefore: [30],
  renewBy,
});
