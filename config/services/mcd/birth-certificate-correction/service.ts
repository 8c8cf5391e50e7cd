import { furtherCopies, withinAWeek } from '#config/services/shared/civil-registration.ts';
import { applicantName, deliveryMode, relationToApplicant } from '#config/services/shared/fields.ts';
import { identityProof } from '#config/services/shared/papers.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const rules1999 = 'Delhi Registration of Births and Deaths Rules, 1999';
const isCorrection = "change_type != 'add-name'";
const needsHospital = "change_type in ['dob', 'gender']";

/** Adding the name to a registered birth, or correcting an entry of it. */
export const birthCertificateCorrection = defineService({
  id: 'birth-certificate-correction',
  department: 'mcd',
  category: 'civil-registration',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-25',
  rules: [
    { id: 'local_body', when: "local_body == 'mcd'", otherwise: 'block' },
    {
      // The time was given once more to births registered before 9 July 2021.
      id: 'name_in_time',
      when: "change_type != 'add-name' or years_since(registration_date) < 15 or (registration_date < '2021-07-09' and today <= '2026-07-09')",
      otherwise: 'block',
    },
    { id: 'clerical_only', when: "change_type != 'child-name-spelling'", otherwise: 'warn' },
    { id: 'hospital_record', when: `not (${needsHospital})`, otherwise: 'warn' },
  ],
  questions: [
    {
      id: 'change_type',
      type: 'choice',
      choices: ['add-name', 'child-name-spelling', 'parent-name', 'dob', 'gender', 'address'],
    },
    {
      id: 'registration_no',
      type: 'text',
      min: 4,
      max: 30,
      prefill: ['birth-certificate.registration_no'],
    },
    {
      id: 'registration_date',
      type: 'date',
      notBefore: 'child_dob',
      notAfter: 'today',
      prefill: ['birth-certificate.registration_date'],
    },
    {
      id: 'child_dob',
      type: 'date',
      notBefore: 'today-100y',
      notAfter: 'today',
      prefill: ['birth-certificate.dob'],
    },
    { id: 'present_entry', type: 'text', when: isCorrection, min: 1, max: 200 },
    { id: 'correct_entry', type: 'text', min: 1, max: 200 },
    { id: 'reason', type: 'long-text', when: isCorrection, min: 10, max: 500 },
    { ...relationToApplicant, choices: ['mother', 'father', 'self', 'guardian', 'other'] },
    applicantName,
    { id: 'copies', type: 'number', min: 1, max: 10, presumed: '1' },
    deliveryMode,
  ],
  papers: [
    { id: 'birth_certificate', anyOf: ['birth-certificate'], first: true },
    { id: 'mother_id', anyOf: identityProof, first: true },
    // There may be no father to ask.
    { id: 'father_id', anyOf: identityProof, optional: true },
    {
      id: 'school_record',
      anyOf: ['school-certificate'],
      when: "change_type in ['child-name-spelling', 'dob']",
      optional: true,
    },
    { id: 'birth_slip', anyOf: ['birth-slip'], when: needsHospital },
    { id: 'affidavit', anyOf: ['affidavit'], when: isCorrection },
    // Rule 11: two who knew the facts declare them.
    { id: 'second_affidavit', anyOf: ['affidavit'], when: needsHospital },
  ],
  fee: [
    {
      id: 'late-name',
      when: "change_type == 'add-name' and years_since(registration_date) >= 1",
      rupees: { value: '5', from: '2000-01-01', verified: true, source: rules1999 },
    },
    furtherCopies,
  ],
  timeLimits: [
    { ...withinAWeek, when: "change_type == 'add-name'" },
    {
      days: {
        value: 15,
        from: '2011-09-15',
        verified: false,
        source: 'MCD citizen charter; the figure is not confirmed',
      },
      unit: 'working',
    },
  ],
  steps: [
    { role: 'dealing-assistant', action: 'scrutiny', days: 2 },
    { role: 'sub-registrar-bd', action: 'check-register', days: 3 },
    { role: 'registrar-bd', action: 'approve', days: 2, when: "change_type == 'add-name'" },
    { role: 'registrar-bd', action: 'approve', days: 10, when: isCorrection },
  ],
  appeal: { to: 'zone-officer', withinDays: 30 },
  subject: ['registration_no'],
  printed: ['registration_no', 'registration_date', 'child_dob', 'change_type', 'present_entry', 'correct_entry'],
  flags: ['third-party'],
});
