import type { ComplaintPlan } from '../catalogue/service-definition.ts';
import type { ApplicationSnapshot } from './application-snapshot.ts';
import { isWithOfficer } from './status.ts';

type Filed = Pick<ApplicationSnapshot, 'answers' | 'filedAt'>;

/** Among open complaints the case that a new one belongs to: same answers, near, and soon after it. Joined ones lead to their case. */
export function caseOf(
  merge: NonNullable<ComplaintPlan['merge']>,
  filed: Filed,
  others: readonly ApplicationSnapshot[],
): ApplicationSnapshot | undefined {
  return others.find(
    (other) =>
      isWithOfficer(other.status) &&
      other.joins === undefined &&
      merge.same.every((question) => (other.answers[question] ?? '') === (filed.answers[question] ?? '')) &&
      hoursBetween(other, filed) <= merge.hours &&
      metresBetween(other.answers[merge.place], filed.answers[merge.place]) <= merge.metres,
  );
}

const hoursBetween = (one: Filed, other: Filed): number =>
  Math.abs(Date.parse(other.filedAt) - Date.parse(one.filedAt)) / 3_600_000;

/** By the coordinates in two places; places that were only described are as near as their words are the same. */
export function metresBetween(one = '', other = ''): number {
  const [from, to] = [pointIn(one), pointIn(other)];
  if (!from || !to) return one !== '' && one.toLowerCase() === other.toLowerCase() ? 0 : Number.POSITIVE_INFINITY;
  const radians = Math.PI / 180;
  const north = (to.latitude - from.latitude) * radians;
  const east = (to.longitude - from.longitude) * radians * Math.cos(((from.latitude + to.latitude) / 2) * radians);
  return EARTH_METRES * Math.hypot(north, east);
}

const EARTH_METRES = 6_371_000;

function pointIn(place: string): { latitude: number; longitude: number } | undefined {
  const [, latitude, longitude] = /(-?\d{1,2}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)/.exec(place) ?? [];
  return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : undefined;
}
