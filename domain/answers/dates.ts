import { dayMeantBy } from '../catalogue/check-answer.ts';
import type { Facts } from '../catalogue/rule.ts';
import type { Question } from '../catalogue/service-definition.ts';
import type { IsoDate } from '../shared/time.ts';
import { type DateFound, type DateProblem, type DateSetting, type DateToken, dateTokens } from './date-parts.ts';
import { relativeDateAt } from './relative-dates.ts';
import { type Found, statedDateAt } from './stated-dates.ts';
import { weekdayWords } from './words/dates.ts';

export type DateRead =
  | { readonly date: IsoDate; readonly stated: boolean; readonly alternatives: readonly IsoDate[] }
  | { readonly problem: DateProblem };

/** Where a question looks, by its window. */
export function settingOf({ notBefore, notAfter }: Question, today: IsoDate, facts: Facts = {}): DateSetting {
  const latest = dayMeantBy(notAfter, facts, today);
  const earliest = dayMeantBy(notBefore, facts, today);
  const side =
    latest !== undefined && latest <= today
      ? 'past'
      : earliest !== undefined && earliest >= today
        ? 'future'
        : undefined;
  return { today, side };
}

/** The one day that a text speaks of. Several different days are offered as alternatives. */
export function readDate(text: string, setting: DateSetting): DateRead {
  const tokens = dateTokens(text);
  const all = findAll(tokens, setting);
  const dates = fullestOf(all.filter(isDate), tokens);
  const [first, ...others] = dates;
  if (!first) {
    const [mistaken] = all.filter((each) => 'problem' in each);
    return { problem: mistaken && 'problem' in mistaken ? mistaken.problem : loneYear(tokens) };
  }
  const leftOver = tokens.some((token, at) => token.digits && dates.every(({ from, to }) => at < from || at >= to));
  const alternatives = [...first.alternatives, ...others.flatMap((each) => [each.date, ...each.alternatives])];
  return {
    date: first.date,
    stated: first.stated && !leftOver,
    alternatives: [...new Set(alternatives)].filter((date) => date !== first.date),
  };
}

const isDate = (found: Found): found is DateFound => 'date' in found;

function findAll(tokens: readonly DateToken[], setting: DateSetting): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; ) {
    const date = statedDateAt(tokens, at, setting) ?? relativeDateAt(tokens, at, setting);
    if (date) found.push(date);
    at = date ? date.to : at + 1;
  }
  return found;
}

/** "Kal, 5 March 2026" names one day twice: a full date counts more than "kal", and anything more than a weekday. */
function fullestOf(found: readonly DateFound[], tokens: readonly DateToken[]): readonly DateFound[] {
  const isWeekday = ({ to }: DateFound): boolean => weekdayWords.has(tokens[to - 1]?.text ?? '');
  const stated = found.filter((each) => each.stated);
  const days = found.filter((each) => !isWeekday(each));
  return stated.length > 0 ? stated : days.length > 0 ? days : found;
}

/** Only a year: the day and the month are still to be said. */
const loneYear = (tokens: readonly DateToken[]): DateProblem =>
  tokens.some(({ value }) => value !== undefined && value >= 1900 && value <= 2100) ? 'dateIncomplete' : 'notADate';
