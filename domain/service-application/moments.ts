import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { timeLimitOf } from '../catalogue/time-limit.ts';
import { reminderDays } from '../catalogue/validity.ts';
import { dayOf, type Instant, type IsoDate, instantAt, plusDays, plusWorkingDays } from '../shared/time.ts';
import type { ActTerms } from './act-terms.ts';
import type { ApplicationSnapshot } from './application-snapshot.ts';
import { currentStep } from './course.ts';
import { isWithOfficer } from './status.ts';

/** Something that follows from nothing but time having passed. */
export interface Moment {
  /** Unique within a file: the same moment comes once, a moved one again. */
  readonly id: string;
  readonly kind: 'remind' | 'escalate' | 'overdue' | 'lapse' | 'close' | 'free' | 'near' | 'renew';
  readonly at: Instant;
}

export interface Timekeeping {
  readonly service: ServiceDefinition;
  readonly terms: ActTerms;
  readonly holidays: ReadonlySet<IsoDate>;
}

/** When a file that waits for nobody's act has to be looked at again, the earliest first. */
export function momentsOf(state: ApplicationSnapshot, keeping: Timekeeping): readonly Moment[] {
  const all = [
    ...stepMoments(state, keeping),
    ...promiseMoments(state),
    ...answerMoments(state, keeping.terms),
    ...complaintMoments(state, keeping.service),
    ...bookingMoments(state),
    ...renewalMoments(state, keeping.service),
  ];
  const passed = new Set(state.passed);
  return all.filter(({ id }) => !passed.has(id)).toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** The last day of the step at which a file stands; in days of the kind in which the whole promise is given. */
export function stepDueOn(state: ApplicationSnapshot, keeping: Timekeeping): IsoDate | undefined {
  const step = currentStep(state);
  if (!step || !state.step) return undefined;
  const from = dayOf(state.step.countedFrom);
  const { service, holidays } = keeping;
  const unit = timeLimitOf(service, state.answers, dayOf(state.filedAt))?.limit.unit;
  return unit === 'working' ? plusWorkingDays(from, step.days, holidays) : plusDays(from, step.days);
}

/** Reminders at parts of the step's time, and at its end whoever stands above is called. A step of no day has none. */
function stepMoments(state: ApplicationSnapshot, keeping: Timekeeping): readonly Moment[] {
  const end = stepDueOn(state, keeping);
  if (!isWithOfficer(state.status) || !state.step || !end || !currentStep(state)?.days) return [];
  const { index, countedFrom } = state.step;
  const from = Date.parse(countedFrom);
  const length =
    Date.parse(`${end}${countedFrom.slice(10)}`) - Date.parse(`${dayOf(countedFrom)}${countedFrom.slice(10)}`);
  const at = (percent: number): Instant => new Date(from + (length * percent) / 100).toISOString();
  const id = `step/${index}/${countedFrom}`;
  return [
    ...keeping.terms.remindAtPercent.value.map(
      (percent): Moment => ({ id: `${id}/${percent}`, kind: 'remind', at: at(percent) }),
    ),
    { id: `${id}/100`, kind: 'escalate', at: at(100) },
  ];
}

/** The morning after the last day of the promise. */
function promiseMoments({ status, dueOn }: ApplicationSnapshot): readonly Moment[] {
  if (!isWithOfficer(status)) return [];
  return [{ id: `promise/${dueOn}`, kind: 'overdue', at: morningOf(plusDays(dueOn, 1)) }];
}

function answerMoments({ status, query }: ApplicationSnapshot, { answerWithinDays }: ActTerms): readonly Moment[] {
  if (status !== 'query-raised' || !query) return [];
  return [
    { id: `answer/${query.at}`, kind: 'lapse', at: morningOf(plusDays(dayOf(query.at), answerWithinDays.value + 1)) },
  ];
}

function complaintMoments(
  { status, resolution }: ApplicationSnapshot,
  { complaint }: ServiceDefinition,
): readonly Moment[] {
  if (status !== 'resolved' || !resolution) return [];
  const days = complaint?.confirmWithinDays.value ?? CONFIRM_DAYS;
  return [{ id: `confirm/${resolution.at}`, kind: 'close', at: morningOf(plusDays(dayOf(resolution.at), days + 1)) }];
}

/** A place that is kept goes when its fee does not come; who had booked by the morning before is reminded then. */
function bookingMoments({ status, booking, history }: ApplicationSnapshot): readonly Moment[] {
  if (!booking) return [];
  if (status === 'held' && booking.heldUntil)
    return [{ id: `hold/${booking.heldUntil}`, kind: 'free', at: booking.heldUntil }];
  if (status !== 'confirmed') return [];
  const morningBefore = instantAt(plusDays(booking.slot.slice(0, 10), -1), '10:00');
  const bookedAt = history.findLast(({ what }) => what === 'confirmed' || what === 'rescheduled')?.at ?? '';
  return bookedAt < morningBefore ? [{ id: `near/${booking.slot}`, kind: 'near', at: morningBefore }] : [];
}

function renewalMoments(
  { status, certificate }: ApplicationSnapshot,
  { validity }: ServiceDefinition,
): readonly Moment[] {
  if (status !== 'issued' || !certificate?.validTo || !validity) return [];
  return reminderDays(validity, certificate.validTo).map((day) => ({
    id: `renew/${day}`,
    kind: 'renew',
    at: morningOf(day),
  }));
}

/** Ten o'clock: nobody is woken. */
const morningOf = (day: IsoDate): Instant => instantAt(day, '10:00');

/** Where a service says nothing else. */
const CONFIRM_DAYS = 7;
