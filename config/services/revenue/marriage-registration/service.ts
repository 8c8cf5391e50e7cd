import { district, email, religion } from '#config/services/shared/fields.ts';
import { addressProof, ageProof, identityProof } from '#config/services/shared/papers.ts';
import { subDivisions, subDivisionsOf } from '#config/services/shared/places.ts';
import { halfHours } from '#config/services/shared/slots.ts';
import {
  type Dated,
  defineService,
  type FeeLine,
  type PaperRequirement,
  type Question,
  type Rule,
} from '#domain/catalogue/service-definition.ts';

const special = "act == 'sma'";
const solemnised = "act != 'sma' or solemnised == 'yes'";
/** On the day of the wedding; before a wedding that is still to come, today. */
const oldEnough = (born: string, years: number): Rule =>
  `years_since(${born}) >= ${years} and age_on(${born}, marriage_date) >= ${years}`;
const dated = <Value>(value: Value, verified: boolean, source: string): Dated<Value> => ({
  value,
  from: '2014-04-21',
  verified,
  source,
});
const order2014 = 'Delhi (Compulsory Registration of Marriage) Order, 2014';
const feeOf = (id: string, rupees: number, when: Rule, verified: boolean): FeeLine => ({
  id,
  when,
  rupees: dated(String(rupees), verified, 'Fee table of the Revenue Department for marriages'),
});

/** The same is asked about both; an identity card sent for one answers for that one only. */
const spouse = (who: 'groom' | 'bride'): readonly Question[] => [
  { id: `${who}_name`, type: 'person-name', min: 2, max: 100, prefill: [`${who}_id.name`] },
  { id: `${who}_dob`, type: 'date', notBefore: 'today-120y', notAfter: 'today', prefill: [`${who}_id.dob`] },
  { id: `${who}_address`, type: 'address', prefill: [`${who}_id.address`] },
  { id: `${who}_religion`, type: 'choice', choices: religion.choices ?? [] },
  { id: `${who}_marital_status_before`, type: 'choice', choices: ['single', 'widowed', 'divorced'] },
  { id: `${who}_father_name`, type: 'person-name', min: 2, max: 100, prefill: [`${who}_id.father_name`] },
  { id: `${who}_mother_name`, type: 'person-name', min: 2, max: 100 },
  { id: `${who}_mobile`, type: 'phone' },
  { id: `${who}_aadhaar_ref`, type: 'id-number', of: 'aadhaar', sensitive: true, optional: true, quiet: true },
  { id: `${who}_occupation`, type: 'text', min: 2, max: 60, optional: true, quiet: true },
];

const papersOf = (who: 'groom' | 'bride'): readonly PaperRequirement[] => [
  { id: `${who}_age`, anyOf: ageProof, whose: who },
  { id: `${who}_address_proof`, anyOf: addressProof, when: `delhi_link == '${who}'`, whose: who },
  {
    id: `${who}_earlier_marriage`,
    anyOf: ['divorce-decree', 'death-certificate'],
    when: `${who}_marital_status_before in ['widowed', 'divorced']`,
    whose: who,
  },
  { id: `${who}_affidavit`, anyOf: ['affidavit'], whose: who },
  { id: `${who}_photo`, anyOf: ['photo'], whose: who },
];

const idOf = (who: string, more: Partial<PaperRequirement> = {}): PaperRequirement => ({
  id: `${who}_id`,
  anyOf: identityProof,
  whose: who,
  ...more,
});

