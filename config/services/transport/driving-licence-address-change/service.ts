import {
  appeal,
  fee,
  rule32,
  scrutinyAndPrint,
  smartCard,
  withinDays,
} from '#config/services/shared/central-motor-rules.ts';
import { aadhaarRef, applicantName, dateOfBirth, dlNo, presentAddress } from '#config/services/shared/fields.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** Another address on a driving licence that goes on as before. */
export const drivingLicenceAddressChange = defineService({
  id: 'driving-licence-address-change',
  department: 'transport',
  category: 'transport',
  kind: 'application',
  outcome: 'licence',
  version: '2026-11-01',
  rules: [
    { id: 'expired', when: 'valid_to >= today', otherwise: 'block' },
    { id: 'suspended', when: "not registered('suspended-licences', dl_no)", otherwise: 'block' },
  ],
  questions: [
    dlNo,
    { ...applicantName, prefill: ['driving-licence.name', 'aadhaar.name'] },
    { ...dateOfBirth, prefill: ['driving-licence.dob', 'aadhaar.dob'] },
    { id: 'old_address', type: 'address', prefill: ['driving-licence.address'] },
    { ...presentAddress, id: 'new_address', prefill: ['aadhaar.address', 'address-proof.address'] },
    { id: 'other_state_dl', type: 'yes-no' },
    aadhaarRef,
    { id: 'valid_to', type: 'date', optional: true, quiet: true, prefill: ['driving-licence.valid_to'] },
  ],
  papers: [
    { id: 'driving_licence', anyOf: ['driving-licence'], first: true },
    // An Aadhaar card with the new address is enough, and saves typing it.
    {
      id: 'address_proof',
      anyOf: [
        'address-proof',
        'aadhaar',
        'voter-id',
        'passport',
        'electricity-bill',
        'water-bill',
        'gas-bill',
        'bank-passbook',
        'rent-agreement',
      ],
      first: true,
    },
    { id: 'photo', anyOf: ['photo'], optional: true },
    { id: 'other_state_noc', anyOf: ['no-objection'], when: "other_state_dl == 'yes'", optional: true },
  ],
  fee: [fee('change', '200', rule32), smartCard(rule32)],
  timeLimits: [withinDays(7)],
  steps: scrutinyAndPrint(3, 2),
  appeal,
  subject: ['dl_no'],
  printed: ['dl_no', 'applicant_name', 'date_of_birth', 'new_address', 'issued_on', 'valid_to'],
  flags: ['third-party'],
});
