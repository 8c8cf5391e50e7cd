import {
  appeal,
  fee,
  licenceOfDelhi,
  rule32,
  scrutinyAndPrint,
  smartCard,
  withinDays,
} from '#config/services/shared/central-motor-rules.ts';
import { aadhaarRef, applicantName, dateOfBirth, dlNo, presentAddress } from '#config/services/shared/fields.ts';
import { healthDeclaration, healthOther, licenceClasses, needsDoctor } from '#config/services/shared/vehicles.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const daysOver = 'days_since(valid_to)';
const late = `${daysOver} > 365`;
const days = 'today - date_of_birth';
/** In days: to the 40th birthday; ten years from 30 on; to the 60th birthday from 50 on; five years from 55 on. */
const privateDays = `max(14610 - (${days}), min(3652, max(21915 - (${days}), 1826)))`;

/** A driving licence made valid again, up to a year before it ends or after. */
export const drivingLicenceRenewal = defineService({
  id: 'driving-licence-renewal',
  department: 'transport',
  category: 'transport',
  kind: 'application',
  outcome: 'licence',
  version: '2026-11-01',
  rules: [
    { id: 'too_early', when: `${daysOver} >= -365`, otherwise: 'block' },
    { id: 'test_again', when: `not (${late})`, otherwise: 'warn' },
    { id: 'suspended', when: "not registered('suspended-licences', dl_no)", otherwise: 'block' },
    { id: 'of_delhi', when: `resident_delhi or (${licenceOfDelhi})`, otherwise: 'block' },
  ],
  questions: [
    dlNo,
    { ...applicantName, prefill: ['driving-licence.name', 'aadhaar.name'] },
    { ...dateOfBirth, prefill: ['driving-licence.dob', 'aadhaar.dob'] },
    {
      id: 'valid_to',
      type: 'date',
      notBefore: 'today-40y',
      notAfter: 'today+40y',
      prefill: ['driving-licence.valid_to'],
    },
    {
      id: 'classes',
      type: 'multi-choice',
      choices: licenceClasses,
      master: 'licence-classes',
      prefill: ['driving-licence.classes'],
    },
    { id: 'address_same', type: 'yes-no' },
    // A holder who moved away may still renew the licence of Delhi.
    { ...presentAddress, pattern: '^[1-9]\\d{5}$', prefill: ['driving-licence.address', 'aadhaar.address'] },
    healthDeclaration,
    healthOther,
    aadhaarRef,
    {
      id: 'private_valid_to',
      type: 'date',
      when: "'mcwog' in classes or 'mcwg' in classes or 'lmv' in classes",
      computed: `today + ${privateDays}`,
    },
    { id: 'transport_valid_to', type: 'date', when: "'transport' in classes", computed: 'today + 1826' },
  ],
  papers: [
    { id: 'driving_licence', anyOf: ['driving-licence'], first: true },
    { id: 'medical_certificate', anyOf: ['medical-certificate'], when: needsDoctor },
    {
      id: 'address_proof',
      anyOf: ['address-proof', 'aadhaar', 'voter-id', 'passport', 'electricity-bill', 'water-bill', 'rent-agreement'],
      when: "address_same == 'no'",
    },
    { id: 'photo', anyOf: ['photo'] },
    { id: 'signature', anyOf: ['signature'] },
  ],
  fee: [
    fee('renewal', '200', rule32, `not (${late})`, false),
    fee('late-renewal', '300', rule32, late),
    fee('delay', `1000 * ceil((${daysOver} - 365) / 365)`, rule32, late),
    smartCard(rule32),
  ],
  timeLimits: [withinDays(7)],
  steps: [
    { role: 'rto-assistant', action: 'scrutiny', days: 2 },
    { role: 'motor-licensing-officer', action: 'test-of-competence', days: 0, when: late, visit: 'office' },
    ...scrutinyAndPrint(2, 3).slice(1),
  ],
  appeal,
  subject: ['dl_no'],
  validity: {
    until: {
      value: ['private_valid_to', 'transport_valid_to'],
      from: '2019-09-01',
      verified: true,
      source: 'Motor Vehicles Act, 1988, section 14, as amended in 2019; years are counted in days',
    },
    remindDaysBefore: [365, 60, 30, 0],
    renewBy: 'driving-licence-renewal',
  },
  notices: [{ id: 'address_too', when: "address_same == 'no'" }],
  printed: ['dl_no', 'applicant_name', 'date_of_birth', 'present_address', 'classes', 'issued_on', 'valid_to'],
  flags: ['renewable', 'third-party'],
});
