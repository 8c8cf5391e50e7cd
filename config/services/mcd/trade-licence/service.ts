import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  email,
  fatherOrHusbandName,
  upic,
} from '#config/services/shared/fields.ts';
import { identityProof } from '#config/services/shared/papers.ts';
import { licenceShare, trades, tradesOf, untilMarch } from '#config/services/shared/trades.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** The licence of a shop, office or store: issued with the payment, looked at afterwards. */
export const tradeLicence = defineService({
  id: 'trade-licence',
  department: 'mcd',
  category: 'licences',
  kind: 'application',
  outcome: 'licence',
  version: '2026-11-25',
  rules: [
    { id: 'local_body', when: "local_body == 'mcd'", otherwise: 'block' },
    { id: 'adult', when: 'age >= 18', otherwise: 'block' },
  ],
  questions: [
    { id: 'trade_group', type: 'choice', choices: Object.keys(tradesOf) },
    {
      id: 'trade_type',
      type: 'choice',
      choices: trades,
      master: 'trades',
      choicesBy: { question: 'trade_group', of: tradesOf },
    },
    { id: 'trade_name', type: 'text', min: 2, max: 150, prefill: ['gst-certificate.trade_name'] },
    {
      id: 'constitution',
      type: 'choice',
      choices: ['proprietor', 'partnership', 'company', 'llp', 'society'],
      presumed: 'proprietor',
    },
    upic,
    {
      id: 'property_tax',
      type: 'money',
      min: 1_00,
      max: 10_000_000_00,
      prefill: ['property-tax-receipt.amount'],
    },
    { id: 'premises_address', type: 'address', pattern: '^11\\d{4}$', prefill: ['electricity-bill.address'] },
    { id: 'area_sqm', type: 'number', min: 1, max: 100_000 },
    { id: 'occupancy', type: 'choice', choices: ['owned', 'rented'] },
    { id: 'start_date', type: 'date', notBefore: 'today-30y', notAfter: 'today+90d' },
    applicantName,
    fatherOrHusbandName,
    { id: 'pan', type: 'id-number', of: 'pan', prefill: ['pan-card.pan'] },
    { id: 'gstin', type: 'id-number', of: 'gstin', optional: true, quiet: true, prefill: ['gst-certificate.gstin'] },
    { id: 'years', type: 'choice', choices: ['1'], presumed: '1' },
    { ...dateOfBirth, optional: true, quiet: true },
    { ...aadhaarRef, optional: true, quiet: true },
    email,
  ],
  papers: [
    { id: 'property_tax_receipt', anyOf: ['property-tax-receipt'], first: true },
    { id: 'identity', anyOf: identityProof, first: true },
    { id: 'premises_proof', anyOf: ['trade-premises-proof', 'rent-agreement', 'title-deed'] },
    { id: 'electricity_bill', anyOf: ['electricity-bill'], first: true },
    { id: 'constitution_paper', anyOf: ['business-constitution'], when: "constitution != 'proprietor'" },
    { id: 'photo', anyOf: ['photo'] },
    { id: 'site_plan', anyOf: ['site-plan'], when: 'area_sqm > 100', optional: true },
    { id: 'gst_certificate', anyOf: ['gst-certificate'], optional: true },
    {
      id: 'fire_noc',
      anyOf: ['fire-noc'],
      when: "trade_type in ['godown', 'cold-store', 'paper-scrap', 'coaching-centre']",
      optional: true,
    },
  ],
  fee: [
    {
      id: 'licence',
      rupees: {
        value: 'max(500, 20 * area_sqm)',
        from: '2010-04-01',
        verified: false,
        source: 'Schedule of licence fees before 2026, by trade, area and colony; not confirmed',
      },
    },
    { id: 'licence', rupees: licenceShare },
  ],
  timeLimits: [
    {
      days: { value: 60, from: '2010-04-01', verified: true, source: 'MCD citizen charter before 2026' },
      when: "today < '2026-04-01'",
      unit: 'calendar',
    },
    {
      days: { value: 0, from: '2026-04-01', verified: true, source: licenceShare.source },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'auto', action: 'fetch-property-tax', days: 0 },
    { role: 'auto', action: 'collect-15-percent', days: 0 },
    { role: 'auto', action: 'issue', days: 0 },
    { role: 'licensing-inspector', action: 'post-check', days: 30, visit: 'field', afterIssue: true },
    { role: 'licensing-officer', action: 'confirm-or-revoke', days: 15, afterIssue: true },
  ],
  appeal: { to: 'zone-officer', withinDays: 30 },
  subject: ['upic', 'trade_type'],
  validity: untilMarch,
  notices: [{ id: 'conditions' }],
  printed: [
    'number',
    'trade_name',
    'trade_type',
    'applicant_name',
    'premises_address',
    'upic',
    'area_sqm',
    'issued_on',
    'valid_to',
  ],
  flags: ['renewable', 'third-party'],
});
