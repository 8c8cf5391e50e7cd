import { discom } from '#config/services/shared/discoms.ts';
import { caNo } from '#config/services/shared/fields.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** Payment of an electricity bill by its CA number; the amount comes with the bill, less the subsidy. */
export const electricityBillPayment = defineService({
  id: 'electricity-bill-payment',
  department: 'power',
  category: 'electricity',
  kind: 'payment',
  outcome: 'receipt',
  version: '2026-11-01',
  questions: [
    caNo,
    // The bill says it.
    { ...discom, optional: true, quiet: true },
    { id: 'amount_kind', type: 'choice', choices: ['full', 'part'], presumed: 'full', quiet: true },
    { id: 'part_amount', type: 'money', when: "amount_kind == 'part'", min: 100_00 },
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
  appeal: { to: 'faa', withinDays: 30 },
  dues: { account: 'ca_no' },
  printed: ['ca_no', 'discom'],
  flags: ['third-party'],
});
