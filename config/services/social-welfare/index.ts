import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { disabilityPension } from './disability-pension/service.ts';
import { familyBenefitScheme } from './family-benefit-scheme/service.ts';
import { oldAgePension } from './old-age-pension/service.ts';

export const socialWelfareServices: readonly ServiceDefinition[] = [
  oldAgePension,
  disabilityPension,
  familyBenefitScheme,
];
