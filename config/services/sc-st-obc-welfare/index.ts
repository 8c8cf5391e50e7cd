import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';

export const scStObcWelfareServices: readonly ServiceDefinition[] = [];
