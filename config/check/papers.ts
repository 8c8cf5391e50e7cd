import type { PaperRequirement, Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { Surroundings } from './surroundings.ts';

type Types = Surroundings['documentTypes'];

export const unknownPapers = ({ papers = [] }: ServiceDefinition, types: Types): readonly string[] =>
  papers.flatMap(({ id, anyOf }) =>
    anyOf.filter((type) => !Object.hasOwn(types, type)).map((type) => `the paper ${id} is of an unknown type: ${type}`),
  );

export const unknownFacts = ({ questions, papers = [] }: ServiceDefinition, types: Types): readonly string[] =>
  questions
    .flatMap((question): readonly Question[] => [question, ...(question.items ?? [])])
    .flatMap(({ id, prefill = [] }) =>
      prefill
        .filter((fact) => !isTold(fact, papers, types))
        .map((fact) => `no paper tells ${fact}, which would answer ${id}`),
    );

/** A fact of a type of papers, or of whatever is sent for one of the service's requirements. */
function isTold(fact: string, papers: readonly PaperRequirement[], types: Types): boolean {
  const [from = '', name = '', ...more] = fact.split('.');
  const wanted = papers.find(({ id }) => id === from)?.anyOf ?? [];
  return (
    more.length === 0 && [from, ...wanted].some((type) => Object.hasOwn(types, type) && types[type]?.includes(name))
  );
}

/** Such a paper is taken as it is, and an officer reads it. */
export const unreadPapers = ({ papers = [] }: ServiceDefinition, readable: ReadonlySet<string>): readonly string[] =>
  papers
    .filter(({ anyOf }) => !anyOf.some((type) => readable.has(type)))
    .map(({ id, anyOf }) => `nobody but the officer reads the paper ${id} (${anyOf.join(', ')})`);
