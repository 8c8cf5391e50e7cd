import { applicantName, rationCardNo } from '#config/services/shared/fields.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const adds = "change in ['add-birth', 'add-marriage', 'add-other']";
const addsWhoLivedElsewhere = "change in ['add-marriage', 'add-other']";

/** Members come to a ration card or leave it; the head of the household may change too. */
export const rationCardMemberChange = defineService({
  id: 'ration-card-member-change',
  department: 'food-supplies',
  category: 'ration',
  kind: 'application',
  outcome: 'card',
  version: '2026-11-01',
  rules: [{ id: 'other_card', when: "on_other_card == 'no'", otherwise: 'block' }],
  questions: [
    rationCardNo,
    {
      id: 'change',
      type: 'choice',
      choices: ['add-birth', 'add-marriage', 'add-other', 'delete-death', 'delete-marriage', 'new-head'],
    },
    {
      id: 'member_name',
      type: 'person-name',
      min: 2,
      max: 100,
      prefill: ['birth-certificate.name'],
    },
    {
      id: 'member_dob',
      type: 'date',
      when: adds,
      notBefore: 'today-120y',
      notAfter: 'today',
      prefill: ['birth-certificate.dob'],
    },
    {
      id: 'member_gender',
      type: 'choice',
      when: adds,
      choices: ['male', 'female', 'transgender'],
      prefill: ['birth-certificate.gender'],
    },
    {
      id: 'member_relation',
      type: 'choice',
      when: adds,
      choices: ['spouse', 'son', 'daughter', 'father', 'mother', 'brother', 'sister', 'other'],
    },
    {
      // Small children need not have one yet.
      id: 'member_aadhaar',
      type: 'id-number',
      of: 'aadhaar',
      when: `${adds} and years_since(member_dob) >= 5`,
      sensitive: true,
    },
    { id: 'on_other_card', type: 'yes-no', when: addsWhoLivedElsewhere },
    {
      id: 'event_date',
      type: 'date',
      when: "change in ['delete-death', 'add-marriage']",
      notBefore: 'today-50y',
      notAfter: 'today',
      prefill: ['death-certificate.date_of_death', 'marriage-certificate.date_of_marriage'],
    },
    applicantName,
  ],
  papers: [
    { id: 'ration_card', anyOf: ['ration-card'], first: true },
    { id: 'birth_certificate', anyOf: ['birth-certificate'], when: "change == 'add-birth'" },
    { id: 'member_aadhaar_card', anyOf: ['aadhaar'], when: addsWhoLivedElsewhere },
    { id: 'death_certificate', anyOf: ['death-certificate'], when: "change in ['delete-death', 'new-head']" },
    {
      id: 'marriage_certificate',
      anyOf: ['marriage-certificate', 'marriage-invitation'],
      when: "change == 'add-marriage'",
      optional: true,
    },
  ],
  timeLimits: [
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
    { role: 'fs-inspector', action: 'verify', days: 6 },
    { role: 'fso', action: 'approve', days: 6 },
  ],
  appeal: { to: 'adm', withinDays: 30 },
  subject: ['ration_card_no', 'change', 'member_name'],
  printed: ['ration_card_no', 'applicant_name', 'change', 'member_name', 'member_dob', 'member_relation'],
});
