import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { ladliScheme } from './ladli-scheme/service.ts';
import { maternityBenefit } from './maternity-benefit/service.ts';
import { widowDaughterMarriageAid } from './widow-daughter-marriage-aid/service.ts';
import { widowPension } from './widow-pension/service.ts';

export const womenChildServices: readonly ServiceDefinition[] = [
  widowPension,
  ladliScheme,
  widowDaughterMarriageAid,
  maternityBenefit,
];
