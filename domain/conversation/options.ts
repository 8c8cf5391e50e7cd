import { serviceKey } from '../catalogue/catalogue.ts';
import type { Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { partsOf } from './commands.ts';
import type { TurnInHand } from './turn.ts';

/** A question's choices with the words that people may use for them. */
export const optionsOf = (
  turn: TurnInHand,
  service: ServiceDefinition,
  question: Question,
): readonly { value: string; labels: readonly string[] }[] =>
  (question.choices ?? []).map((value) => ({
    value,
    labels: turn.context.words(serviceKey.choice(service.id, question.id, value)),
  }));

/** The options in the order in which they were shown last, so that numbers mean what the citizen sees. */
export function asShown<Option extends { readonly value: string }>(
  turn: TurnInHand,
  options: readonly Option[],
): readonly Option[] {
  const shown = (turn.conversation.offered ?? []).flatMap(({ id }) => {
    const value = partsOf(id)[2];
    return options.filter((option) => option.value === value);
  });
  return [...shown, ...options.filter((option) => !shown.includes(option))];
}
