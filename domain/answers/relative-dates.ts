import { type IsoDate, plusDays, weekdayOf } from '../shared/time.ts';
import { type DateFound, type DateSetting, type DateToken, dayOf } from './date-parts.ts';
import {
  afterWords,
  agoWords,
  dateWords,
  dayWords,
  fixedDays,
  lastWords,
  monthUnitWords,
  nearbyDays,
  nextWords,
  thisWords,
  weekdayWords,
  weekWords,
} from './words/dates.ts';

/** A day told from today: kal, 3 din pehle, pichle somvar, 5 tarikh. It is never "stated", so it is shown back with its weekday. */
export function relativeDateAt(
  tokens: readonly DateToken[],
  from: number,
  setting: DateSetting,
): DateFound | undefined {
  return (
    fixedDayAt(tokens, from, setting) ??
    nearbyDayAt(tokens, from, setting) ??
    countedDaysAt(tokens, from, setting) ??
    weekdayAt(tokens, from, setting) ??
    dayOfMonthAt(tokens, from, setting)
  );
}

const textAt = (tokens: readonly DateToken[], at: number): string => tokens[at]?.text ?? '';

const found = (dates: readonly (IsoDate | undefined)[], from: number, to: number): DateFound | undefined => {
  const [date, ...alternatives] = [...new Set(dates.filter((each) => each !== undefined))];
  return date === undefined ? undefined : { date, stated: false, alternatives, from, to };
};

function fixedDayAt(tokens: readonly DateToken[], from: number, { today }: DateSetting): DateFound | undefined {
  for (const [phrase, days] of fixedDays) {
    const words = phrase.split(' ');
    if (words.every((word, i) => textAt(tokens, from + i) === word)) {
      return found([plusDays(today, days)], from, from + words.length);
    }
  }
  return undefined;
}

/** "kal" is yesterday and tomorrow; the question's side decides, and without one both are offered. */
function nearbyDayAt(tokens: readonly DateToken[], from: number, { today, side }: DateSetting): DateFound | undefined {
  const days = nearbyDays.get(textAt(tokens, from));
  if (days === undefined) return undefined;
  const [past, future] = [plusDays(today, -days), plusDays(today, days)];
  return found(side === 'future' ? [future] : side === 'past' ? [past] : [past, future], from, from + 1);
}

/** 3 din pehle, do hafte baad, 5 days ago. Months and years are no dates: which day is meant was not said. */
function countedDaysAt(tokens: readonly DateToken[], from: number, { today }: DateSetting): DateFound | undefined {
  const count = tokens[from]?.value;
  if (count === undefined || !Number.isInteger(count) || count > 1000) return undefined;
  const unit = textAt(tokens, from + 1);
  const days = dayWords.has(unit) ? count : weekWords.has(unit) ? count * 7 : undefined;
  if (days === undefined) return undefined;
  const at = textAt(tokens, from + 2) === 'ke' || textAt(tokens, from + 2) === 'के' ? from + 3 : from + 2;
  if (agoWords.has(textAt(tokens, at))) return found([plusDays(today, -days)], from, at + 1);
  return afterWords.has(textAt(tokens, at)) ? found([plusDays(today, days)], from, at + 1) : undefined;
}

/** pichle somvar, next Monday; a bare weekday is the nearest on the question's side. Beside a full date it adds nothing. */
function weekdayAt(tokens: readonly DateToken[], from: number, { today, side }: DateSetting): DateFound | undefined {
  const direction = textAt(tokens, from);
  const isTold = lastWords.has(direction) || nextWords.has(direction) || thisWords.has(direction);
  const at = isTold ? from + 1 : from;
  const weekday = weekdayWords.get(textAt(tokens, at));
  if (weekday === undefined) return undefined;
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const past = plusDays(today, -(lastWords.has(direction) && back === 0 ? 7 : back));
  const forward = (7 - back) % 7;
  const future = plusDays(today, nextWords.has(direction) && forward === 0 ? 7 : forward);
  if (lastWords.has(direction)) return found([past], from, at + 1);
  if (nextWords.has(direction)) return found([future], from, at + 1);
  return found(side === 'past' ? [past] : side === 'future' ? [future] : [past, future], from, at + 1);
}

/** 5 tarikh, pichle mahine ki 5 tarikh; without a month, the nearest 5th on the question's side. */
function dayOfMonthAt(tokens: readonly DateToken[], from: number, setting: DateSetting): DateFound | undefined {
  const shift = monthShiftAt(tokens, from);
  const at = from + (shift === undefined ? 0 : 3);
  const day = tokens[at]?.value;
  const isNamed = dateWords.has(textAt(tokens, at + 1));
  if (day === undefined || day < 1 || day > 31 || !Number.isInteger(day) || (!isNamed && shift === undefined))
    return undefined;
  const to = at + (isNamed ? 2 : 1);
  if (shift !== undefined) return found([dayInMonth(setting.today, shift, day)], from, to);
  const near = [-2, -1, 0, 1, 2]
    .map((months) => dayInMonth(setting.today, months, day))
    .filter((each) => each !== undefined);
  const past = near.filter((each) => each <= setting.today).at(-1);
  const future = near.find((each) => each >= setting.today);
  const dates = setting.side === 'past' ? [past] : setting.side === 'future' ? [future] : [past, future];
  return found(dates, from, to);
}

/** "pichle mahine ki": how many months from this one. */
function monthShiftAt(tokens: readonly DateToken[], from: number): number | undefined {
  const [direction, unit, joining] = [textAt(tokens, from), textAt(tokens, from + 1), textAt(tokens, from + 2)];
  if (!monthUnitWords.has(unit) || !['ki', 'की', 'ke', 'के', 'ka'].includes(joining)) return undefined;
  if (lastWords.has(direction)) return -1;
  if (nextWords.has(direction)) return 1;
  return thisWords.has(direction) ? 0 : undefined;
}

function dayInMonth(today: IsoDate, shift: number, day: number): IsoDate | undefined {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + shift;
  return dayOf(Math.floor(months / 12), (months % 12) + 1, day);
}
