import { kNo } from '#config/services/shared/fields.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** Payment of a water bill by its K. No.; the amount comes with the bill. */
export const waterBillPayment = defineService({
  id: 'water-bill-payment',
  department: 'jal-board',
  category: 'water',
  kind: 'payment',
  outcome: 'receipt',
  version: '2026-11-01',
  questions: [
    kNo,
    { id: 'amount_kind', type: 'choice', choices: ['full', 'part', 'self-reading'], presumed: 'full', quiet: true },
    { id: 'part_amount', type: 'money', when: "amount_kind == 'part'", min: 100_00 },
    { id: 'reading', type: 'number', when: "amount_kind == 'self-reading'", min: 0, max: 1_000_000 },
  ],
  papers: [{ id: 'meter_photo', anyOf: ['complaint-photo'], when: "amount_kind == 'self-reading'" }],
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
  appeal: { to: 'zro', withinDays: 30 },
  dues: { account: 'k_no' },
  printed: ['k_no'],
  flags: ['third-party'],
});
