import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';

export const publicGrievanceServices: readonly ServiceDefinition[] = [];
