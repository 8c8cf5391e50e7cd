import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';

export interface Registering {
  /** Who is behind each group of contact points that one provider reported together; new people are registered. */
  citizensBehind(groups: readonly (readonly ContactPoint[])[]): Promise<readonly CitizenId[]>;
  /** Who is behind contact points of which he has left some at that moment; there he is reached no more. Safe to repeat. */
  moved(points: readonly ContactPoint[], left: readonly ContactPoint[], at: Instant): Promise<CitizenId>;
}
