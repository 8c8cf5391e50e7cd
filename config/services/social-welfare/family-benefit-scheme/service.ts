import { annualFamilyIncome, fatherOrHusbandName, occupation } from '#config/services/shared/fields.ts';
import { ageProof } from '#config/services/shared/papers.ts';
import {
  aadhaar,
  appeal,
  bank,
  beneficiary,
  fiveYears,
  livesHere,
  passbook,
  photo,
  sanctionedIn45Days,
} from '#config/services/shared/pensions.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

const ageAtDeath = 'age_on(deceased_dob, date_of_death)';

/** ₹20,000 once for a poor household whose earner has died. */
export const familyBenefitScheme = defineService({
  id: 'family-benefit-scheme',
  department: 'social-welfare',
  category: 'pensions',
  kind: 'application',
  outcome: 'sanction-order',
  version: '2026-11-01',
  rules: [
    { id: 'deceased_age', when: `${ageAtDeath} >= 18 and ${ageAtDeath} <= 60`, otherwise: 'block' },
    { id: 'residence', when: 'residence_years >= 5', otherwise: 'block' },
    { id: 'income', when: 'annual_family_income <= 100000', otherwise: 'block' },
    { id: 'late', when: 'days_since(date_of_death) <= 365', otherwise: 'warn' },
    { id: 'own_account', when: "bank_single_operated == 'yes'", otherwise: 'block' },
    // One payment for one death, whoever of the family asks.
    { id: 'already_issued', when: "not (already_issued == 'yes')", otherwise: 'block' },
  ],
  questions: [
    { id: 'deceased_name', type: 'person-name', min: 2, max: 100, prefill: ['death-certificate.name'] },
    { id: 'date_of_death', type: 'date', notAfter: 'today', prefill: ['death-certificate.date_of_death'] },
    {
      id: 'death_registration_no',
      type: 'text',
      min: 4,
      max: 30,
      prefill: ['death-certificate.registration_no'],
    },
    {
      id: 'deceased_dob',
      type: 'date',
      notBefore: 'today-120y',
      notAfter: 'date_of_death',
      prefill: ['deceased_age_proof.dob'],
    },
    {
      id: 'relation_to_deceased',
      type: 'choice',
      choices: ['spouse', 'son', 'daughter', 'father', 'mother', 'sibling'],
    },
    { id: 'deceased_occupation', type: 'choice', choices: occupation.choices ?? [] },
    ...beneficiary,
    ...livesHere,
    annualFamilyIncome,
    fatherOrHusbandName,
    ...bank,
    { id: 'bank_single_operated', type: 'yes-no' },
    { id: 'benefit', type: 'money', computed: '20000' },
  ],
  papers: [
    { id: 'death_certificate', anyOf: ['death-certificate'], first: true },
    { id: 'deceased_age_proof', anyOf: ageProof, whose: 'deceased', first: true },
    aadhaar,
    passbook,
    fiveYears,
    photo,
    {
      id: 'surviving_members',
      anyOf: ['surviving-member-certificate'],
      when: "relation_to_deceased != 'spouse'",
      optional: true,
    },
    { id: 'bpl_card', anyOf: ['bpl-card'], optional: true },
  ],
  timeLimits: [sanctionedIn45Days(false)],
  steps: [
    { role: 'welfare-inspector', action: 'field-verification', days: 20, visit: 'field' },
    { role: 'dealing-assistant', action: 'scrutiny', days: 5 },
    { role: 'dswo', action: 'sanction', days: 20 },
  ],
  appeal,
  subject: ['death_registration_no'],
  printed: [
    'number',
    'applicant_name',
    'deceased_name',
    'date_of_death',
    'benefit',
    'bank_account_number',
    'issued_on',
  ],
  flags: ['once', 'sensitive'],
});
