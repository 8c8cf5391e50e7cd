import { serviceKey } from '../catalogue/catalogue.ts';
import type { Question, ServiceDefinition } from '../catalogue/service-definition.ts';
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
