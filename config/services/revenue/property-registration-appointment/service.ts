import { aadhaarRef, applicantName, email } from '#config/services/shared/fields.ts';
import { halfHours } from '#config/services/shared/slots.ts';
import { type Dated, defineService, type FeeLine } from '#domain/catalogue/service-definition.ts';

const isSale = "deed_type in ['sale', 'conveyance', 'gift']";
/** Duty is on whichever is higher; a deed without a price counts by the circle rate. */
const base = 'max(consideration, circle_value)';
const since = <Value>(value: Value, verified: boolean, source: string): Dated<Value> => ({
  value,
  from: '2014-01-01',
  verified,
  source,
});
const rates = 'Indian Stamp Act as applied to Delhi, Schedule IA, with the transfer duty of the local body';

/** Percent for a man, a woman and both together; a company pays as a man does. */
const dutyIn = (area: string, man: number, woman: number, joint: number): readonly FeeLine[] =>
  [
    ["buyer_gender in ['male', 'company']", man] as const,
    ["buyer_gender == 'female'", woman] as const,
    ["buyer_gender == 'joint'", joint] as const,
  ].map(([buyer, percent]) => ({
    id: 'stamp-duty',
    when: `${isSale} and property_area == '${area}' and ${buyer}`,
    rupees: since(`${base} * ${percent} / 100`, true, rates),
  }));

const fixed = (id: string, rupees: number, types: string): FeeLine => ({
  id,
  when: `deed_type in [${types}]`,
  rupees: since(String(rupees), true, 'Registration fee table of the Revenue Department, Delhi'),
});

/** A time at the sub-registrar's for a deed whose stamp duty is paid. */
export const propertyRegistrationAppointment = defineService({
  id: 'property-registration-appointment',
  department: 'revenue',
  category: 'property',
  kind: 'booking',
  outcome: 'slip',
  version: '2026-11-01',
  rules: [
    { id: 'executed', when: 'days_since(executed_on) <= 120', otherwise: 'block' },
    { id: 'parties', when: "deed_type != 'sale' or parties_count >= 4", otherwise: 'block' },
  ],
  questions: [
    {
      id: 'deed_type',
      type: 'choice',
      choices: ['sale', 'conveyance', 'gift', 'relinquishment', 'lease', 'gpa', 'will', 'adoption', 'mortgage'],
    },
    {
      id: 'sub_registrar_office',
      type: 'choice',
      choices: [
        'sr-1',
        'sr-2',
        'sr-2a',
        'sr-2b',
        'sr-3',
        'sr-4',
        'sr-4a',
        'sr-4b',
        'sr-5',
        'sr-5a',
        'sr-6',
        'sr-6a',
        'sr-6b',
        'sr-6c',
        'sr-6d',
        'sr-7',
        'sr-8',
        'sr-8a',
        'sr-9',
        'sr-9a',
        'sr-10',
        'sr-11',
      ],
    },
    { id: 'property_address', type: 'address', pattern: '^11\\d{4}$', prefill: ['title-deed.address'] },
    { id: 'property_area', type: 'choice', choices: ['mcd', 'ndmc', 'cantonment'], presumed: 'mcd' },
    {
      id: 'colony_category',
      type: 'choice',
      choices: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
      optional: true,
      quiet: true,
    },
    { id: 'consideration', type: 'money', min: 1_00, max: 100_000_000_000_00, when: isSale },
    { id: 'circle_value', type: 'money', min: 1_00, max: 100_000_000_000_00, when: isSale },
    { id: 'buyer_gender', type: 'choice', choices: ['male', 'female', 'joint', 'company'], when: isSale },
    {
      id: 'e_stamp_no',
      type: 'id-number',
      of: 'e-stamp',
      pattern: '^IN-?DL\\d{14}[A-Z]$',
      prefill: ['e-stamp.certificate_no'],
    },
    { id: 'executed_on', type: 'date', notAfter: 'today', optional: true, quiet: true },
    {
      id: 'parties',
      type: 'list',
      min: 3,
      max: 12,
      items: [
        { id: 'name', type: 'person-name', min: 2, max: 100 },
        { id: 'role', type: 'choice', choices: ['buyer', 'seller', 'witness'] },
      ],
    },
    { id: 'appointment', type: 'slot' },
    applicantName,
    { ...aadhaarRef, optional: true, quiet: true },
    email,
  ],
  papers: [
    { id: 'deed', anyOf: ['title-deed'], first: true },
    { id: 'e_stamp', anyOf: ['e-stamp'], first: true },
    { id: 'parties_identity', anyOf: ['identity-proof', 'aadhaar', 'voter-id', 'passport'], whose: 'parties' },
    { id: 'pan', anyOf: ['pan-card'], when: 'max(consideration, circle_value) > 1000000', whose: 'parties' },
    { id: 'photo', anyOf: ['photo'], whose: 'parties' },
    { id: 'property_photo', anyOf: ['property-photo'] },
    { id: 'no_objection', anyOf: ['no-objection'], optional: true },
  ],
  estimate: [
    ...dutyIn('mcd', 6, 4, 5),
    ...dutyIn('ndmc', 5.5, 3.5, 4.5),
    ...dutyIn('cantonment', 3, 3, 3),
    { id: 'registration', when: isSale, rupees: since(`${base} / 100`, true, 'Registration fee table of Delhi') },
    fixed('registration', 1000, "'relinquishment', 'lease', 'gpa'"),
    fixed('registration', 500, "'will', 'adoption'"),
    { id: 'pasting', rupees: since('100', true, 'Registration fee table of Delhi') },
  ],
  timeLimits: [
    {
      days: since(0, true, 'The slip is issued at once; the deed comes back in 1 to 3 working days'),
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'auto', action: 'check-e-stamp', days: 0 },
    { role: 'sub-registrar', action: 'appear-and-register', days: 1, visit: 'office', afterIssue: true },
  ],
  // Section 72 of the Registration Act: to the Registrar.
  appeal: { to: 'dm', withinDays: 30 },
  booking: {
    slot: 'appointment',
    resource: ['sub_registrar_office'],
    earliest: 'today+1d',
    latest: 'today+30d',
    days: 'working',
    times: halfHours(10, 16),
    capacity: since(4, false, 'Practice of the sub-registrars; the figure is not confirmed'),
    holdMinutes: since(15, true, 'Rule of this platform for every booking'),
    reschedules: { times: 1, hoursBefore: 24 },
  },
  subject: ['e_stamp_no'],
  notices: [{ id: 'bring' }, { id: 'mutation', when: isSale }],
  printed: [
    'number',
    'sub_registrar_office',
    'appointment',
    'deed_type',
    'property_address',
    'e_stamp_no',
    'parties',
    'applicant_name',
  ],
  flags: ['window', 'third-party'],
});
