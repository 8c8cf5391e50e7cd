import { type IsoDate, isDate, plusDays, plusMonths } from '../shared/time.ts';
import type { Answers, Validity } from './service-definition.ts';

/** The last day on which a document issued that day is good: the earliest of its bounds. Absent: for life. */
export function validUntil(validity: Validity | undefined, answers: Answers, issuedOn: IsoDate): IsoDate | undefined {
  const bounds = (validity?.until.value ?? []).flatMap((bound) => dayOfBound(bound, answers, issuedOn) ?? []);
  return bounds.toSorted()[0];
}

/** The days on which the citizen is reminded to renew, the earliest first. */
export const reminderDays = ({ remindDaysBefore = [] }: Validity, validTo: IsoDate): readonly IsoDate[] =>
  remindDaysBefore.map((days) => plusDays(validTo, -days)).toSorted();

/** A bound that names an answer which is not there bounds nothing. */
function dayOfBound(bound: string, answers: Answers, issuedOn: IsoDate): IsoDate | undefined {
  if (bound === 'financial-year-end') {
    const year = Number(issuedOn.slice(0, 4));
    return issuedOn.slice(5) > '03-31' ? `${year + 1}-03-31` : `${year}-03-31`;
  }
  const [, amount = '', unit] = /^issued\+(\d{1,3})([dmy])$/.exec(bound) ?? [];
  if (unit === 'd') return plusDays(issuedOn, Number(amount));
  // A year from the fifth ends on the fourth.
  if (unit) return plusDays(plusMonths(issuedOn, Number(amount) * (unit === 'y' ? 12 : 1)), -1);
  const day = answers[bound];
  return day !== undefined && isDate(day) ? day : undefined;
}
