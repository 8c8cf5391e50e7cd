import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';

export const healthServices: readonly ServiceDefinition[] = [];
