import type { ServiceId } from '../shared/ids.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** All services of an installation, and the version of the consent notice that is shown for them. */
export interface Catalogue {
  readonly services: readonly ServiceDefinition[];
  readonly noticeVersion: string;
  find(id: ServiceId): ServiceDefinition | undefined;
}

export function catalogueOf(services: readonly ServiceDefinition[], noticeVersion: string): Catalogue {
  const byId = new Map(services.map((service) => [service.id, service]));
  return { services, noticeVersion, find: (id) => byId.get(id) };
}

/** The keys under which a service's sentences stand. */
export const serviceKey = {
  name: (id: ServiceId): string => `services.${id}.name`,
  menu: (id: ServiceId): string => `services.${id}.menu`,
  /** One line with papers, fee and days, said before anything starts. */
  intro: (id: ServiceId): string => `services.${id}.intro`,
  /** What it is, for whom, with what, how long, how much. */
  info: (id: ServiceId): string => `services.${id}.info`,
  label: (id: ServiceId, question: string): string => `services.${id}.questions.${question}.label`,
  ask: (id: ServiceId, question: string): string => `services.${id}.questions.${question}.ask`,
  choice: (id: ServiceId, question: string, value: string): string => `services.${id}.choices.${question}.${value}`,
  paper: (id: ServiceId, requirement: string): string => `services.${id}.papers.${requirement}.label`,
  askPaper: (id: ServiceId, requirement: string): string => `services.${id}.papers.${requirement}.ask`,
};
