import {
  aadhaarRef,
  applicantName,
  bankAccountHolder,
  bankAccountNumber,
  bankIfsc,
  dateOfBirth,
  presentAddress,
} from '#config/services/shared/fields.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const afterDeath = "benefit in ['death', 'funeral']";
const byAccident = "benefit in ['death', 'disability']";
const asMember = "benefit in ['marriage', 'pension']";

/** Money of the welfare board for a registered building worker, or for the family. */
export const constructionWorkerBenefit = defineService({
  id: 'construction-worker-benefit',
  department: 'labour',
  category: 'labour',
  kind: 'application',
  outcome: 'sanction-order',
  version: '2026-11-01',
  rules: [
    { id: 'registered', when: "registered('construction-workers', registration_no)", otherwise: 'block' },
    { id: 'not_ahead', when: "benefit == 'marriage' or event_date <= today", otherwise: 'block' },
    { id: 'within_a_year', when: "benefit == 'pension' or days_since(event_date) <= 365", otherwise: 'warn' },
    { id: 'two_children', when: "benefit != 'maternity' or children <= 2", otherwise: 'block' },
    { id: 'pension_age', when: "benefit != 'pension' or age >= 60", otherwise: 'block' },
    { id: 'member_a_year', when: "benefit != 'pension' or years_since(member_since) >= 1", otherwise: 'block' },
    { id: 'marriage_member', when: "benefit != 'marriage' or years_since(member_since) >= 1", otherwise: 'warn' },
    { id: 'nominee', when: `not (${afterDeath}) or is_nominee`, otherwise: 'warn' },
  ],
  questions: [
    {
      id: 'benefit',
      type: 'choice',
      choices: ['maternity', 'education', 'marriage', 'medical', 'disability', 'pension', 'death', 'funeral', 'tools'],
    },
    { id: 'registration_no', type: 'text', min: 5, max: 30, prefill: ['worker-card.number'] },
    applicantName,
    { id: 'event_date', type: 'date', notBefore: 'today-10y', notAfter: 'today+30d' },
    {
      id: 'for_person',
      type: 'choice',
      when: `not (${afterDeath})`,
      choices: ['self', 'wife', 'son', 'daughter'],
    },
    { id: 'is_nominee', type: 'yes-no', when: afterDeath },
    { id: 'children', type: 'number', when: "benefit == 'maternity'", min: 0, max: 15 },
    {
      id: 'class_or_course',
      type: 'choice',
      when: "benefit == 'education'",
      choices: ['c1-5', 'c6-8', 'c9-10', 'c11-12', 'graduation', 'technical'],
    },
    { id: 'member_since', type: 'date', when: asMember, notBefore: 'today-60y', notAfter: 'today' },
    { ...dateOfBirth, when: "benefit == 'pension'" },
    { id: 'accident', type: 'yes-no', when: byAccident },
    {
      id: 'amount_spent',
      type: 'money',
      when: "benefit == 'medical'",
      optional: true,
      min: 100,
      max: 100_000_000,
      sensitive: true,
    },
    presentAddress,
    bankAccountNumber,
    bankIfsc,
    bankAccountHolder,
    aadhaarRef,
  ],
  papers: [
    { id: 'worker_card', anyOf: ['worker-card'], first: true },
    { id: 'aadhaar', anyOf: ['aadhaar'], first: true },
    { id: 'passbook', anyOf: ['bank-passbook'] },
    { id: 'claim_proof', anyOf: ['claim-proof'] },
    { id: 'birth_certificate', anyOf: ['birth-certificate'], when: "benefit == 'maternity'" },
    { id: 'bonafide', anyOf: ['bonafide-certificate'], when: "benefit == 'education'" },
    { id: 'marriage_proof', anyOf: ['marriage-invitation', 'marriage-certificate'], when: "benefit == 'marriage'" },
    { id: 'disability_certificate', anyOf: ['disability-certificate'], when: "benefit == 'disability'" },
    { id: 'death_certificate', anyOf: ['death-certificate'], when: afterDeath },
    { id: 'fir', anyOf: ['fir-copy'], when: `${byAccident} and accident`, optional: true },
    { id: 'self_declaration', anyOf: ['self-declaration'] },
  ],
  timeLimits: [
    {
      days: { value: 30, from: '2011-09-15', verified: false, source: 'Welfare Board; the limit is not confirmed' },
      unit: 'calendar',
    },
  ],
  steps: [
    { role: 'labour-inspector', action: 'verify', days: 15, visit: 'field' },
    { role: 'labour-officer', action: 'sanction', days: 10 },
    { role: 'auto', action: 'pay', days: 5 },
  ],
  appeal: { to: 'labour-officer', withinDays: 30 },
  subject: ['registration_no', 'benefit', 'for_person', 'event_date'],
  printed: [
    'number',
    'applicant_name',
    'registration_no',
    'benefit',
    'for_person',
    'event_date',
    'bank_account_number',
  ],
  flags: ['sensitive', 'window'],
});
