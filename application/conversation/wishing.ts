import type { Outcome } from '#domain/conversation/event.ts';
import type { Wish } from '#domain/conversation/wish.ts';
import { outlivesStop, STOPPED, urgencies } from '#domain/notification/urgency.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { Applying } from '../ports/in/applying.ts';
import type { HandingOver } from '../ports/in/attending.ts';
import type { Booking } from '../ports/in/booking.ts';
import type { Consenting } from '../ports/in/consenting.ts';
import type { Erasing } from '../ports/in/erasing.ts';
import type { Proving } from '../ports/in/proving.ts';
import type { Recalling } from '../ports/in/recalling.ts';
import type { Tracking } from '../ports/in/tracking.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { NewJob } from '../ports/out/jobs.ts';
import type { Outbox } from '../ports/out/outbox.ts';

/** What surrounds a wish: where the citizen spoke, and where slow work is put. */
export interface WishContext {
  readonly channel: string;
  readonly addJob: (job: NewJob) => void;
}

/** Does what a talk wishes for, or leaves it to a job where it is slow. @throws Refusal */
export type GrantWish = (citizenId: CitizenId, wish: Wish, context: WishContext) => Promise<Outcome>;

const endedByStop = urgencies.filter((urgency) => !outlivesStop(urgency));

/** One place says which port grants which wish. */
export function wishesGrantedBy(
  applying: Applying,
  tracking: Tracking,
  booking: Booking,
  consenting: Consenting,
  erasing: Erasing,
  proving: Pick<Proving, 'makeLink'>,
  handingOver: HandingOver,
  recalling: Recalling,
  outbox: Pick<Outbox, 'drop'>,
  clock: Clock,
): GrantWish {
  return async (citizenId, wish, { channel, addJob }) => {
    const later = (kind: string, payload: NewJob['payload'], runAt = clock.now()): Outcome => {
      addJob({ citizenId, kind, payload, runAt });
      return { type: 'done', wish: wish.type };
    };
    switch (wish.type) {
      case 'submit':
        return { type: 'submitted', ...(await applying.submit(citizenId, wish.submission)) };
      case 'track': {
        const all = await tracking.track(citizenId);
        const meant = all.filter(({ acknowledgementNumber: number }) => number === wish.acknowledgementNumber);
        const applications = meant.length > 0 ? meant : all;
        return { type: 'tracked', applications, ...(wish.bookingChange && { bookingChange: wish.bookingChange }) };
      }
      case 'find-slots':
        return { type: 'slots', applicationId: wish.applicationId, days: await booking.offer(citizenId, wish) };
      case 'hold-slot': {
        const minutes = await booking.hold(citizenId, wish);
        return { type: 'held', applicationId: wish.applicationId, slot: wish.slot, minutes };
      }
      case 'move-booking':
        await booking.move(citizenId, wish);
        break;
      case 'recall':
        return { type: 'recalled', ...(await recalling.recall(citizenId, wish)) };
      case 'hand-over':
        return { type: 'handed-over', handoverId: wish.handoverId, ...(await handingOver.ask(citizenId, wish)) };
      case 'tell-officer':
        return { type: 'passed-on', ...(await handingOver.hear(citizenId, wish.handoverId, wish)) };
      case 'leave-officer':
        await handingOver.leave(citizenId, wish.handoverId);
        break;
      case 'make-link':
        return { type: 'linked', ...(await proving.makeLink(citizenId)) };
      case 'answer-query':
        await applying.answerQuery(citizenId, wish);
        break;
      case 'confirm-resolved':
        await applying.confirmResolved(citizenId, wish.applicationId);
        break;
      case 'reopen':
        await applying.reopen(citizenId, wish.applicationId);
        break;
      case 'appeal':
        await applying.appeal(citizenId, wish);
        break;
      case 'cancel-booking':
      case 'withdraw-application':
        await applying.withdraw(citizenId, wish.applicationId);
        break;
      case 'give-consent':
        await consenting.give({ ...wish, citizenId, channel });
        break;
      case 'withdraw-consent':
        await consenting.withdrawAll(citizenId);
        break;
      case 'erase':
        await erasing.requireErasable(citizenId);
        // The last words have to leave before the key goes.
        return later('erase-citizen', {}, plusMinutes(clock.now(), 1));
      case 'accept-paper':
        return later('accept-paper', {
          paperId: wish.paperId,
          media: wish.media,
          expected: wish.expected,
          channel: wish.channel ?? channel,
        });
      case 'transcribe':
        return later('transcribe-note', {
          noteId: wish.noteId,
          media: wish.media,
          language: wish.language,
          channel,
        });
      case 'fetch-bill':
        return later('fetch-bill', { serviceId: wish.serviceId, account: wish.account });
      case 'send-documents':
        return later('send-documents', { applicationId: wish.applicationId });
      case 'ask-payment':
        return later('open-payment', { applicationId: wish.applicationId });
      case 'set-timer':
        return later('wake-talk', { token: wish.token }, wish.at);
      case 'stop-notices':
        // The talk itself remembers that nothing new may leave; this is for what was on its way.
        await outbox.drop(citizenId, endedByStop, STOPPED);
        break;
      case 'resume-notices':
        break;
    }
    return { type: 'done', wish: wish.type };
  };
}
