import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { scholarshipMerit } from './scholarship-merit/service.ts';
import { scholarshipPostMatric } from './scholarship-post-matric/service.ts';
import { tuitionFeeReimbursement } from './tuition-fee-reimbursement/service.ts';

export const scStObcWelfareServices: readonly ServiceDefinition[] = [
  scholarshipPostMatric,
  scholarshipMerit,
  tuitionFeeReimbursement,
];
