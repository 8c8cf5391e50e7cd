import { chassisLast5 } from '#config/services/shared/vehicles.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** Payment of traffic fines. Offences, places and amounts come with the challans, so they are not asked. */
export const eChallanPayment = defineService({
  id: 'e-challan-payment',
  department: 'transport',
  category: 'transport',
  kind: 'payment',
  outcome: 'receipt',
  version: '2026-11-01',
  rules: [{ id: 'in_court', when: "not registered('challans-in-court', search_value)", otherwise: 'block' }],
  questions: [
    // The number tells by itself what it is of; the rest is taken when it is said.
    { id: 'search_by', type: 'choice', choices: ['challan', 'vehicle', 'dl'], optional: true, quiet: true },
    {
      // The number of a challan, a vehicle (also of the BH series) or a licence.
      id: 'search_value',
      type: 'account-number',
      of: 'challan',
      pattern: '^([A-Z]{2}\\d{5,20}|[A-Z]{2}\\d{1,2}[A-Z]{0,3}\\d{4}|\\d{2}BH\\d{4}[A-Z]{1,2})$',
      prefill: ['bill-copy.challan_no', 'vehicle-rc.number', 'driving-licence.number'],
    },
    { ...chassisLast5, when: "search_by == 'vehicle'", optional: true, quiet: true },
    { id: 'action', type: 'choice', choices: ['pay', 'contest'], presumed: 'pay', quiet: true },
    { id: 'contest_reason', type: 'long-text', when: "action == 'contest'", min: 10, max: 1000 },
  ],
  papers: [{ id: 'photo', anyOf: ['complaint-photo'], when: "action == 'contest'", optional: true }],
  timeLimits: [
    {
      when: "action == 'contest'",
      days: { value: 30, from: '2021-08-11', verified: false, source: 'Central Motor Vehicles Rules, rule 167' },
      unit: 'calendar',
    },
    { days: { value: 0, from: '2021-08-11', verified: true, source: 'Paid and receipted at once' }, unit: 'calendar' },
  ],
  steps: [
    { role: 'auto', action: 'fetch', days: 0, when: "action == 'pay'" },
    { role: 'auto', action: 'collect', days: 0, when: "action == 'pay'" },
    { role: 'auto', action: 'receipt', days: 0, when: "action == 'pay'" },
    { role: 'special-branch', action: 'decide', days: 30, when: "action == 'contest'" },
  ],
  dues: { account: 'search_value', eachByItself: true },
  printed: ['search_value'],
  flags: ['third-party'],
});
