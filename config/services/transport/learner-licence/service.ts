import { appeal, fee, rule32, withinDays } from '#config/services/shared/central-motor-rules.ts';
import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  email,
  fatherOrHusbandName,
  gender,
  permanentAddress,
  presentAddress,
} from '#config/services/shared/fields.ts';
import { healthDeclaration, healthOther, licenceClasses, needsDoctor } from '#config/services/shared/vehicles.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const classFee = (value: string) => fee(`class-${value}`, '150', rule32, `'${value}' in classes`);
const forTransport = "'transport' in classes";

/** The licence with which one learns to drive. */
export const learnerLicence = defineService({
  id: 'learner-licence',
  department: 'transport',
  category: 'transport',
  kind: 'application',
  outcome: 'licence',
  version: '2026-11-01',
  rules: [
    { id: 'age_mcwog', when: "not ('mcwog' in classes) or age >= 16", otherwise: 'block' },
    { id: 'age_18', when: "not ('mcwg' in classes or 'lmv' in classes) or age >= 18", otherwise: 'block' },
    { id: 'age_transport', when: `not (${forTransport}) or age >= 20`, otherwise: 'block' },
    { id: 'car_licence_first', when: `not (${forTransport}) or years_since(lmv_since) >= 1`, otherwise: 'block' },
    { id: 'resident', when: 'resident_delhi', otherwise: 'block' },
    { id: 'already_issued', when: "not (already_issued == 'yes')", otherwise: 'warn' },
  ],
  questions: [
    { id: 'classes', type: 'multi-choice', choices: licenceClasses, master: 'licence-classes' },
    applicantName,
    fatherOrHusbandName,
    dateOfBirth,
    gender,
    { id: 'guardian_consent', type: 'yes-no', when: 'age < 18', pattern: '^yes$' },
    { id: 'lmv_since', type: 'date', when: forTransport, notBefore: 'date_of_birth', notAfter: 'today' },
    presentAddress,
    permanentAddress,
    { id: 'blood_group', type: 'choice', choices: ['A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-', 'unknown'] },
    healthDeclaration,
    healthOther,
    { id: 'organ_donor', type: 'yes-no' },
    { id: 'test_mode', type: 'choice', choices: ['online', 'office'] },
    aadhaarRef,
    email,
  ],
  papers: [
    {
      id: 'age_proof',
      anyOf: ['age-proof', 'aadhaar', 'birth-certificate', 'school-certificate', 'passport', 'pan-card', 'voter-id'],
      first: true,
    },
    {
      id: 'address_proof',
      anyOf: ['address-proof', 'aadhaar', 'voter-id', 'passport', 'electricity-bill', 'water-bill', 'rent-agreement'],
    },
    { id: 'photo', anyOf: ['photo'] },
    { id: 'signature', anyOf: ['signature'] },
    { id: 'medical_certificate', anyOf: ['medical-certificate'], when: needsDoctor },
  ],
  fee: [...licenceClasses.map(classFee), fee('test', '50', rule32)],
  timeLimits: [withinDays(1, 'working', 'Transport Department, one day after the test is passed; not confirmed')],
  steps: [
    { role: 'auto', action: 'identity-check', days: 0 },
    { role: 'auto', action: 'online-test', days: 0, when: "test_mode == 'online'" },
    { role: 'rto-assistant', action: 'test-at-office', days: 0, when: "test_mode == 'office'", visit: 'office' },
    { role: 'motor-licensing-officer', action: 'approve', days: 1 },
  ],
  appeal,
  validity: {
    until: {
      value: ['issued+6m'],
      from: '1989-07-01',
      verified: true,
      source: 'Motor Vehicles Act, 1988, section 14',
    },
    // After 30 days the driving test may be taken; after 150 it is time.
    remindDaysBefore: [150, 30],
  },
  printed: [
    'number',
    'applicant_name',
    'father_or_husband_name',
    'date_of_birth',
    'present_address',
    'classes',
    'blood_group',
    'issued_on',
    'valid_to',
  ],
  flags: ['third-party'],
});
