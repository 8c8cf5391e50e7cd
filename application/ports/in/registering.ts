import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';

export interface Registering {
  /** Who is behind each group of contact points that one provider reported together; new people are registered. */
  citizensBehind(groups: readonly (readonly ContactPoint[])[]): Promise<readonly CitizenId[]>;
}
