import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';

export const policeServices: readonly ServiceDefinition[] = [];
