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
import { lossReason, lostReportNo, wasReported } from '#config/services/shared/vehicles.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** A second copy of a licence that is lost or spoilt, with the same number and validity. */
export const drivingLicenceDuplicate = defineService({
  id: 'driving-licence-duplicate',
  department: 'transport',
  category: 'transport',
  kind: 'application',
  outcome: 'licence',
  version: '2026-11-01',
  rules: [
    { id: 'impounded', when: "not registered('suspended-licences', dl_no)", otherwise: 'block' },
    { id: 'of_delhi', when: licenceOfDelhi, otherwise: 'block' },
    { id: 'expired', when: 'valid_to >= today', otherwise: 'block' },
  ],
  questions: [
    lossReason,
    dlNo,
    applicantName,
    { ...dateOfBirth, prefill: ['driving-licence.dob', 'aadhaar.dob'] },
    { id: 'loss_date', type: 'date', when: wasReported, notAfter: 'today', prefill: ['fir-copy.date'] },
    lostReportNo,
    presentAddress,
    aadhaarRef,
    { id: 'valid_to', type: 'date', optional: true, quiet: true, prefill: ['driving-licence.valid_to'] },
  ],
  papers: [
    { id: 'lost_report', anyOf: ['fir-copy'], when: wasReported },
    { id: 'torn_licence', anyOf: ['driving-licence'], when: "reason == 'torn'" },
    { id: 'identity', anyOf: ['identity-proof', 'aadhaar', 'voter-id', 'passport', 'pan-card', 'ration-card'] },
  ],
  fee: [fee('duplicate', '200', rule32, undefined, false), smartCard(rule32)],
  timeLimits: [withinDays(7)],
  steps: scrutinyAndPrint(3, 2),
  appeal,
  subject: ['dl_no'],
  printed: ['dl_no', 'applicant_name', 'date_of_birth', 'present_address', 'issued_on', 'valid_to'],
  flags: ['third-party'],
});
