import type { PaperRequirement, Question, Rule, Step, TimeLimit } from '#domain/catalogue/service-definition.ts';
import {
  aadhaarRef,
  applicantName,
  dateOfBirth,
  district,
  gender,
  nationality,
  permanentAddress,
  presentAddress,
} from './fields.ts';
import { addressProof as addressTypes, ageProof as ageTypes, identityProof as identityTypes } from './papers.ts';

const schedule =
  'Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011, schedule as simplified in 2015';

/** The days of the schedule; `sure` where it could be read, or else it is the department's habit. */
export const decidedIn = (value: number, unit: TimeLimit['unit'], sure: boolean, when?: Rule): TimeLimit => ({
  ...(when !== undefined && { when }),
  days: {
    value,
    from: '2015-12-01',
    verified: sure,
    source: sure ? schedule : `${schedule}; the figure is not confirmed`,
  },
  unit,
});

/** Who the certificate is for, and where the person lives: the Sub-Divisional Magistrate of the place decides. */
export const person: readonly Question[] = [applicantName, dateOfBirth, gender, aadhaarRef, nationality];
export const home: readonly Question[] = [presentAddress, permanentAddress, district];

/**
 * The papers of every certificate; that of identity comes before the questions, because an Aadhaar card answers four of
 * them. The signed self-declaration of the rules is the one that everybody makes with the summary.
 */
export const identity: PaperRequirement = { id: 'identity', anyOf: identityTypes, first: true };
export const addressProof: PaperRequirement = { id: 'address_proof', anyOf: addressTypes };
export const ageProof: PaperRequirement = { id: 'age_proof', anyOf: ageTypes };
export const photo: PaperRequirement = { id: 'photo', anyOf: ['photo'] };

export const citizenOfDelhi = [
  { id: 'citizen', when: 'citizen', otherwise: 'block' },
  { id: 'resident_delhi', when: 'resident_delhi', otherwise: 'block' },
] as const;

export const toAdm = { to: 'adm', withinDays: 30 } as const;

export const scrutiny = (days: number): Step => ({ role: 'dealing-assistant', action: 'scrutiny', days });
/** The patwari comes to the house. */
export const fieldVisit = (days: number, when?: Rule): Step => ({
  role: 'patwari',
  action: 'field-verification',
  days,
  visit: 'field',
  ...(when !== undefined && { when }),
});
export const recommendation = (days: number): Step => ({ role: 'tehsildar', action: 'recommend', days });
export const approval = (days: number): Step => ({ role: 'sdm', action: 'approve', days });
