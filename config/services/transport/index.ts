import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';

export const transportServices: readonly ServiceDefinition[] = [];
