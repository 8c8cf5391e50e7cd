import type { ServiceDefinition } from './service-definition.ts';

export interface Versions {
  /** The definitions of today, each under a version that no other content has had. */
  readonly inForce: readonly ServiceDefinition[];
  /** Those that are not kept yet. */
  readonly fresh: readonly ServiceDefinition[];
  /** Changed while their version stayed: the author has forgotten it. */
  readonly forgotten: readonly ServiceDefinition[];
}

/** Compares the definitions of today with all that were ever in force. `fingerprint` tells two contents apart. */
export function versionsOf(
  services: readonly ServiceDefinition[],
  kept: readonly ServiceDefinition[],
  fingerprint: (text: string) => string,
): Versions {
  const forgotten: ServiceDefinition[] = [];
  const inForce = services.map((service) => {
    const before = find(kept, service);
    if (!before || contentOf(before) === contentOf(service)) return service;
    const renamed = { ...service, version: `${service.version}+${fingerprint(contentOf(service))}` };
    forgotten.push(renamed);
    return renamed;
  });
  return { inForce, fresh: inForce.filter((service) => !find(kept, service)), forgotten };
}

const find = (kept: readonly ServiceDefinition[], { id, version }: ServiceDefinition): ServiceDefinition | undefined =>
  kept.find((each) => each.id === id && each.version === version);

const contentOf = (service: ServiceDefinition): string => JSON.stringify(service);
