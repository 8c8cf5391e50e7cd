import { dayMeantBy } from '../catalogue/check-answer.ts';
import { evaluate, type Facts, holds } from '../catalogue/rule.ts';
import type { Answers, BookingPlan, ServiceDefinition, SlotTime } from '../catalogue/service-definition.ts';
import { type IsoDate, isWorkingDay, plusDays } from '../shared/time.ts';

/** A day on which something can be booked, with the starts of its slots, `HH:MM`. */
export interface OfferedDay {
  readonly day: IsoDate;
  readonly times: readonly string[];
}

/** What a booking takes: in each of the slots one of the places, the first of them that is free. */
export interface PlaceWanted {
  readonly resource: string;
  /** Starts as local time, `2026-12-05T10:00`; several for a booking of several days. */
  readonly slots: readonly string[];
  /** Places that may be given, counted from 1, in order of preference. */
  readonly places: readonly number[];
}

export interface Setting {
  readonly facts: Facts;
  readonly holidays: ReadonlySet<IsoDate>;
  /** The day and hour at the place, `2026-12-05T10:00`. */
  readonly now: string;
}

/** Only what is booked under the same answers can be full: this hospital's eye department. */
export const resourceOf = ({ id, booking }: ServiceDefinition, answers: Answers): string =>
  [id, ...(booking?.resource ?? []).map((question) => answers[question] ?? '')].join('/');

/** Every slot of the plan that is still to come, whether taken or not. */
export function plannedDays(plan: BookingPlan, { facts, holidays, now }: Setting): readonly OfferedDay[] {
  const today = now.slice(0, 10);
  const [first, last] = [plan.earliest, plan.latest].map((bound) => dayMeantBy(bound, facts, today));
  if (!first || !last) return [];
  const days: OfferedDay[] = [];
  for (let day = first; day <= last && days.length < MOST_DAYS; day = plusDays(day, 1)) {
    if (plan.days === 'working' && !isWorkingDay(day, holidays)) continue;
    const times = plan.times.filter((time) => isOffered(time, facts, today) && `${day}T${time.start}` > now);
    if (times.length > 0) days.push({ day, times: times.map(({ start }) => start) });
  }
  return days;
}

/** A year ahead: no plan means more. */
const MOST_DAYS = 366;

const isOffered = ({ when }: SlotTime, facts: Facts, today: IsoDate): boolean =>
  when === undefined || holds(when, facts, today) !== false;

/** Of the planned days those on which the booking still fits. `taken` tells of each slot which places are gone. */
export function freeDays(
  plan: BookingPlan,
  setting: Setting,
  taken: ReadonlyMap<string, ReadonlySet<number>>,
): readonly OfferedDay[] {
  const places = placesFor(plan, setting);
  const isFree = (slot: string): boolean => places.some((place) => !taken.get(slot)?.has(place));
  return plannedDays(plan, setting).flatMap(({ day, times }) => {
    const free = times.filter((time) => slotsFrom(plan, setting, `${day}T${time}`).every(isFree));
    return free.length > 0 ? [{ day, times: free }] : [];
  });
}

/** What a booking of this slot needs; absent when the plan has no such slot. */
export function placeWanted(
  service: ServiceDefinition,
  answers: Answers,
  slot: string,
  setting: Setting,
): PlaceWanted | undefined {
  const plan = service.booking;
  const [day, time = ''] = slot.split('T');
  const isPlanned = plan && plannedDays(plan, setting).some((each) => each.day === day && each.times.includes(time));
  if (!plan || !isPlanned) return undefined;
  return {
    resource: resourceOf(service, answers),
    slots: slotsFrom(plan, setting, slot),
    places: placesFor(plan, setting),
  };
}

/** Those for whom places are kept take these first, and leave the others to all. */
function placesFor({ capacity, reserved }: BookingPlan, { facts, now }: Setting): readonly number[] {
  const all = Array.from({ length: capacity.value }, (_, at) => at + 1);
  const open = capacity.value - Math.ceil((capacity.value * (reserved?.percent.value ?? 0)) / 100);
  const [forAll, kept] = [all.slice(0, open), all.slice(open)];
  return reserved && holds(reserved.when, facts, now.slice(0, 10)) === true ? [...kept, ...forAll] : forAll;
}

/** A booking of several days takes the same hours on each; a long time takes the shorter ones that begin within it. */
function slotsFrom(plan: BookingPlan, { facts, now }: Setting, slot: string): readonly string[] {
  const today = now.slice(0, 10);
  const [first = '', start = ''] = slot.split('T');
  const length = plan.lengthDays === undefined ? undefined : evaluate(plan.lengthDays, facts, today);
  const days = length?.known ? Math.min(Math.max(Number(length.value) || 1, 1), MOST_LENGTH) : 1;
  const time = plan.times.find((each) => each.start === start && isOffered(each, facts, today));
  const starts = time ? startsWithin(time, plan.times) : [start];
  return Array.from({ length: days }, (_, at) => plusDays(first, at)).flatMap((day) =>
    starts.map((each) => `${day}T${each}`),
  );
}

/** Its own start comes first. Where the end is on the next day, all that begins later on the day is within. */
function startsWithin({ start, end }: SlotTime, times: readonly SlotTime[]): readonly string[] {
  const inside = times.filter((other) => other.start >= start && (end <= start || other.start < end));
  return [...new Set(inside.map((each) => each.start))].sort();
}

const MOST_LENGTH = 31;
