import type { OfficerId } from '../shared/ids.ts';
import type { ApplicationSnapshot, Booking, Change } from './application-snapshot.ts';
import { NotNow } from './errors.ts';

/** The place is the citizen's; nothing is owed any more. */
export const confirm = ({ booking }: ApplicationSnapshot): Change => ({
  status: 'confirmed',
  set: { feePaid: true, ...(booking && { booking: { slot: booking.slot, timesMoved: booking.timesMoved } }) },
  entry: { by: 'system' },
  events: ['BookingConfirmed'],
});

/** Another time, by the citizen's wish. */
export function move(state: ApplicationSnapshot, slot: string): Change {
  const booking = confirmed(state);
  return {
    status: 'confirmed',
    set: { booking: { slot, timesMoved: booking.timesMoved + 1 } },
    entry: { what: 'rescheduled', by: 'citizen', note: slot },
    events: ['BookingMoved'],
  };
}

/** Given up by the citizen, or by time when the fee did not come. */
export function cancel({ status, acknowledgementNumber }: ApplicationSnapshot, by: 'citizen' | 'system'): Change {
  if (status !== 'confirmed' && status !== 'held') throw new NotNow(acknowledgementNumber);
  return { status: 'cancelled', entry: { by }, events: ['BookingCancelled'] };
}

/** The officer saw whether somebody came; only after the time itself can nobody have come. */
export function end(state: ApplicationSnapshot, by: OfficerId, attended: boolean, nowLocal: string): Change {
  const { slot } = confirmed(state);
  if (!attended && nowLocal < slot) throw new NotNow(state.acknowledgementNumber);
  return { status: attended ? 'completed' : 'no-show', entry: { by }, events: ['BookingEnded'] };
}

function confirmed({ status, booking, acknowledgementNumber }: ApplicationSnapshot): Booking {
  if (status !== 'confirmed' || !booking) throw new NotNow(acknowledgementNumber);
  return booking;
}
