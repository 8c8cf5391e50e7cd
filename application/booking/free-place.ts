import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Places } from '../ports/out/places.ts';

/** Gives a place to whoever comes next. Safe to repeat. */
export class FreePlace {
  private readonly places: Places;

  constructor(places: Places) {
    this.places = places;
  }

  free(applicationId: ApplicationId): Promise<void> {
    return this.places.free(applicationId);
  }
}
