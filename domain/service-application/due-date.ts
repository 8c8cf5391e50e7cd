import type { Answers, ServiceDefinition } from '../catalogue/service-definition.ts';
import { timeLimitOf } from '../catalogue/time-limit.ts';
import {
  dayOf,
  daysBetween,
  type Instant,
  type IsoDate,
  plusDays,
  plusHours,
  plusWorkingDays,
  workingDaysBetween,
} from '../shared/time.ts';

/**
 * The last day of the department's promise, counted from a complete application
 * (Delhi (Right of Citizen to Time Bound Delivery of Services) Act, 2011). A service without a limit is due at once.
 */
export function dueOn(
  service: ServiceDefinition,
  answers: Answers,
  at: Instant,
  holidays: ReadonlySet<IsoDate>,
): IsoDate {
  const from = dayOf(at);
  const limit = timeLimitOf(service, answers, from)?.limit;
  if (!limit) return from;
  if (limit.unit === 'hours') return dayOf(plusHours(at, limit.days.value));
  return limit.unit === 'working'
    ? plusWorkingDays(from, limit.days.value, holidays)
    : plusDays(from, limit.days.value);
}

/** The moment at which a promise in hours ends; `undefined` where it is in days. */
export function dueAt(service: ServiceDefinition, answers: Answers, at: Instant): Instant | undefined {
  const limit = timeLimitOf(service, answers, dayOf(at))?.limit;
  return limit?.unit === 'hours' ? plusHours(at, limit.days.value) : undefined;
}

/** The promise after the clock stood still: later by the days of the rest, of the kind in which it was given. */
export function dueAfterRest(
  service: ServiceDefinition,
  answers: Answers,
  promise: { readonly filedOn: IsoDate; readonly dueOn: IsoDate },
  rest: { readonly from: IsoDate; readonly to: IsoDate },
  holidays: ReadonlySet<IsoDate>,
): IsoDate {
  const unit = timeLimitOf(service, answers, promise.filedOn)?.limit.unit;
  return unit === 'working'
    ? plusWorkingDays(promise.dueOn, workingDaysBetween(rest.from, rest.to, holidays), holidays)
    : plusDays(promise.dueOn, daysBetween(rest.from, rest.to));
}
