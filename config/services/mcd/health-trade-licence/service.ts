import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  email,
  fatherOrHusbandName,
  upic,
} from '#config/services/shared/fields.ts';
import { identityProof } from '#config/services/shared/papers.ts';
import { defineService, type FeeLine } from '#domain/catalogue/service-definition.ts';

const source = 'MCD citizen charter, table of health trade licences';
const unconfirmed = `${source}; whether 15 % was added from 1 April 2025 is not confirmed`;

/** A kind of establishment and what it pays, in rupees: registration once, licence each year. */
interface Kind {
  readonly id: string;
  readonly group: 'eating' | 'lodging' | 'other';
  /** Seats or beds up to which the first rate holds, and above which; absent: one rate. */
  readonly rates: readonly {
    readonly over?: number;
    readonly upTo?: number;
    readonly registration: number;
    readonly licence: number;
  }[];
  /** Food is prepared or served: needs the FSSAI licence. */
  readonly food?: boolean;
  /** Classes A and B: issued at once. */
  readonly instant?: boolean;
}

const flat = (registration: number, licence: number): Kind['rates'] => [{ registration, licence }];

const kinds: readonly Kind[] = [
  {
    id: 'eating-house',
    group: 'eating',
    food: true,
    rates: [
      { upTo: 20, registration: 10_000, licence: 10_000 },
      { over: 20, upTo: 50, registration: 15_000, licence: 20_000 },
      { over: 50, registration: 20_000, licence: 25_000 },
    ],
  },
  { id: 'dhaba', group: 'eating', food: true, rates: flat(15_000, 6_000) },
  { id: 'take-away', group: 'eating', food: true, rates: flat(15_000, 6_000) },
  { id: 'coffee-house', group: 'eating', food: true, rates: flat(10_000, 10_000) },
  { id: 'canteen', group: 'eating', food: true, rates: flat(15_000, 8_000) },
  { id: 'catering', group: 'eating', food: true, rates: flat(10_000, 10_000) },
  { id: 'soft-drinks', group: 'eating', food: true, instant: true, rates: flat(10_000, 6_000) },
  { id: 'fruit-juice', group: 'eating', food: true, instant: true, rates: flat(10_000, 5_000) },
  { id: 'sugarcane', group: 'eating', food: true, instant: true, rates: flat(10_000, 7_000) },
  {
    id: 'food-court',
    group: 'eating',
    food: true,
    rates: [
      { upTo: 100, registration: 10_000, licence: 40_000 },
      { over: 100, registration: 15_000, licence: 80_000 },
    ],
  },
  {
    id: 'banquet',
    group: 'eating',
    food: true,
    rates: [
      { upTo: 250, registration: 10_000, licence: 15_000 },
      { over: 250, registration: 20_000, licence: 25_000 },
    ],
  },
  {
    id: 'lodging',
    group: 'lodging',
    rates: [
      { upTo: 20, registration: 10_000, licence: 20_000 },
      { over: 20, registration: 15_000, licence: 30_000 },
    ],
  },
  { id: 'guest-house', group: 'lodging', food: true, rates: flat(10_000, 10_000) },
  { id: 'dharamshala', group: 'lodging', rates: flat(10_000, 10_000) },
  { id: 'hotel-3-star', group: 'lodging', food: true, rates: flat(25_000, 100_000) },
  { id: 'hotel-5-star', group: 'lodging', food: true, rates: flat(50_000, 500_000) },
  { id: 'spa', group: 'other', rates: flat(10_000, 10_000) },
  { id: 'swimming-pool', group: 'other', rates: flat(10_000, 10_000) },
  { id: 'cinema', group: 'other', rates: flat(10_000, 10_000) },
  { id: 'salon', group: 'other', instant: true, rates: flat(10_000, 10_000) },
  { id: 'other', group: 'other', rates: flat(10_000, 10_000) },
];

const oneOf = (chosen: readonly Kind[]): string => `trade_kind in [${chosen.map(({ id }) => `'${id}'`).join(', ')}]`;
const counted = kinds.filter(({ rates, group }) => rates.length > 1 || group === 'lodging');
const needsFood = oneOf(kinds.filter(({ food }) => food));
const isInstant = oneOf(kinds.filter(({ instant }) => instant));

const feesOf = ({ id, group, rates }: Kind): readonly FeeLine[] =>
  rates.flatMap(({ over, upTo, registration, licence }) => {
    const when = [
      `trade_kind == '${id}'`,
      ...(over === undefined ? [] : [`seats_or_beds > ${over}`]),
      ...(upTo === undefined ? [] : [`seats_or_beds <= ${upTo}`]),
    ].join(' and ');
    const dated = (value: number) => ({
      value: String(value),
      from: '2024-04-01',
      verified: false,
      source: group === 'other' ? `${source}; the figure for this kind is not confirmed` : unconfirmed,
    });
    return [
      { id: 'registration', when, rupees: dated(registration) },
      { id: 'licence', when, rupees: dated(licence) },
    ];
  });

