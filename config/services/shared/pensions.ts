import type { PaperRequirement, Question, TimeLimit } from '#domain/catalogue/service-definition.ts';
import {
  aadhaarRef,
  applicantName,
  bankAccountHolder,
  bankAccountNumber,
  bankIfsc,
  dateOfBirth,
  district,
  gender,
  presentAddress,
  residenceSince,
} from './fields.ts';
import { ageProof as ageTypes } from './papers.ts';

/** Who gets the money: an Aadhaar card answers all of it. */
export const beneficiary: readonly Question[] = [applicantName, dateOfBirth, gender, aadhaarRef, presentAddress];
export const livesHere: readonly Question[] = [district, { ...residenceSince, notBefore: 'today-120y' }];
/** Where the money goes: the first page of a passbook answers all of it. */
export const bank: readonly Question[] = [bankAccountNumber, bankIfsc, bankAccountHolder];

export const aadhaar: PaperRequirement = { id: 'aadhaar', anyOf: ['aadhaar'], first: true };
export const passbook: PaperRequirement = { id: 'bank_passbook', anyOf: ['bank-passbook'], first: true };
export const proofOfAge: PaperRequirement = { id: 'age_proof', anyOf: ageTypes };
export const fiveYears: PaperRequirement = {
  id: 'residence_proof',
  anyOf: ['residence-proof-5y', 'voter-id', 'ration-card', 'domicile-certificate'],
};
export const photo: PaperRequirement = { id: 'photo', anyOf: ['photo'] };

export const sanctionedIn45Days = (sure: boolean): TimeLimit => ({
  days: {
    value: 45,
    from: '2015-12-01',
    verified: sure,
    source: `Citizen charter of the Department of Social Welfare${sure ? '' : '; the figure is not confirmed'}`,
  },
  unit: 'calendar',
});

export const appeal = { to: 'faa', withinDays: 30 } as const;
