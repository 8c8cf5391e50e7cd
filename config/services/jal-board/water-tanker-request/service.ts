import { applicantName, kNo } from '#config/services/shared/fields.ts';
import { defineService, type FeeLine } from '#domain/catalogue/service-definition.ts';

const shortage = "request_kind == 'shortage'";

const tanker = (litres: string, rupees: string): FeeLine => ({
  id: `tanker_${litres}`,
  when: `request_kind == 'private' and capacity == '${litres}'`,
  rupees: {
    value: rupees,
    from: '2026-01-01',
    verified: false,
    source: 'DJB tanker rates; the figures are not confirmed',
  },
});

/** A water tanker: free where no water comes, paid for private functions. */
export const waterTankerRequest = defineService({
  id: 'water-tanker-request',
  department: 'jal-board',
  category: 'water',
  kind: 'booking',
  outcome: 'acknowledgement',
  version: '2026-11-01',
  questions: [
    { id: 'request_kind', type: 'choice', choices: ['shortage', 'private', 'religious'] },
    { id: 'location', type: 'location' },
    { id: 'households', type: 'number', when: shortage, min: 1, max: 5000 },
    { id: 'since', type: 'date', when: shortage, notBefore: 'today-30d', notAfter: 'today' },
    { id: 'capacity', type: 'choice', choices: ['3000', '6000', '9000'] },
    { id: 'narrow_lane', type: 'yes-no' },
    { id: 'delivery_slot', type: 'slot' },
    applicantName,
    { ...kNo, optional: true, quiet: true },
  ],
  fee: [tanker('3000', '1000'), tanker('6000', '1500'), tanker('9000', '2000')],
  timeLimits: [
    {
      when: shortage,
      days: {
        value: 24,
        from: '2026-01-01',
        verified: false,
        source: 'DJB summer action plan; the figure is not confirmed',
      },
      unit: 'hours',
    },
    {
      days: { value: 2, from: '2026-01-01', verified: false, source: 'Delivered in the slot, at most two days ahead' },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'auto', action: 'route-to-station', days: 0 },
    { role: 'junior-engineer', action: 'allot', days: 0 },
    { role: 'junior-engineer', action: 'deliver', days: 1, visit: 'field' },
  ],
  appeal: { to: 'executive-engineer', withinDays: 7 },
  booking: {
    slot: 'delivery_slot',
    resource: ['capacity'],
    earliest: 'today',
    latest: 'today+2d',
    days: 'all',
    times: [
      { start: '06:00', end: '10:00' },
      { start: '10:00', end: '14:00' },
      { start: '14:00', end: '18:00' },
      { start: '18:00', end: '22:00' },
    ],
    capacity: {
      value: 40,
      from: '2026-01-01',
      verified: false,
      source: 'Tankers of one size that can be sent in four hours; to be set by the Jal Board',
    },
    holdMinutes: { value: 15, from: '2026-01-01', verified: true, source: 'Decision of this installation' },
    refunds: [
      {
        hoursBefore: 4,
        percent: { value: 100, from: '2026-01-01', verified: false, source: 'Not sent yet, so nothing is kept' },
      },
    ],
  },
  subject: ['location', 'request_kind'],
  notices: [{ id: 'helpline', when: shortage }],
  printed: ['request_kind', 'location', 'capacity', 'delivery_slot', 'applicant_name'],
  flags: ['window'],
});
