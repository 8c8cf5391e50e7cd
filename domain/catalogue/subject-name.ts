import { entryOf, questionsOf } from './expand-list.ts';
import type { Answers, Question, ServiceDefinition } from './service-definition.ts';

/** Names of people who stand beside the one whom it is about. */
const RELATIVE = /(^|_)(father|mother|husband|spouse|guardian|nominee|manager)(_|$)/;

/**
 * The first name of the one whom an application is about: enough to tell one child's certificate from another's. A
 * relative's name stands for it only where the service asks for no other.
 */
export function firstNameOfSubject(service: ServiceDefinition, answers: Answers): string | undefined {
  const names = questionsOf(service, answers).filter(({ type }) => type === 'person-name');
  const own = names.filter(isOfSubject);
  const named = (own.length > 0 ? own : names).find(({ id }) => answers[id]);
  return named && answers[named.id]?.split(' ')[0];
}

const isOfSubject = ({ id }: Question): boolean => !RELATIVE.test(id) && entryOf(id) === undefined;
