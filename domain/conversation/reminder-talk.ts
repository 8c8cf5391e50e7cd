import { serviceKey } from '../catalogue/catalogue.ts';
import { phrase } from '../shared/phrase.ts';
import { dayOf, daysBetween, type Instant, instantAt, localTimeOf, plusDays } from '../shared/time.ts';
import { command } from './commands.ts';
import type { Form } from './conversation.ts';
import { choice, type TurnInHand } from './turn.ts';

/** Days that an unfinished form waits for its citizen. */
const RESTS_DAYS = 30;
/** People are written to from ten on, and not after eleven. */
const MORNING = '10:00';
const MORNING_ENDS = '11:00';

/** Ten in the morning, some days after: nobody is woken by a form. */
const morningAfter = (at: Instant, days: number): Instant => instantAt(plusDays(dayOf(at), days), MORNING);

const touched = ({ touchedAt, startedAt }: Form): Instant => touchedAt ?? startedAt;
const restsSince = (form: Form, now: Instant): number => daysBetween(dayOf(touched(form)), dayOf(now));
const mayBeReminded = (turn: TurnInHand): boolean =>
  turn.conversation.form !== undefined && !turn.conversation.form.remindedAt && !turn.conversation.noticesStopped;

/** While a form waits, open or put aside, the talk is woken some morning: to remind of it once, or to let it go. */
export function keepReminder(turn: TurnInHand): void {
  if (turn.conversation.form) turn.changeForm({ touchedAt: turn.context.now });
  if (waiting(turn).length === 0) return turn.conversation.timer ? turn.forget('timer') : undefined;
  if (!turn.conversation.timer) wakeLater(turn);
}

const waiting = (turn: TurnInHand): readonly Form[] => {
  const { form, drafts = [] } = turn.conversation;
  return form ? [form, ...drafts] : drafts;
};

/** The next morning while somebody is to be reminded; else when the form that rests longest has waited enough. */
function wakeLater(turn: TurnInHand): void {
  const { now, freshId } = turn.context;
  const [longest] = waiting(turn).map(touched).sort();
  if (longest === undefined) return;
  const atEnd = morningAfter(longest, RESTS_DAYS);
  const next = morningAfter(now, 1);
  turn.change({ timer: freshId });
  turn.wish({ type: 'set-timer', token: freshId, at: mayBeReminded(turn) || atEnd < next ? next : atEnd });
}

/** One gentle reminder for a form that rests over a night; then silence is respected, and after a month it is let go. */
export function hearTimer(turn: TurnInHand, token: string): void {
  const { now } = turn.context;
  if (turn.conversation.timer !== token) return;
  turn.forget('timer');
  if (isMorning(now)) {
    for (const form of waiting(turn)) if (restsSince(form, now) >= RESTS_DAYS) letGo(turn, form);
    const { form } = turn.conversation;
    if (form && mayBeReminded(turn) && restsSince(form, now) > 0) remind(turn, form);
  }
  if (waiting(turn).length > 0) wakeLater(turn);
}

/** A worker that was down until evening waits for the next one. */
const isMorning = (now: Instant): boolean => {
  const time = localTimeOf(now).slice(11);
  return time >= MORNING && time < MORNING_ENDS;
};

function remind(turn: TurnInHand, { serviceId }: Form): void {
  turn.changeForm({ remindedAt: turn.context.now });
  turn.say(phrase('form.reminder', { service: { phrase: phrase(serviceKey.name(serviceId)) } }), {
    choices: [
      choice(command.formGoOn, 'form.goOn'),
      choice(command.formCancel, 'form.cancel'),
      choice(command.stopNotices, 'notices.stop'),
    ],
  });
}

/** With notice, unless he wants none. */
function letGo(turn: TurnInHand, form: Form): void {
  const { drafts = [], noticesStopped } = turn.conversation;
  if (turn.conversation.form === form) turn.endForm();
  else turn.change({ drafts: drafts.filter((each) => each !== form) });
  if (noticesStopped) return;
  turn.say(phrase('form.expired', { service: { phrase: phrase(serviceKey.name(form.serviceId)) } }), {
    choices: [choice(command.apply(form.serviceId), 'form.startAgain')],
  });
}
