import {
  appeal,
  byVehicle,
  fee,
  rule81,
  scrutinyAndPrint,
  smartCard,
  withinDays,
} from '#config/services/shared/central-motor-rules.ts';
import { aadhaarRef, vehicleNo } from '#config/services/shared/fields.ts';
import { chassisLast5, vehicleClass } from '#config/services/shared/vehicles.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const sold = "kind == 'sale'";
const inherited = "kind == 'inheritance'";
const twoWheeled = "vehicle_class in ['motorcycle', 'imported-motorcycle']";

/** A month begun counts whole. A buyer from another State has 45 days to report the sale. */
const late = (rupees: number, vehicle: string, buyer: 'yes' | 'no', days: number) =>
  fee(
    'late',
    `${rupees} * ceil((days_since(sale_date) - ${days}) / 30)`,
    'Motor Vehicles Act, 1988, section 50, and rule 81; counted by the month, not confirmed',
    `${sold} and days_since(sale_date) > ${days} and buyer_in_delhi == '${buyer}' and ${vehicle}`,
    false,
  );

/** A vehicle goes to the name of its buyer or heir. */
export const vehicleOwnershipTransfer = defineService({
  id: 'vehicle-ownership-transfer',
  department: 'transport',
  category: 'transport',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    {
      id: 'end_of_life_diesel',
      when: "not (fuel == 'diesel' and years_since(registered_on) >= 10)",
      otherwise: 'block',
    },
    {
      id: 'end_of_life_petrol',
      when: "not (fuel in ['petrol', 'cng'] and years_since(registered_on) >= 15)",
      otherwise: 'block',
    },
    { id: 'buyer_adult', when: 'years_since(buyer_dob) >= 18', otherwise: 'block' },
    { id: 'dues', when: 'not (dues > 0)', otherwise: 'block' },
    { id: 'stolen', when: "not registered('blocked-vehicles', vehicle_no)", otherwise: 'block' },
    {
      id: 'reported_late',
      when: `not (${sold} and days_since(sale_date) > 14 and buyer_in_delhi == 'yes')`,
      otherwise: 'warn',
    },
  ],
  questions: [
    { id: 'kind', type: 'choice', choices: ['sale', 'inheritance', 'auction'] },
    vehicleNo,
    chassisLast5,
    vehicleClass,
    { id: 'fuel', type: 'choice', choices: ['petrol', 'diesel', 'cng', 'electric'], prefill: ['vehicle-rc.fuel'] },
    {
      id: 'registered_on',
      type: 'date',
      notBefore: 'today-60y',
      notAfter: 'today',
      prefill: ['vehicle-rc.registration_date'],
    },
    {
      id: 'sale_date',
      type: 'date',
      when: sold,
      notBefore: 'registered_on',
      notAfter: 'today',
      prefill: ['sale-letter.date'],
    },
    {
      id: 'date_of_death',
      type: 'date',
      when: inherited,
      notAfter: 'today',
      prefill: ['death-certificate.date_of_death'],
    },
    { id: 'seller_name', type: 'person-name', min: 2, max: 100, prefill: ['vehicle-rc.owner', 'sale-letter.seller'] },
    { id: 'seller_mobile', type: 'phone', when: sold },
    { id: 'buyer_name', type: 'person-name', min: 2, max: 100, prefill: ['aadhaar.name', 'sale-letter.buyer'] },
    {
      id: 'buyer_father_name',
      type: 'person-name',
      min: 2,
      max: 100,
      prefill: ['aadhaar.care_of', 'pan-card.father_name'],
    },
    {
      id: 'buyer_dob',
      type: 'date',
      notBefore: 'today-120y',
      notAfter: 'today',
      prefill: ['aadhaar.dob', 'pan-card.dob'],
    },
    { id: 'buyer_address', type: 'address', prefill: ['aadhaar.address'] },
    { id: 'buyer_in_delhi', type: 'yes-no', when: `${sold} and days_since(sale_date) > 14` },
    { id: 'buyer_mobile', type: 'phone' },
    { ...aadhaarRef, id: 'buyer_aadhaar' },
    { id: 'buyer_pan', type: 'id-number', of: 'pan', optional: true, quiet: true, prefill: ['pan-card.pan'] },
    { id: 'hypothecation', type: 'yes-no', prefill: ['vehicle-rc.hypothecation'] },
  ],
  papers: [
    { id: 'vehicle_rc', anyOf: ['vehicle-rc'], first: true },
    { id: 'buyer_aadhaar_card', anyOf: ['aadhaar'], first: true },
    { id: 'sale_letter', anyOf: ['sale-letter'], when: sold },
    { id: 'insurance', anyOf: ['vehicle-insurance'] },
    { id: 'puc', anyOf: ['puc-certificate'] },
    {
      id: 'address_proof',
      anyOf: ['address-proof', 'aadhaar', 'voter-id', 'passport', 'electricity-bill', 'water-bill', 'rent-agreement'],
    },
    { id: 'pan_or_form_60', anyOf: ['pan-card', 'self-declaration'] },
    { id: 'financier_noc', anyOf: ['financier-noc'], when: "hypothecation == 'yes'" },
    { id: 'death_certificate', anyOf: ['death-certificate'], when: inherited },
    { id: 'succession', anyOf: ['surviving-member-certificate', 'succession-document'], when: inherited },
    { id: 'heirs_noc', anyOf: ['no-objection'], when: inherited },
  ],
  fee: [
    ...byVehicle,
    fee('certificate', '1250', rule81, "vehicle_class == 'imported-motorcycle'", false),
    fee('certificate', '2500', rule81, "vehicle_class == 'imported-car'"),
    smartCard(rule81),
    late(300, twoWheeled, 'yes', 14),
    late(500, `not (${twoWheeled})`, 'yes', 14),
    late(300, twoWheeled, 'no', 45),
    late(500, `not (${twoWheeled})`, 'no', 45),
  ],
  timeLimits: [withinDays(7)],
  steps: [{ role: 'auto', action: 'check-dues-challans-theft', days: 0 }, ...scrutinyAndPrint(3, 2)],
  appeal,
  subject: ['vehicle_no'],
  notices: [{ id: 'seller_proof', when: sold }],
  printed: [
    'vehicle_no',
    'buyer_name',
    'buyer_father_name',
    'buyer_address',
    'vehicle_class',
    'fuel',
    'hypothecation',
    'issued_on',
  ],
  flags: ['third-party'],
});
