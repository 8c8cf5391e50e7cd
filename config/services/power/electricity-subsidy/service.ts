import { applicantName, caNo } from '#config/services/shared/fields.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** Whether a home takes the subsidy on electricity; to be said again each year. */
export const electricitySubsidy = defineService({
  id: 'electricity-subsidy',
  department: 'power',
  category: 'electricity',
  kind: 'application',
  outcome: 'acknowledgement',
  version: '2026-11-01',
  questions: [
    caNo,
    { id: 'choice', type: 'choice', choices: ['opt-in', 'opt-out'] },
    { id: 'beneficiary', type: 'choice', choices: ['owner', 'tenant'] },
    applicantName,
  ],
  papers: [{ id: 'electricity_bill', anyOf: ['electricity-bill'], optional: true, first: true }],
  timeLimits: [
    {
      days: { value: 3, from: '2022-10-01', verified: true, source: 'Delhi electricity subsidy by choice, since 2022' },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'auto', action: 'verify-consumer', days: 0 },
    { role: 'auto', action: 'send-to-discom', days: 1 },
    { role: 'discom-desk', action: 'confirm', days: 2 },
  ],
  appeal: { to: 'faa', withinDays: 30 },
  subject: ['ca_no'],
  validity: {
    until: {
      value: ['issued+1y'],
      from: '2022-10-01',
      verified: true,
      source: 'Delhi electricity subsidy by choice, since 2022: said again each year',
    },
    remindDaysBefore: [30],
    renewBy: 'electricity-subsidy',
  },
  notices: [{ id: 'subsidy', when: "choice == 'opt-in'" }],
  printed: ['ca_no', 'applicant_name', 'choice', 'beneficiary'],
  flags: ['renewable', 'third-party'],
});
