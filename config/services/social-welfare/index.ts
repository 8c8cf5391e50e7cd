import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';

export const socialWelfareServices: readonly ServiceDefinition[] = [];
