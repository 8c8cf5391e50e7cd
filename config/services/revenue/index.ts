import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';

export const revenueServices: readonly ServiceDefinition[] = [];
