import { defineService, type TimeLimit } from '#domain/catalogue/service-definition.ts';

const byEngineer = "complaint_type in ['drain', 'street-light', 'pothole']";

const within = (value: number, ...types: readonly string[]): TimeLimit => ({
  when: `complaint_type in [${types.map((type) => `'${type}'`).join(', ')}]`,
  days: { value, from: '2026-01-01', verified: false, source: 'MCD citizen charter; the figure is not confirmed' },
  unit: 'working',
});

/** A complaint about a public place in the MCD area. */
export const sanitationComplaint = defineService({
  id: 'sanitation-complaint',
  department: 'mcd',
  category: 'help',
  kind: 'complaint',
  outcome: 'acknowledgement',
  version: '2026-11-01',
  rules: [{ id: 'local_body', when: "local_body == 'mcd'", otherwise: 'block' }],
  questions: [
    {
      id: 'complaint_type',
      type: 'choice',
      choices: [
        'garbage',
        'sweeping',
        'drain',
        'street-light',
        'dead-animal',
        'toilet',
        'malba',
        'mosquito',
        'stray',
        'pothole',
        'burning',
      ],
    },
    { id: 'location', type: 'location' },
    { id: 'pole_no', type: 'text', when: "complaint_type == 'street-light'", optional: true, max: 20 },
    { id: 'description', type: 'long-text', optional: true, max: 1000 },
    { id: 'landmark', type: 'text', optional: true, max: 150, quiet: true },
    { id: 'applicant_name', type: 'person-name', optional: true, min: 2, max: 100, quiet: true },
    { id: 'present_address', type: 'address', optional: true, quiet: true },
  ],
  papers: [{ id: 'photo', anyOf: ['complaint-photo'], optional: true }],
  timeLimits: [
    within(1, 'garbage', 'sweeping', 'dead-animal', 'burning'),
    within(2, 'toilet'),
    within(3, 'drain', 'street-light', 'malba'),
    within(5, 'mosquito'),
    within(7, 'stray', 'pothole'),
  ],
  steps: [
    { role: 'auto', action: 'route-by-ward', days: 0 },
    { role: 'sanitary-inspector', action: 'act', days: 7, when: `not (${byEngineer})` },
    { role: 'junior-engineer', action: 'act', days: 7, when: byEngineer },
    { role: 'zone-officer', action: 'check', days: 1 },
  ],
  appeal: { to: 'zone-officer', withinDays: 7 },
  complaint: {
    confirmWithinDays: { value: 7, from: '2026-01-01', verified: true, source: 'MCD 311, closing of complaints' },
    escalateTo: 'zone-officer',
    merge: { same: ['complaint_type'], place: 'location', metres: 50, hours: 48 },
    photoToResolve: "complaint_type in ['garbage', 'drain', 'malba', 'pothole']",
  },
  notices: [
    { id: 'fire', when: "complaint_type == 'burning'" },
    { id: 'wires', when: "complaint_type == 'street-light'" },
  ],
});
