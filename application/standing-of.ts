import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';
import { firstNameOfSubject } from '#domain/catalogue/subject-name.ts';
import type { Standing } from '#domain/conversation/event.ts';
import type { ApplicationSnapshot } from '#domain/service-application/application-snapshot.ts';
import { mayMove } from '#domain/service-application/booking-acts.ts';
import { compensationFor } from '#domain/service-application/compensation.ts';
import { currentStep } from '#domain/service-application/course.ts';
import { dueAt } from '#domain/service-application/due-date.ts';
import { stepDueOn } from '#domain/service-application/moments.ts';
import { mayAppeal } from '#domain/service-application/rights.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import { applicationStatuses, isWithOfficer, waitsForFee } from '#domain/service-application/status.ts';
import { isZero } from '#domain/shared/money.ts';
import { dayOf, type Instant, localTimeOf } from '#domain/shared/time.ts';
import type { Calendar } from './ports/out/calendar.ts';

/** What a citizen is told of his application at this moment. */
export function standingOf(
  application: ServiceApplication,
  service: ServiceDefinition | undefined,
  { terms, holidays }: Calendar,
  now: Instant,
): Standing {
  const state = application.snapshot();
  const { id, serviceId, kind, acknowledgementNumber, status, filedAt, dueOn, history, answers, fee, feePaid } = state;
  const role = service && roleOf(state, service);
  const about = service && firstNameOfSubject(service, answers);
  const stepDue =
    service && isWithOfficer(status) && status !== 'appealed' && stepDueOn(state, { service, terms, holidays });
  const compensation = compensationFor(state, terms, now);
  const hour = service && dueAt(service, answers, filedAt);
  return {
    id,
    serviceId,
    kind,
    acknowledgementNumber,
    status,
    filedAt,
    dueOn,
    // A promise that was moved since is told by its day.
    ...(hour !== undefined && dayOf(hour) === dueOn && { dueBy: localTimeOf(hour) }),
    since: history.findLast(({ what }) => isStatus(what))?.at ?? filedAt,
    ...(role && { withRole: role }),
    ...(about && { about }),
    ...(!feePaid && waitsForFee(status) && { unpaid: fee }),
    // What has passed is no promise.
    ...(stepDue && stepDue >= dayOf(now) && { stepDueOn: stepDue }),
    ...(!isZero(compensation) && { compensation }),
    ...(service?.appeal && mayAppeal(state, service.appeal.withinDays, dayOf(now)) && { mayAppeal: true }),
    ...(state.booking && { slot: state.booking.slot }),
    ...(mayMove(state, service?.booking?.reschedules, localTimeOf(now)) && { mayMove: true }),
    ...(state.certificate && { hasDocument: true }),
  };
}

const isStatus = (what: string): boolean => applicationStatuses.some((status) => status === what);

/** Whose turn it is; after an escalation whoever stands above. */
function roleOf(state: ApplicationSnapshot, service: ServiceDefinition): string | undefined {
  const { status, answers, filedAt, escalatedTo } = state;
  if (status === 'appealed') return service.appeal?.to;
  if (!isWithOfficer(status) && status !== 'appointment-needed') return undefined;
  return escalatedTo ?? currentStep(state)?.role ?? stepsFor(service, answers, dayOf(filedAt))[0]?.role;
}
