import { upic } from '#config/services/shared/fields.ts';
import { licenceShare, shareOfPropertyTax, untilMarch } from '#config/services/shared/trades.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const source = 'MCD trade licence rules; the figure is not confirmed';
const needsOfficer = "('trade' in changes or 'owner' in changes)";

/** Another year of a general trade licence; at once where neither trade nor licensee changes. */
export const tradeLicenceRenewal = defineService({
  id: 'trade-licence-renewal',
  department: 'mcd',
  category: 'licences',
  kind: 'application',
  outcome: 'licence',
  version: '2026-11-25',
  rules: [
    { id: 'not_revoked', when: "not registered('revoked-licences', licence_no)", otherwise: 'block' },
    // From 1 January before the end on 31 March.
    { id: 'window', when: 'days_since(valid_to) >= -90', otherwise: 'block' },
    { id: 'dues', when: 'dues == 0', otherwise: 'block' },
  ],
  questions: [
    { id: 'licence_no', type: 'text', min: 5, max: 30, prefill: ['old-licence.number'] },
    {
      id: 'valid_to',
      type: 'date',
      notBefore: 'today-10y',
      notAfter: 'today+1y',
      prefill: ['old-licence.valid_to'],
    },
    {
      id: 'property_tax',
      type: 'money',
      min: 1_00,
      max: 10_000_000_00,
      prefill: ['property-tax-receipt.amount'],
    },
    { id: 'changes', type: 'multi-choice', choices: ['none', 'area', 'trade', 'owner', 'name'], none: 'none' },
    { id: 'area_sqm', type: 'number', when: "'area' in changes", min: 1, max: 100_000 },
    { id: 'new_details', type: 'text', when: `${needsOfficer} or 'name' in changes`, min: 2, max: 200 },
    { id: 'years', type: 'choice', choices: ['1'], presumed: '1' },
    { ...upic, optional: true, quiet: true },
  ],
  papers: [
    { id: 'old_licence', anyOf: ['old-licence'], optional: true, first: true },
    { id: 'property_tax_receipt', anyOf: ['property-tax-receipt'], first: true },
    { id: 'constitution_paper', anyOf: ['business-constitution'], when: "'owner' in changes" },
    { id: 'fire_noc', anyOf: ['fire-noc'], optional: true },
  ],
  fee: [
    { id: 'licence', rupees: licenceShare },
    {
      // A tenth of the fee for each month or part after 30 April, at most the fee itself.
      id: 'late',
      when: 'days_since(valid_to) > 30',
      rupees: {
        value: `round(${shareOfPropertyTax} * min(10, ceil((days_since(valid_to) - 30) / 31)) / 10)`,
        from: '2026-04-01',
        verified: false,
        source,
      },
    },
  ],
  timeLimits: [
    { when: needsOfficer, days: { value: 15, from: '2026-04-01', verified: false, source }, unit: 'working' },
    { days: { value: 0, from: '2026-04-01', verified: true, source: licenceShare.source }, unit: 'calendar' },
  ],
  steps: [
    { role: 'auto', action: 'check', days: 0 },
    { role: 'auto', action: 'collect', days: 0 },
    { role: 'licensing-inspector', action: 'verify', days: 10, when: needsOfficer, visit: 'field' },
    { role: 'licensing-officer', action: 'approve', days: 5, when: needsOfficer },
    { role: 'auto', action: 'issue', days: 0, when: `not ${needsOfficer}` },
  ],
  appeal: { to: 'zone-officer', withinDays: 30 },
  subject: ['licence_no'],
  validity: untilMarch,
  printed: ['licence_no', 'changes', 'new_details', 'area_sqm', 'upic', 'issued_on', 'valid_to'],
  flags: ['renewable', 'third-party'],
});
