import { defineService } from '#domain/catalogue/service-definition.ts';

/** Payment of property tax by the number of the property. The years and amounts come with the bill, so they are not asked. */
export const propertyTaxPayment = defineService({
  id: 'property-tax-payment',
  department: 'mcd',
  category: 'property',
  kind: 'payment',
  outcome: 'receipt',
  version: '2026-11-01',
  rules: [{ id: 'local_body', when: "local_body == 'mcd'", otherwise: 'block' }],
  questions: [
    { id: 'upic', type: 'account-number', of: 'upic', pattern: '^\\d{15}$', prefill: ['property-tax-receipt.upic'] },
    { id: 'pay_part', type: 'choice', choices: ['full', 'quarter', 'arrears'], presumed: 'full', quiet: true },
  ],
  timeLimits: [
    {
      days: { value: 0, from: '2011-09-15', verified: true, source: 'Paid and receipted at once' },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'auto', action: 'fetch-bill', days: 0 },
    { role: 'auto', action: 'collect', days: 0 },
    { role: 'auto', action: 'receipt', days: 0 },
  ],
  appeal: { to: 'joint-assessor', withinDays: 15 },
  dues: { account: 'upic' },
  printed: ['upic', 'pay_part'],
  flags: ['third-party'],
});
