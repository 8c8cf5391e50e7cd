import type { Answers, ServiceDefinition } from '../catalogue/service-definition.ts';
import { timeLimitOf } from '../catalogue/time-limit.ts';
import { type IsoDate, plusDays, plusWorkingDays } from '../shared/time.ts';

/**
 * The last day of the department's promise, counted from a complete application
 * (Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011). A service without a limit is due at once.
 */
export function dueOn(
  service: ServiceDefinition,
  answers: Answers,
  from: IsoDate,
  holidays: ReadonlySet<IsoDate>,
): IsoDate {
  const limit = timeLimitOf(service, answers, from)?.limit;
  if (!limit) return from;
  return limit.unit === 'working'
    ? plusWorkingDays(from, limit.days.value, holidays)
    : plusDays(from, limit.days.value);
}
