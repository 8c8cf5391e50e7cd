import { disabilityPercent, gender, maritalStatus, socialCategory } from '#config/services/shared/fields.ts';
import { defineService, type Question } from '#domain/catalogue/service-definition.ts';
import { schemes } from './schemes.ts';

/** Facts that decide single schemes: never asked for, but what is missing is said by its name. */
const unasked = (id: string, type: 'yes-no' | 'number' = 'yes-no'): Question => ({
  id,
  type,
  optional: true,
  quiet: true,
  ...(type === 'number' && { min: 0, max: 366 }),
});
const usual = (id: string): Question => ({ id, type: 'yes-no', presumed: 'yes', quiet: true });

/** Tells which schemes somebody may have; without a name, and forgotten after the talk. */
export const schemeFinder = defineService({
  id: 'scheme-finder',
  department: 'public-grievance',
  category: 'help',
  kind: 'information',
  outcome: 'information',
  version: '2026-11-01',
  questions: [
    { id: 'age', type: 'number', min: 0, max: 120 },
    { ...gender, prefill: [] },
    {
      id: 'situation',
      type: 'multi-choice',
      choices: [
        'pregnant',
        'girl-child',
        'student',
        'disabled',
        'construction',
        'vendor',
        'no-house',
        'bereaved',
        'senior-70',
        'none',
      ],
      none: 'none',
    },
    { id: 'residence_years', type: 'choice', choices: ['0', '1', '3', '5'], parts: 'from' },
    {
      // The upper end of each step, so that rules can compare it.
      id: 'annual_family_income',
      type: 'choice',
      choices: ['100000', '120000', '250000', '300000', '500000', '800000', '99999999'],
      parts: 'up-to',
    },
    { ...disabilityPercent, when: "'disabled' in situation", prefill: [] },
    { ...maritalStatus, when: "gender == 'female' and age >= 18", optional: true },
    { ...socialCategory, when: 'annual_family_income <= 800000', optional: true, prefill: [] },
    { id: 'gov_employee', type: 'yes-no', when: 'annual_family_income <= 800000', optional: true },
    usual('bank_account'),
    usual('domestic_connection'),
    unasked('other_pension'),
    unasked('low_own_income'),
    unasked('deceased_18_to_60'),
    unasked('born_in_delhi'),
    unasked('daughters', 'number'),
    unasked('daughter_age', 'number'),
    unasked('orphan_girl'),
    unasked('bride_age', 'number'),
    unasked('first_or_girl'),
    unasked('income_taxpayer'),
    unasked('owns_four_wheeler'),
    unasked('owns_property_a_to_e'),
    unasked('sanctioned_load_kw', 'number'),
    unasked('listed_ration_card'),
    unasked('school_class', 'number'),
    unasked('marks_percent', 'number'),
    unasked('attendance_percent', 'number'),
    unasked('child_age', 'number'),
    unasked('work_days_12m', 'number'),
    unasked('large_assets'),
    unasked('vending_certificate'),
    unasked('has_lpg'),
    unasked('owns_pucca_house'),
  ],
  timeLimits: [
    { days: { value: 0, from: '2026-01-01', verified: true, source: 'Answered in the talk' }, unit: 'calendar' },
  ],
  steps: [{ role: 'auto', action: 'evaluate', days: 0 }],
  finder: { schemes },
  flags: ['no-aadhaar'],
});
