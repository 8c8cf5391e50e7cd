import type { IsoDate } from '../shared/time.ts';
import { answersAsFacts } from './facts.ts';
import { holds } from './rule.ts';
import type { Answers, ServiceDefinition, Step } from './service-definition.ts';

/**
 * The steps that people take for these answers, in order: a blocked drain goes to another officer than garbage. What is
 * looked at after the issue comes last.
 */
export function stepsFor(service: ServiceDefinition, answers: Answers, today: IsoDate): readonly Step[] {
  const facts = answersAsFacts(service, answers, today);
  const steps = service.steps.filter(
    ({ role, when }) => role !== 'auto' && (when === undefined || holds(when, facts, today) !== false),
  );
  return [...steps.filter(({ afterIssue }) => !afterIssue), ...steps.filter(({ afterIssue }) => afterIssue)];
}

/** The role that decides: that of the last step before the document is out. */
export const deciderOf = ({ steps }: Pick<ServiceDefinition, 'steps'>): string | undefined =>
  steps.filter(({ role, afterIssue }) => role !== 'auto' && !afterIssue).at(-1)?.role;
