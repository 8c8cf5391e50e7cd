import { communityHalls, communityHallsOf, type HallSize, hallSizes } from '#config/services/shared/community-halls.ts';
import {
  applicantName,
  bankAccountHolder,
  bankAccountNumber,
  bankIfsc,
  dateOfBirth,
  email,
  mcdZone,
  presentAddress,
} from '#config/services/shared/fields.ts';
import { addressProof, identityProof } from '#config/services/shared/papers.ts';
import { type Dated, defineService, type FeeLine } from '#domain/catalogue/service-definition.ts';

const source = 'MCD frequently asked questions on community halls';
const known = <Value>(value: Value): Dated<Value> => ({ value, from: '2024-04-01', verified: true, source });
const unconfirmed = <Value>(value: Value): Dated<Value> => ({
  value,
  from: '2024-04-01',
  verified: false,
  source: `${source}; the figure is not confirmed`,
});

const isOneOf = ({ halls }: HallSize): string => `hall in [${halls.map((hall) => `'${hall}'`).join(', ')}]`;
const paysRent = "not (event_type in ['religious', 'condolence']) and concession == 'none'";
/** Whoever books early pays a multiple: once up to three months before, four times from nine months on. */
const earliness = 'min(4, max(1, ceil((0 - days_since(event_date)) / 92)))';

const feesOf = (size: HallSize): readonly FeeLine[] => [
  {
    id: 'rent',
    when: `${isOneOf(size)} and ${paysRent} and days != 'half'`,
    rupees: unconfirmed(`${size.rent} * days * ${earliness}`),
  },
  {
    id: 'rent',
    when: `${isOneOf(size)} and ${paysRent} and days == 'half'`,
    rupees: unconfirmed(`${size.rent} * 0.5 * ${earliness}`),
  },
  { id: 'cleaning', when: isOneOf(size), rupees: unconfirmed(String(size.cleaning)) },
  { id: 'deposit', when: `${isOneOf(size)} and ${paysRent}`, rupees: unconfirmed(String(size.deposit)) },
];

/** A hall of the MCD for a wedding or another occasion. */
export const communityHallBooking = defineService({
  id: 'community-hall-booking',
  department: 'mcd',
  category: 'property',
  kind: 'booking',
  outcome: 'slip',
  version: '2026-11-25',
  rules: [
    { id: 'adult', when: 'age >= 18', otherwise: 'block' },
    {
      id: 'religious_soon',
      when: "event_type != 'religious' or days_since(event_date) >= -30",
      otherwise: 'block',
    },
    { id: 'staff_one_day', when: "concession != 'mcd-staff' or days != '2'", otherwise: 'block' },
    ...hallSizes.map((size) => ({
      id: `fits_${size.guests}`,
      when: `not (${isOneOf(size)}) or guests <= ${size.guests}`,
      otherwise: 'block' as const,
    })),
    { id: 'free_marriage', when: "concession != 'widow-daughter' or event_type == 'marriage'", otherwise: 'warn' },
  ],
  questions: [
    { id: 'event_type', type: 'choice', choices: ['marriage', 'social', 'religious', 'condolence', 'government'] },
    mcdZone,
    {
      id: 'hall',
      type: 'choice',
      choices: communityHalls,
      master: 'community-halls',
      choicesBy: { question: 'mcd_zone', of: communityHallsOf },
    },
    { id: 'guests', type: 'number', min: 1, max: 5000 },
    { id: 'days', type: 'choice', choices: ['half', '1', '2'], presumed: '1' },
    { id: 'event_date', type: 'slot' },
    { id: 'concession', type: 'choice', choices: ['none', 'widow-daughter', 'mcd-staff'], presumed: 'none' },
    applicantName,
    presentAddress,
    bankAccountNumber,
    bankIfsc,
    bankAccountHolder,
    { ...dateOfBirth, optional: true, quiet: true },
    email,
  ],
  papers: [
    { id: 'identity', anyOf: identityProof, first: true },
    { id: 'address_proof', anyOf: addressProof },
    { id: 'bank_passbook', anyOf: ['bank-passbook'], first: true },
    { id: 'invitation', anyOf: ['marriage-invitation'], when: "event_type == 'marriage'", optional: true },
    { id: 'cremation_slip', anyOf: ['cremation-slip'], when: "event_type == 'condolence'" },
    { id: 'orphan_proof', anyOf: ['orphan-proof', 'death-certificate'], when: "concession == 'widow-daughter'" },
  ],
  fee: [...hallSizes.flatMap(feesOf), { id: 'tent', rupees: known('500') }],
  timeLimits: [
    { when: "concession != 'none'", days: unconfirmed(7), unit: 'working' },
    { days: known(1), unit: 'working' },
  ],
  steps: [
    { role: 'auto', action: 'hold', days: 0 },
    { role: 'community-officer', action: 'approve', days: 3, when: "concession != 'none'" },
    { role: 'auto', action: 'collect', days: 0 },
    { role: 'auto', action: 'confirm', days: 0 },
  ],
  appeal: { to: 'zone-officer', withinDays: 15 },
  booking: {
    slot: 'event_date',
    resource: ['hall'],
    earliest: 'today+2d',
    latest: 'today+365d',
    days: 'all',
    times: [
      { start: '09:00', end: '09:00', when: "days != 'half'" },
      { start: '09:00', end: '12:00', when: "days == 'half'" },
      { start: '13:00', end: '16:00', when: "days == 'half'" },
      { start: '18:00', end: '21:00', when: "days == 'half'" },
    ],
    capacity: known(1),
    lengthDays: 'days',
    holdMinutes: known(15),
    refunds: [
      { hoursBefore: 0, percent: known(100), of: ['deposit'] },
      { hoursBefore: 72, percent: unconfirmed(75) },
      { hoursBefore: 0, percent: unconfirmed(0) },
    ],
  },
  subject: ['hall', 'event_date'],
  notices: [{ id: 'quiet' }, { id: 'deposit', when: paysRent }],
  printed: ['number', 'hall', 'event_date', 'days', 'event_type', 'guests', 'applicant_name', 'present_address'],
  flags: ['window'],
});
