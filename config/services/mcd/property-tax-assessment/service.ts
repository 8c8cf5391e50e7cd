import {
  colonies,
  colonyCategories,
  floorNames,
  OTHER_COLONY,
  occupancies,
  propertyUses,
  structures,
} from '#config/services/shared/colonies.ts';
import { aadhaarRef, applicantName, email, fatherOrHusbandName, mcdZone } from '#config/services/shared/fields.ts';
import { identityProof } from '#config/services/shared/papers.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** The number of a property, and the facts from which its tax is worked out. */
export const propertyTaxAssessment = defineService({
  id: 'property-tax-assessment',
  department: 'mcd',
  category: 'property',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-25',
  rules: [
    { id: 'local_body', when: "local_body == 'mcd'", otherwise: 'block' },
    { id: 'already_issued', when: "not (already_issued == 'yes')", otherwise: 'block' },
    { id: 'shares', when: "ownership != 'joint' or owners_share_sum == 100", otherwise: 'block' },
  ],
  questions: [
    {
      id: 'property_kind',
      type: 'choice',
      choices: ['house', 'flat-dda-cghs', 'flat-other', 'shop', 'office', 'industrial', 'institution', 'vacant-land'],
    },
    {
      id: 'property_address',
      type: 'address',
      pattern: '^11\\d{4}$',
      prefill: ['title-deed.address', 'electricity-bill.address'],
    },
    mcdZone,
    { id: 'colony', type: 'choice', choices: colonies, master: 'colonies' },
    { id: 'category', type: 'choice', choices: colonyCategories, when: `colony == '${OTHER_COLONY}'` },
    {
      id: 'floors',
      type: 'list',
      min: 1,
      max: 15,
      items: [
        { id: 'floor', type: 'choice', choices: floorNames },
        { id: 'covered_area_sqm', type: 'number', min: 1, max: 100_000 },
        { id: 'use', type: 'choice', choices: propertyUses },
        { id: 'occupancy', type: 'choice', choices: occupancies },
        { id: 'structure', type: 'choice', choices: structures },
        { id: 'built_year', type: 'number', min: 1900, max: 2100 },
      ],
    },
    {
      id: 'ownership',
      type: 'choice',
      choices: ['single', 'joint', 'company', 'government'],
      presumed: 'single',
    },
    applicantName,
    fatherOrHusbandName,
    {
      id: 'owners',
      type: 'list',
      when: "ownership == 'joint'",
      min: 2,
      max: 20,
      items: [
        { id: 'name', type: 'person-name', min: 2, max: 100 },
        { id: 'share', type: 'number', min: 1, max: 100 },
      ],
    },
    {
      id: 'rebate_claim',
      type: 'choice',
      choices: ['none', 'woman', 'senior', 'disabled', 'ex-serviceman'],
      when: "ownership in ['single', 'joint']",
    },
    { id: 'location', type: 'location', optional: true, quiet: true },
    {
      id: 'electricity_ca',
      type: 'account-number',
      of: 'electricity',
      pattern: '^\\d{9,12}$',
      optional: true,
      quiet: true,
      prefill: ['electricity-bill.ca_no'],
    },
    { ...aadhaarRef, optional: true, quiet: true },
    email,
  ],
  papers: [
    { id: 'title', anyOf: ['title-deed', 'power-of-attorney'], first: true },
    { id: 'identity', anyOf: identityProof, first: true },
    { id: 'bill', anyOf: ['electricity-bill', 'water-bill'], first: true },
    { id: 'property_photo', anyOf: ['property-photo'] },
    {
      id: 'disability_certificate',
      anyOf: ['disability-certificate'],
      when: "rebate_claim == 'disabled'",
    },
    { id: 'building_plan', anyOf: ['building-plan'], optional: true },
    { id: 'old_receipt', anyOf: ['property-tax-receipt'], optional: true },
  ],
  timeLimits: [
    {
      days: {
        value: 15,
        from: '2022-07-16',
        verified: false,
        source: 'MCD citizen charter; the figure is not confirmed',
      },
      unit: 'working',
    },
  ],
  steps: [
    { role: 'auto', action: 'provisional-upic', days: 0 },
    { role: 'tax-inspector', action: 'verify', days: 10, visit: 'field' },
    { role: 'assessor', action: 'approve', days: 5 },
  ],
  appeal: { to: 'joint-assessor', withinDays: 30 },
  subject: ['property_address'],
  notices: [{ id: 'true_statement' }],
  printed: [
    'upic',
    'applicant_name',
    'owners',
    'property_address',
    'colony',
    'category',
    'property_kind',
    'floors',
    'rebate_claim',
    'issued_on',
  ],
  flags: ['field-visit'],
});
