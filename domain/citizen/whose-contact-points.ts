import type { ContactPoint } from '../shared/contact-point.ts';
import type { CitizenId } from '../shared/ids.ts';

export type Whose =
  /** `add`: contact points that are new of him. `move`: numbers that were another's and have changed hands. */
  | { readonly citizenId: CitizenId; readonly add: readonly ContactPoint[]; readonly move: readonly ContactPoint[] }
  | { readonly citizenId: undefined; readonly add: readonly ContactPoint[]; readonly move: readonly ContactPoint[] };

/**
 * Whose are contact points that a provider reported together? The provider's user id names the person; a number may
 * have changed hands. So the user id decides where it is known. A known number goes with it, and with an unknown user
 * id only if its holder has none: a holder with another user id is somebody else, who had the number before.
 */
export function whoseAre(
  points: readonly ContactPoint[],
  holderOf: (point: ContactPoint) => { readonly citizenId: CitizenId; readonly hasUserId: boolean } | undefined,
): Whose {
  const held = points.map((point) => ({ point, holder: holderOf(point) }));
  const byUserId = held.find(({ point, holder }) => point.kind === 'user-id' && holder);
  const hasUserId = points.some(({ kind }) => kind === 'user-id');
  const byPhone = held.find(
    ({ point, holder }) => point.kind === 'phone' && holder && !(hasUserId && holder.hasUserId),
  );
  const citizenId = (byUserId ?? byPhone)?.holder?.citizenId;
  const others = held.filter(({ holder }) => holder?.citizenId !== citizenId || holder === undefined);
  return {
    citizenId,
    add: others.filter(({ holder }) => holder === undefined).map(({ point }) => point),
    move: others.filter(({ holder }) => holder !== undefined).map(({ point }) => point),
  };
}
