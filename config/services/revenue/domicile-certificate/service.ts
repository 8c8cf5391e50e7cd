import {
  deliveryMode,
  fatherOrHusbandName,
  motherName,
  onBehalfOf,
  purpose,
  residenceSince,
} from '#config/services/shared/fields.ts';
import { policeStations } from '#config/services/shared/police-stations.ts';
import {
  addressProof,
  ageProof,
  approval,
  citizenOfDelhi,
  decidedIn,
  fieldVisit,
  home,
  identity,
  person,
  photo,
  recommendation,
  scrutiny,
  toAdm,
} from '#config/services/shared/revenue.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** That somebody has lived in Delhi for three years: the years of the parents count for a child, the husband's for a wife. */
export const domicileCertificate = defineService({
  id: 'domicile-certificate',
  department: 'revenue',
  category: 'certificates',
  kind: 'application',
  outcome: 'certificate',
  version: '2026-11-01',
  rules: [
    ...citizenOfDelhi,
    { id: 'residence', when: 'residence_years >= 3', otherwise: 'block' },
    { id: 'one_domicile', when: "other_state_domicile == 'no'", otherwise: 'block' },
  ],
  questions: [
    { ...onBehalfOf, choices: ['self', 'child', 'dependent'] },
    // Those of whom one is born later than the family came to Delhi count from the family's coming.
    {
      id: 'residence_since',
      type: residenceSince.type,
      notBefore: 'today-120y',
      notAfter: 'today',
      prefill: ['voter-id.issue_date', 'address-proof.date'],
    },
    { id: 'other_state_domicile', type: 'yes-no' },
    ...person,
    fatherOrHusbandName,
    motherName,
    { id: 'place_of_birth', type: 'text', min: 2, max: 100, prefill: ['birth-certificate.place'] },
    ...home,
    { id: 'police_station', type: 'choice', choices: policeStations, master: 'police-stations' },
    purpose,
    deliveryMode,
  ],
  papers: [
    identity,
    addressProof,
    { id: 'residence_proof', anyOf: ['residence-proof-3y', 'residence-proof-5y'] },
    ageProof,
    photo,
  ],
  timeLimits: [decidedIn(14, 'working', false)],
  // Papers of so short a stay seldom cover the three years.
  steps: [scrutiny(3), fieldVisit(5, 'residence_years < 4'), recommendation(3), approval(3)],
  appeal: toAdm,
  subject: ['applicant_name', 'date_of_birth'],
  printed: [
    'number',
    'applicant_name',
    'father_or_husband_name',
    'mother_name',
    'present_address',
    'district',
    'residence_since',
    'purpose',
    'issued_on',
  ],
});
