import {
  appeal,
  byVehicle,
  fee,
  rule81,
  scrutinyAndPrint,
  smartCard,
  withinDays,
} from '#config/services/shared/central-motor-rules.ts';
import { aadhaarRef, applicantName, vehicleNo } from '#config/services/shared/fields.ts';
import { chassisLast5, lossReason, lostReportNo, vehicleClass, wasReported } from '#config/services/shared/vehicles.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** A second copy of a registration certificate (Form 26). */
export const vehicleRcDuplicate = defineService({
  id: 'vehicle-rc-duplicate',
  department: 'transport',
  category: 'transport',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    {
      // Numbers of the BH series begin with a year and name no State.
      id: 'of_delhi',
      when: "not (vehicle_no >= 'A' and (vehicle_no < 'DL' or vehicle_no >= 'DM'))",
      otherwise: 'block',
    },
    { id: 'stolen', when: "not registered('blocked-vehicles', vehicle_no)", otherwise: 'block' },
    { id: 'dues', when: 'not (dues > 0)', otherwise: 'block' },
  ],
  questions: [
    lossReason,
    vehicleNo,
    chassisLast5,
    vehicleClass,
    { ...applicantName, prefill: ['vehicle-rc.owner', 'aadhaar.name'] },
    lostReportNo,
    { id: 'hypothecation', type: 'yes-no', prefill: ['vehicle-rc.hypothecation'] },
    aadhaarRef,
  ],
  papers: [
    { id: 'lost_report', anyOf: ['fir-copy'], when: wasReported },
    { id: 'torn_rc', anyOf: ['vehicle-rc'], when: "reason == 'torn'" },
    { id: 'insurance', anyOf: ['vehicle-insurance'] },
    { id: 'puc', anyOf: ['puc-certificate'] },
    { id: 'financier_noc', anyOf: ['financier-noc'], when: "hypothecation == 'yes'", optional: true },
    { id: 'identity', anyOf: ['identity-proof', 'aadhaar', 'voter-id', 'passport', 'driving-licence', 'pan-card'] },
  ],
  fee: [
    ...byVehicle,
    fee('certificate', '2500', rule81, "vehicle_class in ['imported-motorcycle', 'imported-car']"),
    smartCard(rule81),
  ],
  timeLimits: [withinDays(7)],
  steps: [{ role: 'auto', action: 'check', days: 0 }, ...scrutinyAndPrint(3, 2)],
  appeal,
  subject: ['vehicle_no'],
  printed: ['vehicle_no', 'applicant_name', 'vehicle_class', 'hypothecation', 'issued_on'],
  flags: ['third-party'],
});
