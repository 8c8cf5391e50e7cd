import type { Dated } from '../catalogue/service-definition.ts';
import type { DepartmentId } from '../shared/ids.ts';
import {
  dayOf,
  type Instant,
  type IsoDate,
  instantAt,
  isWorkingDay,
  localTimeOf,
  minutesBetween,
  plusDays,
  plusMinutes,
} from '../shared/time.ts';

/** From when to when people answer on working days, as local time: `09:30`. */
export interface OfficeHours {
  readonly opens: string;
  readonly closes: string;
}

/** Who answers people that want to talk to a person, and when. */
export interface HelpDesk {
  readonly hours: Dated<OfficeHours>;
  /** Where a talk goes that is about no department's service. */
  readonly department: DepartmentId;
  /** Open hours after which a talk in which nothing more is said goes back to the machine. */
  readonly answerWithinHours: Dated<number>;
  /** Days for which is kept what was said in a talk. */
  readonly keptDays: Dated<number>;
}

/** No office is closed for longer. */
const LONGEST_BREAK_DAYS = 30;

/** When the office opens next; absent while it is open. */
export function opensAt(
  { opens, closes }: OfficeHours,
  holidays: ReadonlySet<IsoDate>,
  now: Instant,
): Instant | undefined {
  const today = dayOf(now);
  const time = localTimeOf(now).slice(11);
  const worksToday = isWorkingDay(today, holidays);
  if (worksToday && time >= opens && time < closes) return undefined;
  if (worksToday && time < opens) return instantAt(today, opens);
  let day = plusDays(today, 1);
  for (let left = LONGEST_BREAK_DAYS; left > 0 && !isWorkingDay(day, holidays); left -= 1) day = plusDays(day, 1);
  return instantAt(day, opens);
}

/** Since when the office was open for so many minutes until now: who has waited from then on, has waited so long. */
export function openSince(
  { opens, closes }: OfficeHours,
  holidays: ReadonlySet<IsoDate>,
  now: Instant,
  minutes: number,
): Instant {
  let left = minutes;
  let day = dayOf(now);
  for (let shut = 0; shut <= LONGEST_BREAK_DAYS; day = plusDays(day, -1)) {
    const [from, until] = [instantAt(day, opens), earlier(instantAt(day, closes), now)];
    const open = isWorkingDay(day, holidays) ? Math.max(0, minutesBetween(from, until)) : 0;
    if (open >= left) return plusMinutes(until, -left);
    left -= open;
    shut = open > 0 ? 0 : shut + 1;
  }
  return instantAt(day, opens);
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
