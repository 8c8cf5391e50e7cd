import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { constructionWorkerBenefit } from './construction-worker-benefit/service.ts';
import { constructionWorkerRegistration } from './construction-worker-registration/service.ts';
import { shopRegistration } from './shop-registration/service.ts';

export const labourServices: readonly ServiceDefinition[] = [
  constructionWorkerRegistration,
  constructionWorkerBenefit,
  shopRegistration,
];
