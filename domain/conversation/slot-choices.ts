import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { weekdayOf } from '../shared/time.ts';
import { command } from './commands.ts';
import type { SlotsShown } from './conversation.ts';
import type { FreeDay } from './event.ts';
import { oneListOf } from './list-rows.ts';
import type { Choice } from './message.ts';
import { choice, type TurnInHand } from './turn.ts';

/** Asks for the day, and once that is known for the time. `before` is said in the same message. */
export function saySlots(turn: TurnInHand, slots: SlotsShown, before?: Phrase): void {
  const say = (text: Phrase, choices: readonly Choice[]): void =>
    turn.say(before ? lines(before, text) : text, { choices, listTitle: phrase('form.choose') });
  if (slots.days.length === 0) {
    return say(phrase('booking.nothingFree'), [
      choice(command.slotsAgain, 'bill.tryAgain'),
      choice(command.human, 'talk.person'),
    ]);
  }
  const chosen = slots.days.find(({ day }) => day === slots.day);
  if (!chosen) {
    return say(phrase('booking.whichDay'), oneListOf(slots.days.map(dayChoice), slots.from, command.slotsMore));
  }
  const times = chosen.times.map((time) => choice(command.slotTime(chosen.day, time), 'booking.time', { time }));
  say(
    phrase('booking.whichTime', { day: { date: chosen.day, withWeekday: true } }),
    oneListOf(times, slots.from, command.slotsMore, [choice(command.slotDays, 'booking.anotherDay')]),
  );
}

/** Short enough for the row of a list. */
const dayChoice = ({ day }: FreeDay): Choice =>
  choice(command.slotDay(day), 'booking.day', {
    weekday: { phrase: phrase(`calendar.weekdays.${weekdayOf(day)}`) },
    day: Number(day.slice(8)),
    month: { phrase: phrase(`calendar.months.${Number(day.slice(5, 7))}`) },
  });
