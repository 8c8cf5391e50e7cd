import type { OfferedDay } from '#domain/booking/slots.ts';
import type { Answers } from '#domain/catalogue/service-definition.ts';
import type { ApplicationId, CitizenId, ServiceId } from '#domain/shared/ids.ts';

/** What is to be booked, as far as it has been said. */
export interface BookingAsked {
  readonly applicationId: ApplicationId;
  readonly serviceId: ServiceId;
  readonly answers: Answers;
}

/** Finding a time, keeping it, and moving it. */
export interface Booking {
  /** The days and times that are free for these answers; for a booking that is made already, those it can be moved to. */
  offer(citizenId: CitizenId, asked: BookingAsked): Promise<readonly OfferedDay[]>;
  /** Keeps a place for some minutes, and says for how many. @throws SlotTaken */
  hold(citizenId: CitizenId, asked: BookingAsked & { readonly slot: string }): Promise<number>;
  /** @throws SlotTaken @throws NoMoreMoves */
  move(citizenId: CitizenId, moved: { readonly applicationId: ApplicationId; readonly slot: string }): Promise<void>;
}
