import { applicantName, kNo } from '#config/services/shared/fields.ts';
import { defineService, type TimeLimit } from '#domain/catalogue/service-definition.ts';

const byRevenue = "complaint_type in ['meter', 'bill']";

const within = (value: number, unit: TimeLimit['unit'], ...types: readonly string[]): TimeLimit => ({
  when: `complaint_type in [${types.map((type) => `'${type}'`).join(', ')}]`,
  days: { value, from: '2026-01-01', verified: false, source: 'DJB citizen charter; the figure is not confirmed' },
  unit,
});

/** A complaint about dirty or missing water, leaks, sewers, meters and bills of the Jal Board. */
export const waterQualityComplaint = defineService({
  id: 'water-quality-complaint',
  department: 'jal-board',
  category: 'water',
  kind: 'complaint',
  outcome: 'acknowledgement',
  version: '2026-11-01',
  questions: [
    {
      id: 'complaint_type',
      type: 'choice',
      choices: ['contaminated', 'no-supply', 'low-pressure', 'leak', 'sewer', 'manhole', 'meter', 'bill'],
    },
    { id: 'location', type: 'location' },
    { id: 'since', type: 'date', notBefore: 'today-90d', notAfter: 'today' },
    { id: 'illness', type: 'yes-no', when: "complaint_type == 'contaminated'", optional: true },
    // Meters and bills are found by it; for a pipe the place is enough.
    { ...kNo, when: byRevenue, optional: true },
    { id: 'description', type: 'long-text', optional: true, max: 1000 },
    { ...applicantName, optional: true, quiet: true },
  ],
  papers: [
    { id: 'photo', anyOf: ['complaint-photo'], when: "complaint_type != 'bill'", optional: true },
    { id: 'water_bill', anyOf: ['water-bill'], when: "complaint_type == 'bill'", optional: true },
  ],
  timeLimits: [
    within(12, 'hours', 'manhole'),
    within(24, 'hours', 'contaminated', 'sewer', 'no-supply'),
    within(48, 'hours', 'leak'),
    within(72, 'hours', 'low-pressure'),
    within(7, 'working', 'meter'),
    within(15, 'working', 'bill'),
  ],
  steps: [
    { role: 'auto', action: 'route', days: 0 },
    { role: 'junior-engineer', action: 'act', days: 3, when: `not (${byRevenue})` },
    { role: 'zro', action: 'act', days: 15, when: byRevenue },
    { role: 'executive-engineer', action: 'check', days: 1 },
  ],
  appeal: { to: 'executive-engineer', withinDays: 7 },
  complaint: {
    confirmWithinDays: { value: 7, from: '2026-01-01', verified: true, source: 'DJB: reopened within 7 days' },
    escalateTo: 'executive-engineer',
    // Neighbours report one leak, but each has a meter and a bill of his own.
    merge: { same: ['complaint_type', 'k_no'], place: 'location', metres: 100, hours: 48 },
    photoToResolve: "complaint_type in ['leak', 'sewer', 'manhole']",
    alarm: "illness == 'yes'",
  },
  notices: [
    { id: 'manhole', when: "complaint_type == 'manhole'" },
    { id: 'contaminated', when: "complaint_type == 'contaminated'" },
  ],
  printed: ['complaint_type', 'location', 'since'],
});
