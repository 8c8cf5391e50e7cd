import type { IsoDate } from '../shared/time.ts';
import { answersAsFacts } from './facts.ts';
import { type Facts, holds } from './rule.ts';
import type { Answers, ServiceDefinition, TimeLimit } from './service-definition.ts';

export interface TimeLimitFound {
  /** `false` while it hangs on an answer that is not there yet; `limit` is then the longest that it can become. */
  readonly known: boolean;
  readonly limit: TimeLimit;
  /** The shortest that it can become. */
  readonly shortest: TimeLimit;
}

/** In which time the department promises to decide: the first line in force whose condition holds. */
export function timeLimitOf(
  definition: Pick<ServiceDefinition, 'questions' | 'timeLimits'>,
  answers: Answers,
  today: IsoDate,
  more: Facts = {},
): TimeLimitFound | undefined {
  const facts = answersAsFacts(definition, answers, today, more);
  const possible: TimeLimit[] = [];
  for (const limit of definition.timeLimits) {
    if (limit.days.from > today) continue;
    const applies = limit.when === undefined ? true : holds(limit.when, facts, today);
    if (applies === false) continue;
    possible.push(limit);
    if (applies) break;
  }
  const byLength = [...possible].sort((one, other) => calendarDays(one) - calendarDays(other));
  const [shortest, limit] = [byLength[0], byLength.at(-1)];
  const [first] = possible;
  if (!shortest || !limit || !first) return undefined;
  return { known: possible.length === 1 && isDecided(first, facts, today), limit, shortest };
}

const isDecided = ({ when }: TimeLimit, facts: Facts, today: IsoDate): boolean =>
  when === undefined || holds(when, facts, today) === true;

/** Only to compare limits: five working days take a week, 24 hours a day. */
const calendarDays = ({ days, unit }: TimeLimit): number =>
  unit === 'working' ? (days.value * 7) / 5 : unit === 'hours' ? days.value / 24 : days.value;
