import { aadhaarRef, applicantName, email, fatherOrHusbandName, kNo } from '#config/services/shared/fields.ts';
import { identityProof } from '#config/services/shared/papers.ts';
import { defineService, type FeeLine } from '#domain/catalogue/service-definition.ts';

const squareFeet = 'built_area_sqm * 10.764';
const bigPlot = 'plot_area_sqm > 200';

/** What the Jal Board demands for its mains after the survey; a uniform rate by size of the plot is being prepared. */
const infrastructure = (categories: readonly string[], use: string, rupees: number): FeeLine => ({
  id: 'infrastructure',
  when: `${bigPlot} and colony_category in [${categories.map((each) => `'${each}'`).join(', ')}] and ${use}`,
  rupees: {
    value: `round(${squareFeet} * ${rupees})`,
    from: '2019-01-01',
    verified: false,
    source: 'DJB infrastructure fund charge by colony; which area is counted and the limit of 200 m² are not confirmed',
  },
});
const home = "use in ['domestic', 'mixed']";

/** A new connection to the water main or sewer, or a connection that exists made regular. */
export const waterNewConnection = defineService({
  id: 'water-new-connection',
  department: 'jal-board',
  category: 'water',
  kind: 'application',
  outcome: 'sanction-order',
  version: '2026-11-01',
  rules: [{ id: 'dues', when: 'dues == 0', otherwise: 'block' }],
  questions: [
    { id: 'request', type: 'choice', choices: ['water-sewer', 'water', 'sewer', 'regularise'] },
    applicantName,
    fatherOrHusbandName,
    {
      id: 'property_address',
      type: 'address',
      pattern: '^11\\d{4}$',
      prefill: ['title-deed.address', 'electricity-bill.address'],
    },
    { id: 'jj_colony', type: 'yes-no' },
    {
      id: 'property_type',
      type: 'choice',
      choices: ['house', 'flat', 'shop', 'hotel', 'hospital', 'institution', 'industry'],
    },
    { id: 'use', type: 'choice', choices: ['domestic', 'mixed', 'commercial'] },
    { id: 'rooms_or_beds', type: 'number', when: "property_type in ['hotel', 'hospital']", min: 1, max: 5000 },
    { id: 'plot_area_sqm', type: 'number', min: 1, max: 1_000_000, prefill: ['title-deed.area'] },
    { id: 'built_area_sqm', type: 'number', min: 1, max: 1_000_000 },
    { id: 'floors', type: 'number', min: 1, max: 60 },
    {
      // Only for the estimate of the charge for the mains.
      id: 'colony_category',
      type: 'choice',
      when: bigPlot,
      optional: true,
      choices: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
    },
    { id: 'plumber_licence', type: 'text', optional: true, quiet: true, max: 30 },
    { ...kNo, id: 'neighbour_k_no', optional: true, quiet: true, prefill: [] },
    { ...aadhaarRef, optional: true, quiet: true },
    email,
  ],
  papers: [
    { id: 'identity', anyOf: identityProof, first: true },
    {
      id: 'ownership',
      anyOf: ['title-deed', 'property-tax-receipt', 'electricity-bill', 'power-of-attorney'],
      first: true,
    },
    { id: 'photo', anyOf: ['photo'] },
    { id: 'self_declaration', anyOf: ['self-declaration'] },
    { id: 'no_objection', anyOf: ['no-objection'], optional: true },
    { id: 'site_plan', anyOf: ['site-plan'], when: "request != 'regularise'", optional: true },
  ],
  fee: [
    {
      id: 'connection',
      rupees: {
        value: '2310',
        from: '2019-01-01',
        verified: false,
        source: 'DJB flat rate of 2019 for connection, opening, meter and security; the present split is not confirmed',
      },
    },
  ],
  estimate: [
    infrastructure(['a', 'b'], home, 255.27),
    infrastructure(['c', 'd'], home, 127.64),
    infrastructure(['e', 'f', 'g', 'h'], home, 63.81),
    infrastructure(['a', 'b'], "use == 'commercial'", 446.7),
  ],
  timeLimits: [
    {
      days: { value: 15, from: '2022-01-01', verified: true, source: 'DJB citizen charter; 35 days in the older one' },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'dealing-assistant', action: 'scrutiny', days: 2 },
    { role: 'junior-engineer', action: 'site-survey', days: 5, visit: 'field' },
    { role: 'zro', action: 'sanction-and-demand', days: 4 },
    { role: 'junior-engineer', action: 'connect-and-meter', days: 4, visit: 'field' },
  ],
  appeal: { to: 'executive-engineer', withinDays: 30 },
  subject: ['property_address', 'request'],
  notices: [{ id: 'demand' }],
  printed: ['applicant_name', 'property_address', 'request', 'use', 'plot_area_sqm', 'built_area_sqm', 'floors'],
  flags: ['field-visit'],
});
