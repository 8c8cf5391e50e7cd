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

/** Another time, by the citizen's wish; `question` is the one that it answers. */
export function move(state: ApplicationSnapshot, question: string, slot: string): Change {
  const booking = confirmed(state);
  return {
    status: 'confirmed',
    set: {
      booking: { slot, timesMoved: booking.timesMoved + 1 },
      answers: { ...state.answers, [question]: slot },
    },
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

/** A booking may be moved so often, and so long before. Times are local. */
export function mayMove(
  { status, booking }: ApplicationSnapshot,
  allowed: { readonly times: number; readonly hoursBefore: number } | undefined,
  now: string,
): boolean {
  if (status !== 'confirmed' || !booking || !allowed || booking.timesMoved >= allowed.times) return false;
  return (Date.parse(`${booking.slot}:00Z`) - Date.parse(`${now}:00Z`)) / 3_600_000 >= allowed.hoursBefore;
}
