import type { IsoDate } from '../shared/time.ts';
import { answersAsFacts } from './facts.ts';
import { type Facts, holds } from './rule.ts';
import type { Answers, ServiceDefinition } from './service-definition.ts';

/** On the way to the decision the citizen goes to an `office`, or officers come to the place, the `field`. */
export interface Visits {
  readonly where: 'office' | 'field';
  /** `false`: it hangs on an answer that is not there yet. */
  readonly isCertain: boolean;
  readonly roles: readonly string[];
}

/** Who is met face to face, by what is known so far; what surely does not apply is left out. */
export function visitsOf(
  definition: Pick<ServiceDefinition, 'questions' | 'steps'>,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): readonly Visits[] {
  const facts = answersAsFacts(definition, answers, today, more);
  const found = definition.steps.flatMap(({ visit, when, role }) => {
    const applies = when === undefined ? true : holds(when, facts, today);
    return visit === undefined || applies === false ? [] : [{ where: visit, isCertain: applies === true, role }];
  });
  return (['office', 'field'] as const).flatMap((where): Visits[] =>
    [true, false].flatMap((isCertain): Visits[] => {
      const met = found.filter((each) => each.where === where && each.isCertain === isCertain);
      return met.length === 0 ? [] : [{ where, isCertain, roles: [...new Set(met.map(({ role }) => role))] }];
    }),
  );
}
