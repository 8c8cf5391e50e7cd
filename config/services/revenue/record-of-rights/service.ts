import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  deliveryMode,
  district,
  purpose,
} from '#config/services/shared/fields.ts';
import { decidedIn, identity } from '#config/services/shared/revenue.ts';
import { villages, villagesOf } from '#config/services/shared/villages.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const certified = "copy_kind == 'certified'";

/** What the land record says of a field: to look at for anyone, as a certified copy for whoever has an interest in it. */
export const recordOfRights = defineService({
  id: 'record-of-rights',
  department: 'revenue',
  category: 'property',
  kind: 'application',
  outcome: 'report',
  version: '2026-11-26',
  rules: [
    { id: 'age', when: "copy_kind != 'certified' or age >= 18", otherwise: 'block' },
    { id: 'village_listed', when: "district_village != 'other'", otherwise: 'warn' },
  ],
  questions: [
    { id: 'copy_kind', type: 'choice', choices: ['view', 'certified'] },
    district,
    {
      id: 'district_village',
      type: 'choice',
      choices: villages,
      master: 'villages',
      choicesBy: { question: 'district', of: villagesOf },
    },
    { id: 'village_other', type: 'text', min: 2, max: 60, when: "district_village == 'other'" },
    { id: 'search_by', type: 'choice', choices: ['khata', 'khasra', 'name'] },
    { id: 'search_value', type: 'text', min: 1, max: 60, prefill: ['land-record.khata_no'] },
    { ...purpose, when: certified },
    applicantName,
    { ...dateOfBirth, when: certified },
    // How many the record has is seen only when it is copied; further ones are paid then.
    { id: 'pages', type: 'number', min: 1, max: 100, presumed: '1', quiet: true, when: certified },
    { ...aadhaarRef, optional: true, quiet: true },
    deliveryMode,
  ],
  papers: [{ ...identity, when: certified }],
  fee: [
    {
      id: 'copy',
      when: certified,
      rupees: {
        value: '10 * pages',
        from: '2015-12-01',
        verified: false,
        source: 'Practice of the tehsils; the rate of a page is not confirmed',
      },
    },
  ],
  timeLimits: [decidedIn(7, 'working', false, certified), decidedIn(0, 'calendar', true)],
  steps: [
    { role: 'auto', action: 'fetch', days: 0 },
    { role: 'patwari', action: 'extract', days: 3, when: certified },
    { role: 'kanungo', action: 'check', days: 2, when: certified },
    { role: 'tehsildar', action: 'sign', days: 2, when: certified },
  ],
  appeal: { to: 'sdm', withinDays: 30 },
  subject: ['district_village', 'search_value', 'copy_kind'],
  subjectBy: 'citizen',
  printed: ['number', 'district', 'district_village', 'village_other', 'search_by', 'search_value', 'issued_on'],
  flags: ['third-party'],
});
