import { applicantName, district } from '#config/services/shared/fields.ts';
import { subDivisions, subDivisionsOf } from '#config/services/shared/places.ts';
import { halfHours } from '#config/services/shared/slots.ts';
import { type Dated, defineService } from '#domain/catalogue/service-definition.ts';

const unconfirmed = <Value>(value: Value): Dated<Value> => ({
  value,
  from: '2026-01-01',
  verified: false,
  source: 'Practice of the SDM offices; the figure is not confirmed',
});

/** A time at the public hearing of a Sub-Divisional Magistrate. */
export const sdmOfficeAppointment = defineService({
  id: 'sdm-office-appointment',
  department: 'revenue',
  category: 'certificates',
  kind: 'booking',
  outcome: 'slip',
  version: '2026-11-01',
  questions: [
    {
      id: 'matter',
      type: 'choice',
      choices: ['marriage', 'certificate', 'hearing', 'grievance', 'land', 'other'],
    },
    { id: 'brief', type: 'text', min: 5, max: 300 },
    district,
    {
      id: 'sub_division',
      type: 'choice',
      choices: subDivisions,
      master: 'sub-divisions',
      choicesBy: { question: 'district', of: subDivisionsOf },
    },
    {
      id: 'special_need',
      type: 'choice',
      choices: ['none', 'wheelchair', 'sign-language', 'senior'],
      presumed: 'none',
    },
    { id: 'appointment', type: 'slot' },
    applicantName,
    { id: 'reference_no', type: 'text', max: 40, optional: true, quiet: true },
  ],
  timeLimits: [{ days: unconfirmed(0), unit: 'calendar' }],
  steps: [
    { role: 'auto', action: 'confirm', days: 0 },
    { role: 'dealing-assistant', action: 'attend', days: 0, visit: 'office', afterIssue: true },
  ],
  booking: {
    slot: 'appointment',
    resource: ['sub_division'],
    earliest: 'today+1d',
    latest: 'today+15d',
    days: 'working',
    times: halfHours(10, 12),
    capacity: unconfirmed(10),
    reserved: { percent: unconfirmed(10), when: "special_need != 'none'" },
    holdMinutes: { value: 15, from: '2026-01-01', verified: true, source: 'Rule of this platform for every booking' },
    reschedules: { times: 1, hoursBefore: 24 },
  },
  subject: ['sub_division', 'matter'],
  notices: [{ id: 'bring' }, { id: 'no_show' }],
  printed: ['number', 'applicant_name', 'sub_division', 'appointment', 'matter', 'reference_no'],
  flags: ['window'],
});
