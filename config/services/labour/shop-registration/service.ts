import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  email,
  fatherOrHusbandName,
  presentAddress,
} from '#config/services/shared/fields.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const act = 'Delhi Shops and Establishments Act, 1954';

/** Registration of a shop or an office where people work; given at once on the owner's own word. */
export const shopRegistration = defineService({
  id: 'shop-registration',
  department: 'labour',
  category: 'labour',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    { id: 'adult', when: 'age >= 18', otherwise: 'block' },
    { id: 'in_time', when: 'days_since(commencement_date) <= 30', otherwise: 'warn' },
    { id: 'small', when: 'employees_total >= 20', otherwise: 'warn' },
  ],
  questions: [
    { id: 'establishment_name', type: 'text', min: 2, max: 150, prefill: ['gst-certificate.trade_name'] },
    { id: 'category', type: 'choice', choices: ['shop', 'commercial', 'restaurant', 'hotel', 'theatre'] },
    { id: 'nature_of_business', type: 'text', min: 2, max: 200 },
    { ...presentAddress, id: 'premises_address', prefill: ['electricity-bill.address', 'rent-agreement.address'] },
    { id: 'commencement_date', type: 'date', notBefore: 'today-100y', notAfter: 'today+30d' },
    { id: 'ownership', type: 'choice', choices: ['proprietor', 'partnership', 'company'] },
    applicantName,
    fatherOrHusbandName,
    { ...dateOfBirth, optional: true, quiet: true },
    { id: 'men', type: 'number', min: 0, max: 100_000 },
    { id: 'women', type: 'number', min: 0, max: 100_000 },
    { id: 'young_persons', type: 'number', min: 0, max: 100_000 },
    { id: 'employees_total', type: 'number', computed: 'men + women + young_persons' },
    { id: 'night_work', type: 'yes-no' },
    {
      id: 'close_day',
      type: 'choice',
      optional: true,
      choices: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'none'],
    },
    { id: 'pan', type: 'id-number', of: 'pan', prefill: ['pan-card.pan'] },
    { ...email, optional: false, quiet: false },
    { id: 'manager_name', type: 'person-name', optional: true, quiet: true, min: 2, max: 100 },
    { ...aadhaarRef, optional: true, quiet: true },
  ],
  papers: [
    { id: 'pan_card', anyOf: ['pan-card'], first: true },
    { id: 'identity', anyOf: ['identity-proof', 'aadhaar', 'voter-id', 'passport', 'driving-licence'], first: true },
    { id: 'premises', anyOf: ['trade-premises-proof', 'rent-agreement', 'electricity-bill'] },
    {
      id: 'constitution',
      anyOf: ['business-constitution'],
      when: "ownership in ['partnership', 'company']",
    },
    { id: 'shop_photo', anyOf: ['property-photo'], optional: true },
    { id: 'photo', anyOf: ['photo'] },
  ],
  timeLimits: [
    {
      days: { value: 0, from: '2022-01-01', verified: true, source: `${act}; issued at once on the portal` },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'auto', action: 'issue', days: 0 },
    { role: 'labour-inspector', action: 'post-check', days: 30, visit: 'field', afterIssue: true },
  ],
  appeal: { to: 'labour-officer', withinDays: 30 },
  subject: ['premises_address'],
  validity: {
    until: {
      value: ['issued+21y'],
      from: '2022-01-01',
      verified: false,
      source: `${act}; the period is not confirmed`,
    },
  },
  notices: [{ id: 'changes' }, { id: 'night', when: 'night_work' }],
  printed: [
    'registration_number',
    'establishment_name',
    'applicant_name',
    'category',
    'nature_of_business',
    'premises_address',
    'employees_total',
    'commencement_date',
    'close_day',
    'issued_on',
    'valid_to',
  ],
});
