import { discom } from '#config/services/shared/discoms.ts';
import {
  aadhaarRef,
  applicantName,
  caNo,
  dateOfBirth,
  email,
  fatherOrHusbandName,
} from '#config/services/shared/fields.ts';
import { identityProof } from '#config/services/shared/papers.ts';
import { defineService, type FeeLine } from '#domain/catalogue/service-definition.ts';

const source = 'DERC supply code and performance standards, 2017; the amounts are not confirmed';

const serviceLine = (over: number, upTo: number, rupees: number): FeeLine => ({
  id: 'service_line',
  when: `load_kw > ${over} and load_kw <= ${upTo}`,
  rupees: { value: `${rupees}`, from: '2017-09-01', verified: false, source },
});

const deposit = (category: string, rupees: number): FeeLine => ({
  id: 'security',
  when: `category == '${category}'`,
  rupees: { value: `${rupees} * load_kw`, from: '2017-09-01', verified: false, source },
});

/** A new electricity connection. The company demands its charges itself after the visit; here they are only estimated. */
export const electricityNewConnection = defineService({
  id: 'electricity-new-connection',
  department: 'power',
  category: 'electricity',
  kind: 'application',
  outcome: 'sanction-order',
  version: '2026-11-01',
  rules: [
    { id: 'adult', when: 'age >= 18', otherwise: 'block' },
    { id: 'dues', when: 'dues == 0', otherwise: 'block' },
  ],
  questions: [
    discom,
    applicantName,
    fatherOrHusbandName,
    {
      id: 'supply_address',
      type: 'address',
      pattern: '^11\\d{4}$',
      prefill: ['title-deed.address', 'rent-agreement.address'],
    },
    {
      id: 'category',
      type: 'choice',
      choices: ['domestic', 'non-domestic', 'industrial', 'agriculture', 'ev-charging'],
    },
    { id: 'load_kw', type: 'number', min: 1, max: 150 },
    { id: 'supply_type', type: 'choice', choices: ['permanent', 'temporary'], presumed: 'permanent' },
    { id: 'occupancy', type: 'choice', choices: ['owner', 'tenant'] },
    { id: 'floors', type: 'number', min: 1, max: 60 },
    { ...caNo, id: 'nearby_ca_no', optional: true, quiet: true, prefill: [] },
    { ...dateOfBirth, optional: true, quiet: true },
    { ...aadhaarRef, optional: true, quiet: true },
    email,
  ],
  papers: [
    { id: 'identity', anyOf: identityProof, first: true },
    { id: 'occupation', anyOf: ['title-deed', 'rent-agreement', 'property-tax-receipt'], first: true },
    { id: 'no_objection', anyOf: ['no-objection'], when: "occupancy == 'tenant'" },
    { id: 'wiring_test', anyOf: ['self-declaration'] },
    { id: 'photo', anyOf: ['photo'] },
    { id: 'fire_noc', anyOf: ['fire-noc'], when: 'floors > 4', optional: true },
  ],
  estimate: [
    serviceLine(0, 5, 3_000),
    serviceLine(5, 10, 7_000),
    serviceLine(10, 20, 11_000),
    serviceLine(20, 50, 16_000),
    serviceLine(50, 100, 31_000),
    deposit('domestic', 600),
    deposit('non-domestic', 3_000),
  ],
  timeLimits: [
    {
      days: {
        value: 7,
        from: '2020-12-31',
        verified: true,
        source: 'Electricity (Rights of Consumers) Rules, 2020: 7 days in cities; 15 where a road must be opened',
      },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'discom-desk', action: 'scrutiny', days: 1 },
    { role: 'discom-desk', action: 'site-visit', days: 2, visit: 'field' },
    { role: 'discom-desk', action: 'demand-note', days: 1 },
    { role: 'discom-desk', action: 'energise', days: 3, visit: 'field' },
  ],
  appeal: { to: 'faa', withinDays: 30 },
  subject: ['supply_address'],
  notices: [{ id: 'demand_note' }],
  printed: ['applicant_name', 'discom', 'supply_address', 'category', 'load_kw', 'supply_type'],
  flags: ['third-party'],
});
