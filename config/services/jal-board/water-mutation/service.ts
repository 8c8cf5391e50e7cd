import { aadhaarRef, applicantName, dateOfBirth, fatherOrHusbandName, kNo } from '#config/services/shared/fields.ts';
import { identityProof } from '#config/services/shared/papers.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const inherits = "basis == 'inheritance'";

/** Another name on a water connection, after a sale, a death, a gift, an allotment or for a tenant. */
export const waterMutation = defineService({
  id: 'water-mutation',
  department: 'jal-board',
  category: 'water',
  kind: 'application',
  outcome: 'sanction-order',
  version: '2026-11-01',
  rules: [
    { id: 'dues', when: 'dues == 0', otherwise: 'block' },
    { id: 'adult', when: 'age >= 18', otherwise: 'block' },
  ],
  questions: [
    kNo,
    { id: 'present_consumer', type: 'person-name', min: 2, max: 100, prefill: ['water-bill.name'] },
    { id: 'basis', type: 'choice', choices: ['sale', 'inheritance', 'gift', 'allotment', 'rent'] },
    {
      id: 'date_of_death',
      type: 'date',
      when: inherits,
      notBefore: 'today-80y',
      notAfter: 'today',
      prefill: ['death-certificate.date_of_death'],
    },
    applicantName,
    fatherOrHusbandName,
    { ...dateOfBirth, optional: true, quiet: true },
    { ...aadhaarRef, optional: true, quiet: true },
    { id: 'meter_reading', type: 'number', optional: true, quiet: true, min: 0, max: 1_000_000 },
  ],
  papers: [
    { id: 'water_bill', anyOf: ['water-bill'], first: true },
    { id: 'identity', anyOf: identityProof, first: true },
    { id: 'title_deed', anyOf: ['title-deed'], when: "basis in ['sale', 'gift', 'allotment']" },
    { id: 'death_certificate', anyOf: ['death-certificate'], when: inherits },
    { id: 'succession', anyOf: ['surviving-member-certificate', 'succession-document'], when: inherits },
    { id: 'no_objection', anyOf: ['no-objection'], when: "basis in ['inheritance', 'rent']" },
  ],
  timeLimits: [
    {
      days: {
        value: 15,
        from: '2022-01-01',
        verified: false,
        source: 'DJB citizen charter; the figure is not confirmed',
      },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'dealing-assistant', action: 'scrutiny', days: 4 },
    { role: 'meter-reader', action: 'verify', days: 5, visit: 'field' },
    { role: 'zro', action: 'approve', days: 6 },
  ],
  appeal: { to: 'faa', withinDays: 30 },
  subject: ['k_no'],
  notices: [{ id: 'objection' }],
  printed: ['k_no', 'present_consumer', 'applicant_name', 'basis'],
});
