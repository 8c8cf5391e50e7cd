import type { IsoDate } from '../shared/time.ts';
import { answersAsFacts } from './facts.ts';
import { holds } from './rule.ts';
import type { Answers, ServiceDefinition, Step } from './service-definition.ts';

/** The steps that people take for these answers, in order: a blocked drain goes to another officer than garbage. */
export function stepsFor(service: ServiceDefinition, answers: Answers, today: IsoDate): readonly Step[] {
  const facts = answersAsFacts(service, answers, today);
  return service.steps.filter(
    ({ role, when }) => role !== 'auto' && (when === undefined || holds(when, facts, today) !== false),
  );
}
