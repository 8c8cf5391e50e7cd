import { type ContactPoint, contactPointKey } from '../shared/contact-point.ts';
import type { Instant } from '../shared/time.ts';
import type { CitizenSnapshot } from './citizen.ts';

/**
 * Contact points that tell who somebody is who has left some of them. One that its holder has got since then tells of
 * another person: a provider repeats its word for days, and the old number may have found a new owner.
 */
export const tellingOf = (
  points: readonly ContactPoint[],
  left: readonly ContactPoint[],
  holderOf: (point: ContactPoint) => CitizenSnapshot | undefined,
  at: Instant,
): readonly ContactPoint[] => {
  const isLeft = new Set(left.map(contactPointKey));
  return points.filter((point) => {
    const key = contactPointKey(point);
    const held = holderOf(point)?.contactPoints.find((each) => contactPointKey(each.point) === key);
    return !isLeft.has(key) || (held !== undefined && held.since <= at);
  });
};
