import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { undated, unverified } from './check/dated.ts';
import { unknownFacts, unknownPapers, unreadPapers } from './check/papers.ts';
import { missingParts, unknownServices, wrongReferences } from './check/references.ts';
import { circles, impossibleAnswers, wrongRules } from './check/rules.ts';
import type { Surroundings } from './check/surroundings.ts';
import { longTitles, missingTexts, wrongPrinted, wrongRoles } from './check/texts.ts';

export { textAt } from './check/texts.ts';

/** A mistake in the data of a service. `error` keeps it from being released; `note` is to be known. */
export interface Finding {
  readonly service: string;
  readonly level: 'error' | 'note';
  readonly what: string;
}

/** `installed` are all services that these may refer to. */
export const checkServices = (
  services: readonly ServiceDefinition[],
  around: Surroundings,
  installed: readonly ServiceDefinition[] = services,
): readonly Finding[] => [
  ...services.flatMap((service) => {
    const errors = [
      ...missingTexts(service, around.texts),
      ...longTitles(service, around.texts),
      ...wrongRoles(service, around.texts),
      ...wrongRules(service),
      ...impossibleAnswers(service),
      ...circles(service),
      ...wrongReferences(service),
      ...missingParts(service),
      ...undated(service),
      ...unknownPapers(service, around.documentTypes),
      ...unknownFacts(service, around.documentTypes),
    ];
    const notes = [
      ...wrongPrinted(service, around.texts),
      ...unreadPapers(service, around.readable),
      ...unverified(service),
      ...unknownServices(service, installed),
    ];
    return [
      ...errors.map((what): Finding => ({ service: service.id, level: 'error', what })),
      ...notes.map((what): Finding => ({ service: service.id, level: 'note', what })),
    ];
  }),
  ...twice(services.map(({ id }) => id)).map(
    (id): Finding => ({ service: id, level: 'error', what: `two services are called ${id}` }),
  ),
];

const twice = (ids: readonly string[]): readonly string[] => ids.filter((id, at) => ids.indexOf(id) !== at);
