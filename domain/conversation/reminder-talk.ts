import { serviceKey } from '../catalogue/catalogue.ts';
import { phrase } from '../shared/phrase.ts';
import { dayOf, INDIA_OFFSET_MINUTES, type Instant, plusDays, plusMinutes } from '../shared/time.ts';
import { command } from './commands.ts';
import { choice, type TurnInHand } from './turn.ts';

/** The next morning at ten, in India: nobody is woken by a form. */
export const nextMorning = (now: Instant): Instant =>
  plusMinutes(`${plusDays(dayOf(now), 1)}T10:00:00.000Z`, -INDIA_OFFSET_MINUTES);

/** After a turn that leaves a form open, one reminder is set for the next morning; what came before it is stale. */
export function keepReminder(turn: TurnInHand): void {
  const { form, timer, noticesStopped } = turn.conversation;
  if (!form || form.remindedAt || noticesStopped) {
    if (timer) turn.forget('timer');
    return;
  }
  if (timer) return;
  turn.change({ timer: turn.context.freshId });
  turn.wish({ type: 'set-timer', token: turn.context.freshId, at: nextMorning(turn.context.now) });
}

/** One gentle reminder for a form that rests; then silence is respected. */
export function hearTimer(turn: TurnInHand, token: string): void {
  const { form, timer, noticesStopped } = turn.conversation;
  if (timer !== token) return;
  turn.forget('timer');
  if (!form || noticesStopped) return;
  turn.changeForm({ remindedAt: turn.context.now });
  turn.say(phrase('form.reminder', { service: { phrase: phrase(serviceKey.name(form.serviceId)) } }), {
    choices: [
      choice(command.formGoOn, 'form.goOn'),
      choice(command.formCancel, 'form.cancel'),
      choice(command.stopNotices, 'notices.stop'),
    ],
  });
}
