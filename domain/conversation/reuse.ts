import { isOwnFact } from '../catalogue/own-facts.ts';
import { openQuestions } from '../catalogue/questions.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import type { Form } from './conversation.ts';
import type { TurnInHand } from './turn.ts';

/** So few known answers are asked for faster than they are confirmed. */
const FEWEST = 2;

/** What an earlier application of his could answer here. */
export const askableAgain = (turn: TurnInHand, service: ServiceDefinition, { answers }: Form): readonly string[] =>
  openQuestions(service, answers, turn.today, turn.more(service, answers))
    .filter((question) => isOwnFact(question) && !question.quiet)
    .map(({ id }) => id);

/** Whoever has filed something before is asked whether that may be used, before any of it is shown. */
export function mayReuse(turn: TurnInHand, service: ServiceDefinition): boolean {
  const { form, hasFiled } = turn.conversation;
  // A finder asks about anybody, and forgets it.
  if (hasFiled !== true || form === undefined || service.kind === 'information') return false;
  return askableAgain(turn, service, form).length >= FEWEST;
}