/** Registration of a marriage at the SDM's office, where both come with their witnesses. */
export const marriageRegistration = defineService({
  id: 'marriage-registration',
  department: 'revenue',
  category: 'civil-registration',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    { id: 'groom_age', when: oldEnough('groom_dob', 21), otherwise: 'block' },
    { id: 'bride_age', when: oldEnough('bride_dob', 18), otherwise: 'block' },
    { id: 'delhi', when: "delhi_link != 'none'", otherwise: 'block' },
    { id: 'living_spouse', when: "living_spouse == 'no'", otherwise: 'block' },
    { id: 'close_relatives', when: "close_relatives == 'no' or act == 'compulsory-2014'", otherwise: 'block' },
    {
      id: 'hindu_law',
      when: "act != 'hma' or (groom_religion in ['hindu', 'sikh', 'buddhist', 'jain'] and bride_religion in ['hindu', 'sikh', 'buddhist', 'jain'])",
      otherwise: 'block',
    },
    { id: 'witnesses', when: "act != 'sma' or witnesses_count >= 3", otherwise: 'block' },
    { id: 'late', when: 'days_since(marriage_date) <= 60', otherwise: 'warn' },
  ],
  questions: [
    { id: 'act', type: 'choice', choices: ['hma', 'sma', 'compulsory-2014'] },
    { id: 'solemnised', type: 'yes-no', when: special },
    {
      id: 'marriage_date',
      type: 'date',
      notBefore: 'today-100y',
      notAfter: 'today',
      when: solemnised,
      prefill: ['marriage-invitation.date'],
    },
    {
      id: 'marriage_place',
      type: 'address',
      when: solemnised,
      prefill: ['marriage-invitation.place'],
    },
    { id: 'delhi_link', type: 'choice', choices: ['groom', 'bride', 'marriage', 'none'] },
    ...spouse('groom'),
    ...spouse('bride'),
    { id: 'living_spouse', type: 'yes-no' },
    { id: 'close_relatives', type: 'yes-no' },
    {
      id: 'witnesses',
      type: 'list',
      min: 2,
      max: 3,
      items: [
        { id: 'name', type: 'person-name', min: 2, max: 100 },
        { id: 'father_name', type: 'person-name', min: 2, max: 100 },
        { id: 'address', type: 'address' },
      ],
    },
    { id: 'tatkal', type: 'yes-no', presumed: 'no', when: "act != 'sma'" },
    district,
    {
      id: 'sub_division',
      type: 'choice',
      choices: subDivisions,
      master: 'sub-divisions',
      choicesBy: { question: 'district', of: subDivisionsOf },
    },
    // Under the special law the office names the day when the thirty days of the notice are over.
    { id: 'appointment', type: 'slot', when: "act != 'sma'" },
    email,
  ],
  papers: [
    idOf('groom', { first: true }),
    idOf('bride', { first: true }),
    { id: 'invitation', anyOf: ['marriage-invitation'], when: solemnised, first: true },
    ...papersOf('groom'),
    ...papersOf('bride'),
    { id: 'joint_photo', anyOf: ['joint-photo'] },
    idOf('witness_1'),
    idOf('witness_2'),
    idOf('witness_3', { when: special }),
  ],
  fee: [
    feeOf('hma', 100, "act == 'hma' and tatkal == 'no'", true),
    feeOf('sma', 150, special, true),
    feeOf('compulsory', 100, "act == 'compulsory-2014' and tatkal == 'no'", false),
    feeOf('tatkal', 10_000, "act != 'sma' and tatkal == 'yes'", true),
  ],
  timeLimits: [
    {
      when: special,
      // Thirty days of notice, then fifteen working days.
      days: dated(51, true, 'Special Marriage Act, 1954, sections 5 to 7 and 15 to 16, and the time of the office'),
      unit: 'calendar',
    },
    {
      when: "act != 'sma' and tatkal == 'yes'",
      days: dated(1, true, order2014),
      unit: 'working',
    },
    { days: dated(15, false, `${order2014}; the days to the appointment are not confirmed`), unit: 'working' },
  ],
  steps: [
    { role: 'dealing-assistant', action: 'scrutiny', days: 3 },
    { role: 'sdm', action: 'notice', days: 30, when: special },
    { role: 'sdm', action: 'register', days: 12, visit: 'office' },
  ],
  appeal: { to: 'dm', withinDays: 30 },
  booking: {
    slot: 'appointment',
    resource: ['sub_division'],
    earliest: 'today+1d',
    latest: 'today+30d',
    days: 'working',
    times: halfHours(10, 13),
    capacity: dated(4, false, 'Practice of the SDM offices; the figure is not confirmed'),
    holdMinutes: dated(15, true, 'Rule of this platform for every booking'),
    reschedules: { times: 1, hoursBefore: 24 },
  },
  subject: ['groom_name', 'bride_name'],
  notices: [
    { id: 'come_together', when: "act != 'sma'" },
    { id: 'notice_period', when: special },
  ],
  printed: [
    'number',
    'groom_name',
    'groom_dob',
    'groom_father_name',
    'groom_mother_name',
    'groom_address',
    'bride_name',
    'bride_dob',
    'bride_father_name',
    'bride_mother_name',
    'bride_address',
    'marriage_date',
    'marriage_place',
    'act',
    'witnesses',
    'issued_on',
  ],
  flags: ['appointment-needed', 'sensitive'],
});
