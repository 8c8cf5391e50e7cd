import { readDate } from '../answers/dates.ts';
import { readTime } from '../answers/times.ts';
import { readYesNo } from '../answers/yes-no.ts';
import type { ApplicationId } from '../shared/ids.ts';
import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { command } from './commands.ts';
import type { Form, SlotsShown } from './conversation.ts';
import type { Outcome } from './event.ts';
import { goOn, takeAnswer } from './form.ts';
import { hearStale } from './menu-talk.ts';
import { saySlots } from './slot-choices.ts';
import { slotPhrase } from './standing-talk.ts';
import { choice, type TurnInHand } from './turn.ts';

/** The slot question of the open form, when the talk is about that form's slots; before consent it has none. */
function slotQuestion(turn: TurnInHand, form: Form | undefined, applicationId: ApplicationId): string | undefined {
  if (form?.applicationId !== applicationId || form.asking.what === 'consent') return undefined;
  return turn.context.catalogue.find(form.serviceId)?.booking?.slot;
}

/** Free times have been found: for the open form, or for a booking that is to be moved. */
export function hearSlots(turn: TurnInHand, { applicationId, days }: Extract<Outcome, { type: 'slots' }>): void {
  turn.change({ slots: { applicationId, days } });
  show(turn);
}

function show(turn: TurnInHand, change: Partial<SlotsShown> = {}, before?: ReturnType<typeof phrase>): void {
  const { slots } = turn.conversation;
  if (!slots) return hearStale(turn);
  const { day: _day, from: _from, ...rest } = slots;
  turn.change({ slots: { ...rest, ...change } });
  const { form } = turn.conversation;
  if (form && slotQuestion(turn, form, slots.applicationId)) return askAgain(turn, before, true);
  saySlots(turn, { ...rest, ...change }, before);
}

/** A tap on a day, a time, or one of the ways to see others. */
export function tapSlot(turn: TurnInHand, what: string, value: string): void {
  const { slots } = turn.conversation;
  if (!slots) return hearStale(turn);
  if (what === 'days') return show(turn);
  if (what === 'again') return findSlots(turn, slots.applicationId);
  if (what === 'more' && /^\d{1,3}$/.test(value)) {
    return show(turn, { ...(slots.day && { day: slots.day }), from: Number(value) });
  }
  const [day = '', time] = value.split('T');
  const offered = slots.days.find((each) => each.day === day);
  if (what === 'day' && offered) return show(turn, { day });
  if (what === 'time' && time && offered?.times.includes(time)) return take(turn, slots, value);
  hearStale(turn);
}

/** "Kal 11 baje": a day, a time, or both, in people's own words. */
export function hearSlotText(turn: TurnInHand, text: string): boolean {
  const { slots } = turn.conversation;
  if (!slots || !isAsked(turn, slots)) return false;
  const time = readTime(text);
  const read = readDate(time?.rest ?? text, { today: turn.today, side: 'future' });
  const said = 'date' in read ? [read.date, ...read.alternatives] : [];
  const wanted = said.length > 0 ? said : slots.day ? [slots.day] : [];
  if (said.length === 0 && !time) return hearYesOrNo(turn, text);
  const day = slots.days.find((each) => wanted.includes(each.day));
  if (!day) {
    show(turn, {}, phrase(said.length > 0 ? 'booking.dayNotFree' : 'booking.dayFirst'));
    return true;
  }
  const fitting = time?.times.find((each) => day.times.includes(each));
  if (fitting) take(turn, slots, `${day.day}T${fitting}`);
  else show(turn, { day: day.day }, time ? phrase('booking.timeNotFree') : undefined);
  return true;
}

/** A bare yes chooses none of the times; a no leaves a booking that was to be moved where it is. */
function hearYesOrNo(turn: TurnInHand, text: string): boolean {
  const answer = readYesNo(text);
  const { slots, form } = turn.conversation;
  if (answer === undefined || !slots) return false;
  if (form || answer) {
    show(turn, slots.day ? { day: slots.day } : {}, phrase(slots.day ? 'booking.chooseTime' : 'booking.chooseDay'));
    return true;
  }
  turn.forget('slots');
  turn.say('booking.notMoved', { choices: [choice(command.mine, 'menu.mine')] });
  return true;
}

/** With a form open, only while it asks for the slot; a booking is moved when no form is in the way. */
function isAsked(turn: TurnInHand, { applicationId }: SlotsShown): boolean {
  const { form } = turn.conversation;
  if (!form) return true;
  return form.asking.what === 'question' && form.asking.question === slotQuestion(turn, form, applicationId);
}

function take(turn: TurnInHand, { applicationId }: SlotsShown, slot: string): void {
  const { form } = turn.conversation;
  if (!form || !slotQuestion(turn, form, applicationId))
    return turn.wish({ type: 'move-booking', applicationId, slot });
  const { serviceId, answers } = form;
  turn.wish({ type: 'hold-slot', applicationId, serviceId, answers, slot });
}

/** The place is kept; the form goes on. */
export function hearHeld(turn: TurnInHand, { applicationId, slot, minutes }: Extract<Outcome, { type: 'held' }>): void {
  const { form } = turn.conversation;
  const question = slotQuestion(turn, form, applicationId);
  if (!question) return;
  turn.forget('slots');
  takeAnswer(turn, question, slot);
  goOn(turn, phrase('booking.heldFor', { slot: slotPhrase(slot), minutes }));
}

/** Somebody was faster: the times are looked up anew, of the open form or of the booking that was to be moved. */
export function hearSlotGone(turn: TurnInHand, { wish }: Extract<Outcome, { type: 'refused' }>): void {
  const { form, slots } = turn.conversation;
  const question = form && wish !== 'move-booking' ? slotQuestion(turn, form, form.applicationId) : undefined;
  if (form && question) {
    const { [question]: _gone, ...answers } = form.answers;
    turn.changeForm({ answers, asking: { what: 'question', question, tries: 0 } });
  }
  turn.say('booking.slotTaken');
  const applicationId = form && question ? form.applicationId : slots?.applicationId;
  if (applicationId) findSlots(turn, applicationId);
}

/** Asks for the free times; they come by an outcome, in the same turn. */
export function findSlots(turn: TurnInHand, applicationId: ApplicationId): void {
  const { form } = turn.conversation;
  const isForm = form?.applicationId === applicationId;
  turn.wish({
    type: 'find-slots',
    applicationId,
    serviceId: isForm ? form.serviceId : '',
    answers: isForm ? form.answers : {},
  });
}
