import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';

/** Every version of a service's definition that was ever in force; none is changed or removed. */
export interface Definitions {
  all(): Promise<readonly ServiceDefinition[]>;
  /** A version that is kept stays as it is. */
  keep(definition: ServiceDefinition): Promise<void>;
}
