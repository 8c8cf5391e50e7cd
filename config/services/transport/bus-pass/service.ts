import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  disabilityPercent,
  email,
  fatherOrHusbandName,
  gender,
  presentAddress,
} from '#config/services/shared/fields.ts';
import { defineService, type FeeLine } from '#domain/catalogue/service-definition.ts';

/** Months for which each pass is sold; the free ones have no end to choose. */
const monthsOf: Readonly<Record<string, readonly string[]>> = {
  'general-nonac': ['1', '3', '6', '12'],
  'general-ac': ['1', '3', '6', '12'],
  'student-destination': ['1', '2', '3', '5'],
  'student-special': ['1', '3', '5'],
  'senior-nonac': ['1', '5'],
  'senior-ac': ['1', '3', '6'],
  aay: ['1'],
  airport: ['1'],
  ncr: ['1'],
};

const faq = 'Delhi Transport Corporation, questions and answers on passes';
const fare = (passType: string, rupees: string, months?: string, verified = true): FeeLine => ({
  id: 'fare',
  when: `pass_type == '${passType}'${months === undefined ? '' : ` and months == ${months}`}`,
  rupees: { value: rupees, from: '2024-01-01', verified, source: verified ? faq : `${faq}; not confirmed` },
});
const fares = (passType: string, ...rupees: readonly [string, string][]): readonly FeeLine[] =>
  rupees.map(([months, amount]) => fare(passType, amount, months));

const posted = (rupees: string, when: string, id = 'postage', verified = true): FeeLine => ({
  id,
  when,
  rupees: { value: rupees, from: '2024-01-01', verified, source: verified ? faq : `${faq}; not confirmed` },
});

const forAnybody = "pass_type in ['general-nonac', 'general-ac', 'airport', 'ncr']";
const forStudents = "pass_type in ['student-destination', 'student-special']";
const forSeniors = "pass_type in ['senior-nonac', 'senior-ac']";
const byPost = "form == 'card'";
const free = "pass_type in ['divyang', 'saheli']";

/** A pass for the buses of the Delhi Transport Corporation. */
export const busPass = defineService({
  id: 'bus-pass',
  department: 'transport',
  category: 'transport',
  kind: 'application',
  outcome: 'card',
  version: '2026-11-01',
  rules: [
    { id: 'age_general', when: `not (${forAnybody}) or age >= 12`, otherwise: 'block' },
    { id: 'age_student', when: `not (${forStudents}) or age >= 5`, otherwise: 'block' },
    { id: 'senior', when: `not (${forSeniors}) or age > 60`, otherwise: 'block' },
    { id: 'disability', when: "pass_type != 'divyang' or disability_percent >= 40", otherwise: 'block' },
    {
      id: 'saheli',
      when: "pass_type != 'saheli' or (gender in ['female', 'transgender'] and age >= 12)",
      otherwise: 'block',
    },
    { id: 'resident', when: `not (${forSeniors} or pass_type == 'saheli') or resident_delhi`, otherwise: 'block' },
  ],
  questions: [
    {
      id: 'pass_type',
      type: 'choice',
      choices: [
        'general-nonac',
        'general-ac',
        'student-destination',
        'student-special',
        'senior-nonac',
        'senior-ac',
        'saheli',
        'divyang',
        'aay',
        'airport',
        'ncr',
      ],
    },
    {
      id: 'months',
      type: 'choice',
      when: `not (${free})`,
      choices: ['1', '2', '3', '5', '6', '12'],
      choicesBy: { question: 'pass_type', of: monthsOf },
    },
    applicantName,
    fatherOrHusbandName,
    dateOfBirth,
    gender,
    // Those who live around Delhi ride in its buses too.
    { ...presentAddress, pattern: '^[1-9]\\d{5}$' },
    { ...disabilityPercent, when: "pass_type == 'divyang'" },
    {
      id: 'institute',
      type: 'text',
      when: forStudents,
      min: 2,
      max: 150,
      prefill: ['bonafide-certificate.institute'],
    },
    { id: 'route', type: 'text', when: "pass_type == 'student-destination'", min: 3, max: 100 },
    { id: 'start_date', type: 'date', notBefore: 'today', notAfter: 'today+30d' },
    { id: 'form', type: 'choice', choices: ['e-pass', 'card'] },
    { ...aadhaarRef, optional: true, quiet: true },
    email,
    { id: 'pass_until', type: 'date', when: `not (${free})`, computed: 'start_date + 30 * months - 1' },
  ],
  papers: [
    { id: 'photo', anyOf: ['photo'] },
    {
      id: 'identity',
      anyOf: ['identity-proof', 'aadhaar', 'voter-id', 'passport', 'driving-licence', 'pan-card', 'ration-card'],
      first: true,
    },
    { id: 'student_proof', anyOf: ['bonafide-certificate', 'fee-receipt'], when: forStudents },
    {
      id: 'age_proof',
      anyOf: ['age-proof', 'aadhaar', 'voter-id', 'passport', 'pan-card', 'birth-certificate'],
      when: forSeniors,
    },
    { id: 'disability_certificate', anyOf: ['disability-certificate'], when: "pass_type == 'divyang'" },
    {
      id: 'address_proof',
      anyOf: ['address-proof', 'aadhaar', 'voter-id', 'passport', 'electricity-bill', 'water-bill', 'ration-card'],
      when: `${forSeniors} or pass_type in ['divyang', 'saheli', 'aay']`,
    },
    { id: 'bpl_card', anyOf: ['bpl-card'], when: "pass_type == 'aay'" },
    { id: 'pan_card', anyOf: ['pan-card'], when: "pass_type == 'saheli'", optional: true },
  ],
  fee: [
    ...fares('general-nonac', ['1', '800'], ['3', '2280'], ['6', '4440'], ['12', '8640']),
    ...fares('general-ac', ['1', '1000'], ['3', '2850'], ['6', '5550'], ['12', '10800']),
    fare('airport', '1400 * months'),
    fare('ncr', '1800 * months'),
    fare('student-destination', '100 * months'),
    fare('student-special', '150 * months'),
    fare('senior-ac', '150 * months', undefined, false),
    fare('senior-nonac', '50 * months', undefined, false),
    fare('aay', '250 * months', undefined, false),
    posted('18', `${byPost} and resident_delhi`),
    posted('41', `${byPost} and not resident_delhi`),
    posted('15', byPost, 'id-card', false),
  ],
  timeLimits: [
    { when: byPost, days: { value: 5, from: '2024-01-01', verified: true, source: faq }, unit: 'calendar' },
    { when: forAnybody, days: { value: 0, from: '2024-01-01', verified: true, source: faq }, unit: 'calendar' },
    { days: { value: 1, from: '2024-01-01', verified: true, source: faq }, unit: 'working' },
  ],
  steps: [
    { role: 'auto', action: 'issue', days: 0, when: forAnybody },
    { role: 'dtc-desk', action: 'verify', days: 1, when: `not (${forAnybody})` },
  ],
  appeal: { to: 'dtc-desk', withinDays: 30 },
  validity: {
    until: { value: ['pass_until'], from: '2024-01-01', verified: false, source: `${faq}; a month is 30 days` },
    remindDaysBefore: [5, 1],
    renewBy: 'bus-pass',
  },
  notices: [{ id: 'keep_it_safe' }],
  printed: ['number', 'applicant_name', 'pass_type', 'route', 'start_date', 'pass_until'],
  flags: ['renewable', 'third-party'],
});
