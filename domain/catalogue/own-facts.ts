import { entryOf } from './expand-list.ts';
import type { Answers, PaperRequirement, Question, ServiceDefinition } from './service-definition.ts';

/** Questions about the applicant himself whose answers stay the same from one service to the next. */
const OWN_FACTS: ReadonlySet<string> = new Set([
  'applicant_name',
  'father_name',
  'mother_name',
  'father_or_husband_name',
  'date_of_birth',
  'gender',
  'aadhaar_ref',
  'present_address',
  'permanent_address',
  'district',
  'residence_since',
  'nationality',
  'religion',
  'social_category',
  'email',
  'ration_card_no',
  'bank_account_number',
  'bank_ifsc',
  'bank_account_holder',
]);

/** Whether what was answered once for oneself may answer this question, too. */
export const isOwnFact = ({ id, computed }: Question): boolean =>
  OWN_FACTS.has(id) && computed === undefined && entryOf(id) === undefined;

/** A paper of the applicant's own, which may be used again. */
export const isOwnPaper = ({ whose, anyOf }: PaperRequirement): boolean => whose === undefined && anyOf.length > 0;

/** Whether an application was for whoever filed it. Where nobody asked, it was. */
export const isForSelf = ({ on_behalf_of: behalf, relation_to_applicant: relation }: Answers): boolean =>
  (behalf ?? 'self') === 'self' && (relation ?? 'self') === 'self';

/** The question by which a service asks for whom one applies, and the answer that says for oneself. */
export const forSelf = ({ questions }: ServiceDefinition): Answers =>
  Object.fromEntries(
    questions
      .filter(({ id, choices = [] }) => id === 'on_behalf_of' && choices.includes('self'))
      .map(({ id }) => [id, 'self']),
  );
