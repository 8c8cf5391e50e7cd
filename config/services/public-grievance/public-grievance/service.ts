import { applicantName, email, presentAddress } from '#config/services/shared/fields.ts';
import { publicBodies } from '#config/services/shared/public-bodies.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const askedForBribe = "category in ['delay', 'refusal', 'behaviour']";
const bribed = `(category == 'bribe' or ${askedForBribe} and bribe == 'yes')`;
const charter = 'Public Grievance Monitoring System of the Delhi Government';

/** A complaint about a department or a body of the Delhi Government. */
export const publicGrievance = defineService({
  id: 'public-grievance',
  department: 'public-grievance',
  category: 'help',
  kind: 'complaint',
  outcome: 'acknowledgement',
  version: '2026-11-01',
  rules: [
    { id: 'in_court', when: "excluded_matter != 'court'", otherwise: 'block' },
    { id: 'rti', when: "excluded_matter != 'rti'", otherwise: 'block' },
    { id: 'service_matter', when: "excluded_matter != 'employee'", otherwise: 'block' },
    { id: 'other_government', when: "excluded_matter != 'other-government'", otherwise: 'block' },
    { id: 'sanitation', when: "not (department == 'mcd' and category == 'quality')", otherwise: 'warn' },
    { id: 'water', when: "not (department == 'jal-board' and category == 'quality')", otherwise: 'warn' },
  ],
  questions: [
    { id: 'description', type: 'long-text', min: 20, max: 3000 },
    { id: 'department', type: 'choice', choices: publicBodies, master: 'public-bodies' },
    { id: 'category', type: 'choice', choices: ['delay', 'refusal', 'bribe', 'behaviour', 'quality', 'other'] },
    { id: 'bribe', type: 'yes-no', when: askedForBribe, sensitive: true },
    { id: 'relief', type: 'text', min: 3, max: 300 },
    { id: 'anonymous', type: 'yes-no', when: `not ${bribed}` },
    applicantName,
    { id: 'reference_no', type: 'text', optional: true, quiet: true, max: 40 },
    { id: 'location', type: 'location', optional: true, quiet: true },
    {
      // What this office may not take up; shown in the summary, so that whom it concerns can say so.
      id: 'excluded_matter',
      type: 'choice',
      choices: ['none', 'court', 'rti', 'employee', 'other-government'],
      presumed: 'none',
      quiet: true,
    },
    { ...presentAddress, pattern: '^[1-9]\\d{5}$', optional: true, quiet: true },
    email,
  ],
  papers: [{ id: 'photo', anyOf: ['complaint-photo', 'bill-copy'], optional: true }],
  timeLimits: [
    {
      days: { value: 21, from: '2020-06-24', verified: false, source: `${charter}; 30 days at the most` },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'auto', action: 'classify-and-route', days: 0 },
    { role: 'vigilance-officer', action: 'act', days: 21, when: bribed },
    { role: 'nodal-officer', action: 'assign', days: 1, when: `not ${bribed}` },
    { role: 'nodal-officer', action: 'act', days: 15, when: `not ${bribed}` },
    { role: 'nodal-officer', action: 'reply', days: 5, when: `not ${bribed}` },
  ],
  appeal: { to: 'faa', withinDays: 30 },
  complaint: {
    confirmWithinDays: { value: 7, from: '2020-06-24', verified: false, source: charter },
    escalateTo: 'faa',
    anonymous: `anonymous == 'yes' or ${bribed}`,
  },
  notices: [{ id: 'bribe_hidden', when: bribed }, { id: 'bring_proof' }],
  printed: ['number', 'department', 'category', 'description', 'relief', 'issued_on'],
  flags: ['sensitive'],
});
