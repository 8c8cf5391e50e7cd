import type { FeeLine, PaperRequirement, Step, TimeLimit } from '#domain/catalogue/service-definition.ts';

/** What births and deaths have in common. `event` is the question that holds the day on which it happened. */
const rules1999 = 'Delhi Registration of Births and Deaths Rules, 1999';
const splitUnclear = `${rules1999} state ₹0 to ₹10 in all; how it is split by delay is not confirmed`;
const timeBound = 'Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011, schedule';
const isNew = "request_type == 'new'";
const between = (event: string, days: number, and: number): string =>
  `${isNew} and days_since(${event}) > ${days} and days_since(${event}) <= ${and}`;
const afterAYear = (event: string): string => `${isNew} and days_since(${event}) > 365`;

export const furtherCopies: FeeLine = {
  id: 'copies',
  when: 'copies > 1',
  rupees: { value: '5 * (copies - 1)', from: '2000-01-01', verified: true, source: rules1999 },
};

export const registrationFees = (event: string): readonly FeeLine[] => [
  {
    id: 'late-1',
    when: between(event, 21, 30),
    rupees: { value: '2', from: '2000-01-01', verified: false, source: splitUnclear },
  },
  {
    id: 'late-2',
    when: between(event, 30, 365),
    rupees: { value: '5', from: '2000-01-01', verified: false, source: splitUnclear },
  },
  {
    id: 'late-3',
    when: afterAYear(event),
    rupees: { value: '10', from: '2000-01-01', verified: false, source: splitUnclear },
  },
  furtherCopies,
  {
    // ₹2 for the first year searched; with the day known, one year is searched.
    id: 'search',
    when: "request_type == 'copy' and has_registration_no == 'no'",
    rupees: { value: '2', from: '2000-01-01', verified: true, source: rules1999 },
  },
];

export const withinAWeek: TimeLimit = {
  days: { value: 7, from: '2011-09-15', verified: true, source: timeBound },
  unit: 'calendar',
};

export const registrationTimeLimits = (event: string): readonly TimeLimit[] => [
  {
    // 30 days for the magistrate's order, then the usual 7.
    when: afterAYear(event),
    days: { value: 37, from: '2011-09-15', verified: false, source: timeBound },
    unit: 'calendar',
  },
  withinAWeek,
];

export const registrationSteps = (event: string, check: string): readonly Step[] => [
  { role: 'dealing-assistant', action: 'scrutiny', days: 2 },
  { role: 'registrar-bd', action: 'written-permission', days: 0, when: between(event, 30, 365) },
  { role: 'patwari', action: 'enquiry', days: 10, when: afterAYear(event), visit: 'field' },
  { role: 'sdm', action: 'order', days: 20, when: afterAYear(event) },
  { role: 'sub-registrar-bd', action: check, days: 3 },
  { role: 'registrar-bd', action: 'approve', days: 2 },
];

export const lateRegistrationPapers = (event: string): readonly PaperRequirement[] => [
  { id: 'affidavit', anyOf: ['affidavit'], when: `${isNew} and days_since(${event}) > 30` },
  { id: 'delayed_order', anyOf: ['delayed-registration-order'], when: afterAYear(event) },
];
