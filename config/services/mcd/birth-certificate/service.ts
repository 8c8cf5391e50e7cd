import { defineService } from '#domain/catalogue/service-definition.ts';

const rules1999 = 'Delhi Registration of Births and Deaths Rules, 1999';
const splitUnclear = `${rules1999} state ₹0 to ₹10 in all; how it is split by delay is not confirmed`;

/** Registration of a birth in the MCD area, and copies of registered births. */
export const birthCertificate = defineService({
  id: 'birth-certificate',
  department: 'mcd',
  category: 'civil-registration',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    { id: 'local_body', when: "local_body == 'mcd'", otherwise: 'block' },
    { id: 'already_issued', when: "not (already_issued == 'yes')", otherwise: 'warn' },
  ],
  questions: [
    { id: 'request_type', type: 'choice', choices: ['new', 'copy'], presumed: 'new' },
    { id: 'has_registration_no', type: 'yes-no', when: "request_type == 'copy'" },
    {
      id: 'registration_no',
      type: 'text',
      when: "request_type == 'copy' and has_registration_no == 'yes'",
      min: 4,
      max: 30,
      prefill: ['birth-certificate.registration_no'],
    },
    {
      id: 'child_dob',
      type: 'date',
      notBefore: 'today-100y',
      notAfter: 'today',
      prefill: ['birth-slip.child_dob', 'birth-certificate.dob'],
    },
    {
      id: 'child_gender',
      type: 'choice',
      choices: ['male', 'female', 'transgender'],
      prefill: ['birth-slip.child_gender', 'birth-certificate.gender'],
    },
    { id: 'child_name', type: 'person-name', optional: true, min: 2, max: 100, prefill: ['birth-certificate.name'] },
    { id: 'birth_place_type', type: 'choice', choices: ['hospital', 'home', 'other'] },
    {
      id: 'hospital_name',
      type: 'text',
      when: "birth_place_type == 'hospital'",
      min: 2,
      max: 150,
      prefill: ['birth-slip.hospital'],
    },
    {
      id: 'birth_address',
      type: 'address',
      pattern: '^11\\d{4}$',
      prefill: ['birth-slip.place', 'birth-certificate.place'],
    },
    {
      id: 'mother_name',
      type: 'person-name',
      min: 2,
      max: 100,
      prefill: ['birth-slip.mother_name', 'birth-certificate.mother_name'],
    },
    {
      id: 'father_name',
      type: 'person-name',
      optional: true,
      min: 2,
      max: 100,
      prefill: ['birth-slip.father_name', 'birth-certificate.father_name'],
    },
    {
      id: 'relation_to_applicant',
      type: 'choice',
      choices: ['mother', 'father', 'self', 'guardian', 'other'],
    },
    {
      // A parent's name is on the form already.
      id: 'applicant_name',
      type: 'person-name',
      when: "not (relation_to_applicant in ['mother', 'father'])",
      min: 2,
      max: 100,
      prefill: ['aadhaar.name', 'voter-id.name', 'passport.name'],
    },
    {
      id: 'parents_address_at_birth',
      type: 'address',
      prefill: ['aadhaar.address', 'voter-id.address', 'electricity-bill.address', 'address-proof.address'],
    },
    {
      id: 'permanent_address',
      type: 'address',
      prefill: ['aadhaar.address'],
      sameAs: 'parents_address_at_birth',
    },
    { id: 'copies', type: 'number', min: 1, max: 10, presumed: '1' },
    {
      id: 'delivery_mode',
      type: 'choice',
      choices: ['whatsapp', 'digilocker', 'post', 'office'],
      presumed: 'whatsapp',
    },
    { id: 'mother_age', type: 'number', optional: true, min: 12, max: 60, quiet: true },
    { id: 'birth_order', type: 'number', optional: true, min: 1, max: 20, quiet: true },
    { id: 'email', type: 'email', optional: true, quiet: true },
    { id: 'aadhaar_ref', type: 'id-number', of: 'aadhaar', optional: true, quiet: true, sensitive: true },
  ],
  papers: [
    {
      id: 'birth_slip',
      anyOf: ['birth-slip'],
      when: "birth_place_type == 'hospital' and request_type == 'new'",
      first: true,
      implies: { birth_place_type: 'hospital', request_type: 'new' },
    },
    // Asked for early: the addresses stand on an Aadhaar card, and need not be typed then.
    { id: 'parent_id', anyOf: ['aadhaar', 'voter-id', 'passport'], first: true },
    {
      id: 'address_proof',
      anyOf: [
        'address-proof',
        'aadhaar',
        'voter-id',
        'passport',
        'driving-licence',
        'ration-card',
        'electricity-bill',
        'water-bill',
        'gas-bill',
        'telephone-bill',
        'bank-passbook',
        'rent-agreement',
      ],
    },
    { id: 'affidavit', anyOf: ['affidavit'], when: "request_type == 'new' and days_since(child_dob) > 30" },
    {
      id: 'delayed_order',
      anyOf: ['delayed-registration-order'],
      when: "request_type == 'new' and days_since(child_dob) > 365",
    },
  ],
  fee: [
    {
      id: 'late-1',
      when: "request_type == 'new' and days_since(child_dob) > 21 and days_since(child_dob) <= 30",
      rupees: { value: '2', from: '2000-01-01', verified: false, source: splitUnclear },
    },
    {
      id: 'late-2',
      when: "request_type == 'new' and days_since(child_dob) > 30 and days_since(child_dob) <= 365",
      rupees: { value: '5', from: '2000-01-01', verified: false, source: splitUnclear },
    },
    {
      id: 'late-3',
      when: "request_type == 'new' and days_since(child_dob) > 365",
      rupees: { value: '10', from: '2000-01-01', verified: false, source: splitUnclear },
    },
    {
      id: 'copies',
      when: 'copies > 1',
      rupees: { value: '5 * (copies - 1)', from: '2000-01-01', verified: true, source: rules1999 },
    },
    {
      // ₹2 for the first year searched; with the date of birth known, one year is searched.
      id: 'search',
      when: "request_type == 'copy' and has_registration_no == 'no'",
      rupees: { value: '2', from: '2000-01-01', verified: true, source: rules1999 },
    },
  ],
  timeLimits: [
    {
      // 30 days for the magistrate's order, then the usual 7.
      when: "request_type == 'new' and days_since(child_dob) > 365",
      days: {
        value: 37,
        from: '2011-09-15',
        verified: false,
        source: 'Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011, schedule',
      },
      unit: 'calendar',
    },
    {
      days: {
        value: 7,
        from: '2011-09-15',
        verified: true,
        source: 'Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011, schedule',
      },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'dealing-assistant', action: 'scrutiny', days: 2 },
    {
      role: 'registrar-bd',
      action: 'written-permission',
      days: 0,
      when: "request_type == 'new' and days_since(child_dob) > 30 and days_since(child_dob) <= 365",
    },
    {
      role: 'patwari',
      action: 'enquiry',
      days: 10,
      when: "request_type == 'new' and days_since(child_dob) > 365",
    },
    { role: 'sdm', action: 'order', days: 20, when: "request_type == 'new' and days_since(child_dob) > 365" },
    { role: 'sub-registrar-bd', action: 'verify-with-hospital', days: 3 },
    { role: 'registrar-bd', action: 'approve', days: 2 },
  ],
  appeal: { to: 'zone-officer', withinDays: 30 },
  printed: [
    'registration_number',
    'registration_date',
    'child_name',
    'child_gender',
    'child_dob',
    'hospital_name',
    'birth_address',
    'mother_name',
    'father_name',
    'parents_address_at_birth',
    'permanent_address',
  ],
  flags: ['third-party', 'once'],
});
