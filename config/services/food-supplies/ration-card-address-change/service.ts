import { applicantName, presentAddress, rationCardNo } from '#config/services/shared/fields.ts';
import { addressProof } from '#config/services/shared/papers.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const moves = "change != 'fps'";
const otherCircle = "change == 'other-circle'";
const sameCircle = "change != 'other-circle'";

/** A ration card follows its family to another address, or to another fair price shop. */
export const rationCardAddressChange = defineService({
  id: 'ration-card-address-change',
  department: 'food-supplies',
  category: 'ration',
  kind: 'application',
  outcome: 'card',
  version: '2026-11-01',
  questions: [
    rationCardNo,
    { id: 'change', type: 'choice', choices: ['same-circle', 'other-circle', 'fps'] },
    { ...presentAddress, id: 'new_address', when: moves },
    { id: 'new_fps', type: 'text', max: 100 },
    applicantName,
    // The officer knows the circle of an address.
    { id: 'new_circle', type: 'text', when: otherCircle, optional: true, quiet: true, max: 60 },
    { id: 'reason', type: 'text', optional: true, quiet: true, max: 200 },
  ],
  papers: [
    { id: 'ration_card', anyOf: ['ration-card'], first: true },
    { id: 'address_proof', anyOf: addressProof.filter((type) => type !== 'ration-card'), when: moves },
  ],
  timeLimits: [
    {
      when: otherCircle,
      days: {
        value: 45,
        from: '2011-09-15',
        verified: true,
        source: 'Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011, schedule',
      },
      unit: 'calendar',
    },
    {
      days: {
        value: 12,
        from: '2011-09-15',
        verified: true,
        source: 'Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011, schedule',
      },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'fs-inspector', action: 'verify', days: 6, when: sameCircle },
    { role: 'fso', action: 'approve', days: 6, when: sameCircle },
    { role: 'fso', action: 'release', days: 15, when: otherCircle },
    { role: 'fs-inspector', action: 'verify', days: 15, when: otherCircle },
    { role: 'fso', action: 'approve', days: 15, when: otherCircle },
  ],
  appeal: { to: 'adm', withinDays: 30 },
  subject: ['ration_card_no', 'change'],
  notices: [{ id: 'old_shop' }],
  printed: ['ration_card_no', 'applicant_name', 'new_address', 'new_circle', 'new_fps'],
});
