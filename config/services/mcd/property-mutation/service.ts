import {
  aadhaarRef,
  applicantName,
  email,
  fatherOrHusbandName,
  relationToApplicant,
  upic,
} from '#config/services/shared/fields.ts';
import { identityProof } from '#config/services/shared/papers.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const hasDeed = "basis in ['sale', 'gift', 'conveyance', 'relinquishment']";
const ownerDied = "basis in ['inheritance', 'will']";
const needsNotice = "basis in ['gpa', 'will']";
/** Since 2019 the sub-registrar tells the MCD of each deed. */
const isAutomatic = `${hasDeed} and deed_date >= '2019-01-01'`;
const charter = 'MCD citizen charter; the figure is not confirmed';

/** The new owner's name in the register of property tax. It confers no title. */
export const propertyMutation = defineService({
  id: 'property-mutation',
  department: 'mcd',
  category: 'property',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-25',
  rules: [
    { id: 'dues', when: 'dues == 0', otherwise: 'block' },
    { id: 'shares', when: 'new_owners_share_sum == 100', otherwise: 'block' },
    { id: 'automatic', when: `not (${isAutomatic})`, otherwise: 'warn' },
  ],
  questions: [
    {
      id: 'basis',
      type: 'choice',
      choices: ['sale', 'gift', 'conveyance', 'inheritance', 'will', 'relinquishment', 'court', 'gpa'],
    },
    upic,
    { id: 'present_owner', type: 'person-name', min: 2, max: 100, prefill: ['property-tax-receipt.owner'] },
    { id: 'deed_no', type: 'text', when: hasDeed, min: 3, max: 40, prefill: ['title-deed.deed_no'] },
    {
      id: 'deed_date',
      type: 'date',
      when: hasDeed,
      notBefore: 'today-100y',
      notAfter: 'today',
      prefill: ['title-deed.date'],
    },
    {
      id: 'date_of_death',
      type: 'date',
      when: ownerDied,
      notBefore: 'today-100y',
      notAfter: 'today',
      prefill: ['death-certificate.date_of_death'],
    },
    {
      id: 'heirs',
      type: 'list',
      when: "basis == 'inheritance'",
      min: 1,
      max: 30,
      items: [
        { id: 'name', type: 'person-name', min: 2, max: 100 },
        {
          id: 'relation',
          type: 'choice',
          choices: (relationToApplicant.choices ?? []).filter((relation) => !['self', 'guardian'].includes(relation)),
        },
        { id: 'consents', type: 'yes-no' },
      ],
    },
    {
      id: 'new_owners',
      type: 'list',
      min: 1,
      max: 20,
      items: [
        { id: 'name', type: 'person-name', min: 2, max: 100 },
        { id: 'share', type: 'number', min: 1, max: 100 },
      ],
    },
    applicantName,
    fatherOrHusbandName,
    { ...aadhaarRef, optional: true, quiet: true },
    email,
  ],
  papers: [
    { id: 'property_tax_receipt', anyOf: ['property-tax-receipt'], first: true },
    { id: 'title_deed', anyOf: ['title-deed'], when: hasDeed, first: true },
    { id: 'death_certificate', anyOf: ['death-certificate'], when: ownerDied, first: true },
    {
      id: 'succession',
      anyOf: ['succession-document', 'surviving-member-certificate'],
      when: "basis in ['inheritance', 'will', 'court']",
    },
    { id: 'no_objection', anyOf: ['no-objection'], when: "basis == 'inheritance' and heirs_count > new_owners_count" },
    { id: 'power_of_attorney', anyOf: ['power-of-attorney'], when: "basis == 'gpa'" },
    { id: 'identity', anyOf: identityProof },
    { id: 'affidavit', anyOf: ['affidavit'] },
    { id: 'indemnity_bond', anyOf: ['indemnity-bond'] },
  ],
  fee: [
    { id: 'court', rupees: { value: '3', from: '2011-01-01', verified: true, source: 'MCD, court fee on mutation' } },
    {
      id: 'apportionment',
      when: 'new_owners_count > 1',
      rupees: { value: '100 * new_owners_count', from: '2011-01-01', verified: false, source: charter },
    },
  ],
  timeLimits: [
    { when: isAutomatic, days: { value: 7, from: '2019-01-01', verified: false, source: charter }, unit: 'working' },
    { days: { value: 30, from: '2011-09-15', verified: false, source: charter }, unit: 'working' },
  ],
  steps: [
    { role: 'dealing-assistant', action: 'scrutiny', days: 5 },
    { role: 'tax-inspector', action: 'verify', days: 10, when: `not (${isAutomatic})`, visit: 'field' },
    { role: 'assessor', action: 'public-notice', days: 15, when: needsNotice },
    { role: 'assessor', action: 'approve', days: 15 },
  ],
  appeal: { to: 'joint-assessor', withinDays: 30 },
  subject: ['upic'],
  notices: [{ id: 'public_notice', when: needsNotice }, { id: 'no_title' }],
  printed: [
    'number',
    'upic',
    'present_owner',
    'new_owners',
    'basis',
    'deed_no',
    'deed_date',
    'date_of_death',
    'issued_on',
  ],
  flags: ['third-party', 'statutory-query'],
});
