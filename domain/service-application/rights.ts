import { dayOf, daysBetween, type IsoDate } from '../shared/time.ts';
import type { ApplicationSnapshot } from './application-snapshot.ts';
import { isWithOfficer } from './status.ts';

/** Within the days after a refusal, or while a promise is broken; one appeal for a file. */
export function mayAppeal(state: ApplicationSnapshot, withinDays: number, today: IsoDate): boolean {
  const { kind, status, decision, dueOn, appeal } = state;
  if (kind !== 'application' || appeal) return false;
  if (status === 'rejected') return decision !== undefined && daysBetween(dayOf(decision.at), today) <= withinDays;
  return isWithOfficer(status) && dueOn < today;
}
