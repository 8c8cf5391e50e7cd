import type { Dated } from '../catalogue/service-definition.ts';
import type { DepartmentId } from '../shared/ids.ts';
import { dayOf, type Instant, type IsoDate, instantAt, isWorkingDay, localTimeOf, plusDays } from '../shared/time.ts';

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
