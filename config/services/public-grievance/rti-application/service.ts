import { applicantName, email, nationality, presentAddress } from '#config/services/shared/fields.ts';
import { publicBodies } from '#config/services/shared/public-bodies.ts';
import { defineService, type TimeLimit } from '#domain/catalogue/service-definition.ts';

const act = 'Right to Information Act, 2005';
const first = "kind == 'application'";
const appealed = "kind == 'first-appeal'";

const within = (value: number, unit: TimeLimit['unit'], section: string, when?: string): TimeLimit => ({
  ...(when !== undefined && { when }),
  days: { value, from: '2005-10-12', verified: true, source: `${act}, ${section}` },
  unit,
});

/** A question to a public authority. No reason, no identity card and no Aadhaar number may be asked for. */
export const rtiApplication = defineService({
  id: 'rti-application',
  department: 'public-grievance',
  category: 'help',
  kind: 'application',
  outcome: 'report',
  version: '2026-11-01',
  rules: [{ id: 'citizen', when: 'citizen', otherwise: 'block' }],
  questions: [
    { id: 'kind', type: 'choice', choices: ['application', 'first-appeal'], presumed: 'application' },
    { id: 'original_no', type: 'text', when: appealed, min: 5, max: 40 },
    {
      id: 'appeal_ground',
      type: 'choice',
      when: appealed,
      choices: ['no-reply', 'refused', 'incomplete', 'fee'],
    },
    { id: 'public_authority', type: 'choice', choices: publicBodies, master: 'public-bodies' },
    { id: 'information_sought', type: 'long-text', min: 20, max: 3000 },
    { id: 'period', type: 'text', optional: true, max: 100 },
    { id: 'life_liberty', type: 'yes-no', when: first },
    { id: 'bpl', type: 'yes-no', when: first },
    { id: 'form_wanted', type: 'choice', when: first, choices: ['soft', 'paper', 'inspect'] },
    // Nothing is taken from identity cards, because none may be asked for.
    { ...applicantName, prefill: [] },
    { ...presentAddress, pattern: '^[1-9]\\d{5}$', prefill: [] },
    nationality,
    email,
  ],
  papers: [
    { id: 'bpl_card', anyOf: ['bpl-card'], when: `${first} and bpl == 'yes'` },
    { id: 'reply', anyOf: ['purpose-letter'], when: appealed, optional: true },
  ],
  fee: [
    {
      id: 'application',
      when: `${first} and bpl == 'no'`,
      rupees: { value: '10', from: '2012-07-31', verified: true, source: 'Right to Information Rules, 2012, rule 3' },
    },
  ],
  timeLimits: [
    within(48, 'hours', 'section 7(1)', `${first} and life_liberty == 'yes'`),
    within(30, 'calendar', 'section 19(6), 45 days with reasons', appealed),
    within(30, 'calendar', 'section 7(1); 5 days more when transferred, 40 with a third party'),
  ],
  steps: [
    { role: 'pio', action: 'transfer-or-accept', days: 5, when: first },
    { role: 'pio', action: 'collect-information', days: 20, when: first },
    { role: 'pio', action: 'reply', days: 5, when: first },
    { role: 'faa', action: 'hear', days: 20, when: appealed },
    { role: 'faa', action: 'order', days: 10, when: appealed },
  ],
  appeal: { to: 'faa', withinDays: 30 },
  notices: [
    { id: 'further_fee', when: first },
    { id: 'second_appeal', when: appealed },
  ],
  printed: ['number', 'applicant_name', 'public_authority', 'information_sought', 'period', 'issued_on'],
  flags: ['no-aadhaar', 'sensitive'],
});
