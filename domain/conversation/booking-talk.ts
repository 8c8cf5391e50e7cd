import type { ApplicationId } from '../shared/ids.ts';
import { command } from './commands.ts';
import type { Standing } from './event.ts';
import { findSlots } from './slot-talk.ts';
import { sayStandings } from './standing-talk.ts';
import { choice, type TurnInHand } from './turn.ts';
import type { BookingChange } from './wish.ts';

/** "Samay badalna hai": the newest booking that this can be done with is meant; without one he sees what he has. */
export function changeBooking(turn: TurnInHand, applications: readonly Standing[], change: BookingChange): void {
  const booking = applications.find((each) => mayChange[change](each));
  if (!booking) return sayStandings(turn, applications);
  if (change === 'move') findSlots(turn, booking.id);
  else askToCancel(turn, booking.id);
}

const mayChange: Readonly<Record<BookingChange, (booking: Standing) => boolean>> = {
  move: ({ mayMove }) => mayMove === true,
  cancel: ({ status }) => status === 'confirmed' || status === 'held',
};

/** Cancelling cannot be undone, so it is asked once more. */
export function askToCancel(turn: TurnInHand, applicationId: ApplicationId): void {
  turn.say('booking.cancelSure', {
    choices: [
      choice(command.bookingCancelYes(applicationId), 'booking.cancelYes'),
      choice(command.mine, 'application.leave'),
    ],
  });
}
