import type { ServiceId } from '../shared/ids.ts';
import { asksForAnother, entryOf } from './expand-list.ts';
import { type LocalBodies, localBodyOf } from './local-body.ts';
import { withPrintedMarked } from './printed-questions.ts';
import type { Facts } from './rule.ts';
import type { Answers, ServiceDefinition } from './service-definition.ts';

/** All services of an installation, and the version of the consent notice that is shown for them. */
export interface Catalogue {
  readonly services: readonly ServiceDefinition[];
  readonly noticeVersion: string;
  /** What most people come for, the most wanted first. */
  readonly popular: readonly ServiceId[];
  find(id: ServiceId): ServiceDefinition | undefined;
  /** The definition that an application was begun with; where that is not kept, the one of today. */
  of(application: { readonly serviceId: ServiceId; readonly definitionVersion: string }): ServiceDefinition | undefined;
  /** What the installation knows beside the answers, such as the local body of the place, by the names that rules use. */
  factsOf(service: ServiceDefinition, answers: Answers): Facts;
}

export interface CatalogueData {
  readonly popular?: readonly ServiceId[];
  readonly localBodies?: LocalBodies;
  /** Versions that were in force before. */
  readonly earlier?: readonly ServiceDefinition[];
}

export function catalogueOf(
  definitions: readonly ServiceDefinition[],
  noticeVersion: string,
  { popular = [], localBodies, earlier = [] }: CatalogueData = {},
): Catalogue {
  const services = definitions.map(withPrintedMarked);
  const byId = new Map(services.map((service) => [service.id, service]));
  const byVersion = new Map(
    [...earlier.map(withPrintedMarked), ...services].map((service) => [`${service.id}/${service.version}`, service]),
  );
  return {
    services,
    noticeVersion,
    popular,
    find: (id) => byId.get(id),
    of: ({ serviceId, definitionVersion }) => byVersion.get(`${serviceId}/${definitionVersion}`) ?? byId.get(serviceId),
    factsOf: (service, answers) => ({
      local_body: localBodies && localBodyOf(service, answers, localBodies),
    }),
  };
}

/** What one department offers; services of others are still known, for what was begun elsewhere. */
export const offeredBy = (catalogue: Catalogue, department: string): Catalogue => {
  const services = catalogue.services.filter((service) => service.department === department);
  const popular = catalogue.popular.filter((id) => services.some((service) => service.id === id));
  return { ...catalogue, services, popular };
};

/** The keys under which a service's sentences stand. Questions of a list's entries share those of the list's items. */
export const serviceKey = {
  name: (id: ServiceId): string => `services.${id}.name`,
  menu: (id: ServiceId): string => `services.${id}.menu`,
  /** One line with papers, fee and days, said before anything starts. */
  intro: (id: ServiceId): string => `services.${id}.intro`,
  /** Who may ask for it. */
  who: (id: ServiceId): string => `services.${id}.who`,
  /** What it is, with what, how long, how much; said after `who`. */
  info: (id: ServiceId): string => `services.${id}.info`,
  label: (id: ServiceId, question: string): string => questionKey(id, question, 'label'),
  ask: (id: ServiceId, question: string): string => questionKey(id, question, 'ask'),
  choice: (id: ServiceId, question: string, value: string): string => {
    const entry = entryOf(question);
    return `services.${id}.choices.${entry ? `${entry.list}.${entry.item}` : question}.${value}`;
  },
  paper: (id: ServiceId, requirement: string): string => `services.${id}.papers.${requirement}.label`,
  askPaper: (id: ServiceId, requirement: string): string => `services.${id}.papers.${requirement}.ask`,
  rule: (id: ServiceId, rule: string): string => `services.${id}.rules.${rule}`,
  /** The fee where the amount hangs on something. */
  feeInWords: (id: ServiceId): string => `services.${id}.fee`,
  fee: (id: ServiceId, line: string): string => `services.${id}.fees.${line}`,
  notice: (id: ServiceId, notice: string): string => `services.${id}.notices.${notice}`,
  scheme: (id: ServiceId, scheme: string): string => `services.${id}.schemes.${scheme}.name`,
  benefit: (id: ServiceId, scheme: string): string => `services.${id}.schemes.${scheme}.benefit`,
};

/** `any` is asked where a list may be empty, `another` after an entry. */
function questionKey(id: ServiceId, question: string, what: 'label' | 'ask'): string {
  const entry = entryOf(question);
  if (!entry) return `services.${id}.questions.${question}.${what}`;
  const list = `services.${id}.questions.${entry.list}`;
  if (!asksForAnother(question)) return `${list}.items.${entry.item}.${what}`;
  if (what === 'label') return `${list}.label`;
  return `${list}.${entry.n === 0 ? 'any' : 'another'}`;
}

/** The number of the entry, for sentences about an item that name it. */
export const entryValues = (question: string): { readonly n: number } | undefined => {
  const entry = entryOf(question);
  return entry && { n: entry.n };
};