const idsOf = (group: Kind['group']): readonly string[] =>
  kinds.filter((kind) => kind.group === group).map(({ id }) => id);

/** The licence of whoever feeds, lodges, bathes or entertains people. */
export const healthTradeLicence = defineService({
  id: 'health-trade-licence',
  department: 'mcd',
  category: 'licences',
  kind: 'application',
  outcome: 'licence',
  version: '2026-11-25',
  rules: [
    { id: 'local_body', when: "local_body == 'mcd'", otherwise: 'block' },
    { id: 'adult', when: 'age >= 18', otherwise: 'block' },
  ],
  questions: [
    { id: 'trade_group', type: 'choice', choices: ['eating', 'lodging', 'other'] },
    {
      id: 'trade_kind',
      type: 'choice',
      choices: kinds.map(({ id }) => id),
      choicesBy: {
        question: 'trade_group',
        of: { eating: idsOf('eating'), lodging: idsOf('lodging'), other: idsOf('other') },
      },
    },
    { id: 'seats_or_beds', type: 'number', when: oneOf(counted), min: 1, max: 5000 },
    { id: 'trade_name', type: 'text', min: 2, max: 150 },
    { id: 'premises_address', type: 'address', pattern: '^11\\d{4}$', prefill: ['electricity-bill.address'] },
    upic,
    { id: 'area_sqm', type: 'number', min: 1, max: 100_000 },
    { id: 'occupancy', type: 'choice', choices: ['owned', 'rented'] },
    { id: 'staff_count', type: 'number', min: 1, max: 5000 },
    { id: 'fssai_no', type: 'id-number', of: 'fssai', when: needsFood, prefill: ['fssai-licence.number'] },
    applicantName,
    { ...fatherOrHusbandName, quiet: true, optional: true },
    { id: 'pan', type: 'id-number', of: 'pan', prefill: ['pan-card.pan'] },
    { ...email, quiet: false, optional: false },
    { ...dateOfBirth, optional: true, quiet: true },
    { ...aadhaarRef, optional: true, quiet: true },
  ],
  papers: [
    { id: 'identity', anyOf: identityProof, first: true },
    {
      id: 'premises_proof',
      anyOf: ['trade-premises-proof', 'title-deed', 'rent-agreement', 'electricity-bill'],
      first: true,
    },
    { id: 'fssai_licence', anyOf: ['fssai-licence'], when: needsFood, first: true },
    { id: 'site_plan', anyOf: ['site-plan'] },
    { id: 'medical_fitness', anyOf: ['medical-fitness'], when: `not (${isInstant})` },
    { id: 'fire_noc', anyOf: ['fire-noc'], when: 'seats_or_beds > 50 or area_sqm > 90' },
    { id: 'photo', anyOf: ['photo'] },
    { id: 'pan_card', anyOf: ['pan-card'], optional: true },
    { id: 'gst_certificate', anyOf: ['gst-certificate'], optional: true },
  ],
  fee: [
    { id: 'processing', rupees: { value: '1000', from: '2024-04-01', verified: true, source } },
    ...kinds.flatMap(feesOf),
  ],
  timeLimits: [
    { when: isInstant, days: { value: 0, from: '2024-04-01', verified: true, source }, unit: 'calendar' },
    { days: { value: 60, from: '2024-04-01', verified: true, source }, unit: 'calendar' },
  ],
  steps: [
    { role: 'auto', action: 'issue', days: 0, when: isInstant },
    { role: 'health-inspector', action: 'inspect', days: 20, when: `not (${isInstant})`, visit: 'field' },
    { role: 'health-officer', action: 'recommend', days: 20, when: `not (${isInstant})` },
    { role: 'zone-officer', action: 'approve', days: 20, when: `not (${isInstant})` },
  ],
  appeal: { to: 'zone-officer', withinDays: 30 },
  subject: ['upic', 'trade_kind'],
  validity: {
    until: { value: ['financial-year-end'], from: '2024-04-01', verified: true, source },
    remindDaysBefore: [60, 30, 7, 1],
    renewBy: 'health-trade-licence',
  },
  notices: [{ id: 'inspection', when: `not (${isInstant})` }],
  printed: [
    'number',
    'trade_name',
    'applicant_name',
    'trade_kind',
    'seats_or_beds',
    'premises_address',
    'issued_on',
    'valid_to',
  ],
  flags: ['renewable', 'field-visit'],
});
