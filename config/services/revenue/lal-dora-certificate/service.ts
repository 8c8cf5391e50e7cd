import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  deliveryMode,
  district,
  fatherOrHusbandName,
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
  recommendation,
  scrutiny,
  toAdm,
} from '#config/services/shared/revenue.ts';
import { villages, villagesOf } from '#config/services/shared/villages.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const extended = "abadi_type == 'extended'";
const neighbour = (side: string) => ({ id: `boundary_${side}`, type: 'text', min: 2, max: 100 }) as const;

/** That a house or plot lies in the old settlement of a village; it proves nobody's title. */
export const lalDoraCertificate = defineService({
  id: 'lal-dora-certificate',
  department: 'revenue',
  category: 'certificates',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    { id: 'age', when: 'age >= 18', otherwise: 'block' },
    { id: 'village_listed', when: "village != 'other'", otherwise: 'warn' },
  ],
  questions: [
    district,
    {
      id: 'village',
      type: 'choice',
      choices: villages,
      master: 'villages',
      choicesBy: { question: 'district', of: villagesOf },
    },
    { id: 'village_other', type: 'text', min: 2, max: 60, when: "village == 'other'" },
    { id: 'abadi_type', type: 'choice', choices: ['lal-dora', 'extended'] },
    { id: 'khasra_no', type: 'text', min: 1, max: 40, when: extended, prefill: ['land-record.khasra_no'] },
    { id: 'property_area_sqyd', type: 'number', min: 1, max: 100_000 },
    ...['north', 'south', 'east', 'west'].map(neighbour),
    { id: 'possession_since', type: 'date', notAfter: 'today' },
    purpose,
    applicantName,
    dateOfBirth,
    fatherOrHusbandName,
    aadhaarRef,
    presentAddress,
    deliveryMode,
  ],
  papers: [
    identity,
    { ...addressProof, first: true },
    { id: 'bill', anyOf: ['electricity-bill', 'property-tax-receipt'] },
    { id: 'site_plan', anyOf: ['site-plan'] },
    { id: 'land_record', anyOf: ['land-record'], when: extended },
    { id: 'property_photo', anyOf: ['property-photo'] },
    { id: 'affidavit', anyOf: ['affidavit'] },
    photo,
  ],
  timeLimits: [decidedIn(14, 'working', false)],
  steps: [scrutiny(2), fieldVisit(6), { role: 'kanungo', action: 'check', days: 2 }, recommendation(2), approval(2)],
  appeal: toAdm,
  subject: ['village', 'khasra_no', 'applicant_name'],
  notices: [{ id: 'two_witnesses' }],
  printed: [
    'number',
    'applicant_name',
    'father_or_husband_name',
    'village',
    'village_other',
    'abadi_type',
    'khasra_no',
    'property_area_sqyd',
    'boundary_north',
    'boundary_south',
    'boundary_east',
    'boundary_west',
    'issued_on',
  ],
  flags: ['field-visit'],
});
