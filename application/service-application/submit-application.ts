import { SlotTaken } from '#domain/booking/errors.ts';
import { refundOf } from '#domain/booking/refund.ts';
import { placeWanted } from '#domain/booking/slots.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { judge } from '#domain/catalogue/eligibility.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import { feeOf, linesOfFee } from '#domain/catalogue/fee.ts';
import type { Answers, BookingPlan, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { stepsFor } from '#domain/catalogue/steps.ts';
import { ConsentMissing } from '#domain/consent/errors.ts';
import type { Standing, Submission } from '#domain/conversation/event.ts';
import type { Booking } from '#domain/service-application/application-snapshot.ts';
import { dueAfterRest, dueOn } from '#domain/service-application/due-date.ts';
import {
  ApplicationUnknown,
  DuplicateBlocked,
  DuplicateFound,
  DuplicateOfAnother,
  NotNow,
} from '#domain/service-application/errors.ts';
import { caseOf } from '#domain/service-application/same-case.ts';
import { ServiceApplication } from '#domain/service-application/service-application.ts';
import { applicationStatuses, isWithOfficer } from '#domain/service-application/status.ts';
import { acknowledgementNumber } from '#domain/shared/acknowledgement-number.ts';
import type { ApplicationId, CitizenId, PaperId } from '#domain/shared/ids.ts';
import { add, isZero, type Money } from '#domain/shared/money.ts';
import { dayOf, type Instant, type IsoDate, localTimeOf, plusDays, plusMinutes } from '#domain/shared/time.ts';
import type { FindDuplicates } from '../find-duplicates.ts';
import type { Applying } from '../ports/in/applying.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Places } from '../ports/out/places.ts';
import type { Consents, Numbers, ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';
import { standingOf } from '../standing-of.ts';

/** Open complaints of one service that a new one is compared with. */
const MOST_OPEN = 500;

/** Days in which an appeal is to be decided (section 10 of the Delhi Act leaves it to rules; a month is usual). */
const APPEAL_DAYS = 30;

/** What a citizen does with his applications: files them, answers, confirms, takes them back. */
export class SubmitApplication implements Applying {
  private readonly applications: ServiceApplications;
  private readonly consents: Consents;
  private readonly numbers: Numbers;
  private readonly places: Places;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly catalogue: Catalogue;
  private readonly calendar: Calendar;
  private readonly duplicates: FindDuplicates;
  private readonly clock: Clock;

  constructor(
    applications: ServiceApplications,
    consents: Consents,
    numbers: Numbers,
    places: Places,
    jobs: Jobs,
    transactions: Transactions,
    catalogue: Catalogue,
    calendar: Calendar,
    duplicates: FindDuplicates,
    clock: Clock,
  ) {
    this.applications = applications;
    this.consents = consents;
    this.numbers = numbers;
    this.places = places;
    this.jobs = jobs;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.duplicates = duplicates;
    this.clock = clock;
  }

  submit(citizenId: CitizenId, submission: Submission): Promise<{ application: Standing; fee: Money }> {
    return this.transactions.run(async () => {
      const service = this.catalogue.find(submission.serviceId);
      if (!service) throw new ApplicationUnknown();
      const held = await this.consents.heldBy(citizenId);
      if (!held.some((consent) => consent.snapshot().purpose === service.id)) throw new ConsentMissing();

      const known = await this.applications.find(submission.applicationId);
      if (known && known.snapshot().citizenId !== citizenId) throw new ApplicationUnknown();
      if (!known) await this.requireSingle(citizenId, service, submission);
      const application = known ?? (await this.file(citizenId, service, submission));
      return { application: this.standing(application), fee: feeLeft(application) };
    });
  }

  /**
   * @throws DuplicateFound or DuplicateOfAnother unless he means a second one
   * @throws DuplicateBlocked where the service allows him none
   */
  private async requireSingle(citizenId: CitizenId, service: ServiceDefinition, submission: Submission): Promise<void> {
    const today = dayOf(this.clock.now());
    const about = this.duplicates.markOf(service, submission.answers);
    const [duplicate] = await this.duplicates.of(service, { id: submission.applicationId, citizenId, about });
    if (!duplicate) return;
    // What others did takes no right from him: the officer will look at both.
    if (duplicate.isOfAnother && !submission.knowingly) throw new DuplicateOfAnother();
    if (duplicate.isOfAnother) return;
    const { acknowledgementNumber } = duplicate.application;
    const facts = answersAsFacts(service, submission.answers, today, {
      [duplicate.isIssued ? 'already_issued' : 'open_application']: 'yes',
    });
    if (judge(service, facts, today).blocking.length > 0) throw new DuplicateBlocked(acknowledgementNumber);
    if (!submission.knowingly) throw new DuplicateFound(acknowledgementNumber);
  }

  /** The complaint of somebody else about the same thing, which this one joins. */
  private async caseFor(
    service: ServiceDefinition,
    answers: Answers,
    now: Instant,
  ): Promise<ApplicationId | undefined> {
    const merge = service.complaint?.merge;
    if (!merge) return undefined;
    const open = await this.applications.inOffice(
      { services: [service.id], statuses: applicationStatuses.filter(isWithOfficer) },
      { limit: MOST_OPEN },
    );
    const others = open.map((each) => each.snapshot());
    return caseOf(merge, { answers, filedAt: now }, others)?.id;
  }

  private async file(
    citizenId: CitizenId,
    service: ServiceDefinition,
    submission: Submission,
  ): Promise<ServiceApplication> {
    const now = this.clock.now();
    const today = dayOf(now);
    const joins = await this.caseFor(service, submission.answers, now);
    const about = this.duplicates.markOf(service, submission.answers);
    const booked = service.booking && (await this.keepPlace(service, service.booking, submission, now));
    const running = await this.numbers.next(
      `acknowledgement/${service.department}/${today.slice(0, 4)}`,
      submission.applicationId,
    );
    const application = ServiceApplication.file(
      {
        id: submission.applicationId,
        citizenId,
        serviceId: service.id,
        definitionVersion: submission.definitionVersion,
        kind: service.kind,
        department: service.department,
        acknowledgementNumber: acknowledgementNumber(service.department, today, running),
        answers: submission.answers,
        ...(about && { about }),
        ...(submission.knowingly && { secondBecause: submission.knowingly }),
        papers: submission.papers,
        ...(submission.billed && { billed: submission.billed }),
        ...(submission.billedTo && { billedTo: submission.billedTo }),
        fee: submission.billed
          ? add(...submission.billed.map(({ amount }) => amount))
          : feeOf(service, submission.answers, today).total,
        dueOn: dueOn(service, submission.answers, now, this.calendar.holidays),
        ...(booked && { booking: booked }),
        ...(joins && { joins }),
        course: stepsFor(service, submission.answers, today),
      },
      now,
    );
    await this.applications.add(application);
    if (joins) await this.applications.update(joins, (each) => each.addComplainant(submission.applicationId));
    if (booked && isZero(application.snapshot().fee)) await this.places.confirm(application.snapshot().id);
    await this.jobs.add(following(application.takeEvents()));
    return application;
  }

  /** The place is kept anew for as long as the fee may take. @throws SlotTaken when it was lost and somebody else has it */
  private async keepPlace(
    service: ServiceDefinition,
    plan: BookingPlan,
    { applicationId, answers }: Submission,
    now: Instant,
  ): Promise<Booking> {
    const slot = answers[plan.slot] ?? '';
    const heldUntil = plusMinutes(now, plan.holdMinutes.value);
    const wanted = placeWanted(service, answers, slot, {
      facts: answersAsFacts(service, answers, dayOf(now)),
      holidays: this.calendar.holidays,
      now: localTimeOf(now),
    });
    if (!wanted || !(await this.places.hold(wanted, applicationId, heldUntil, now))) throw new SlotTaken();
    return { slot, heldUntil, timesMoved: 0 };
  }

  private standing(application: ServiceApplication): Standing {
    const service = this.catalogue.of(application.snapshot());
    return standingOf(application, service, this.calendar, this.clock.now());
  }

  answerQuery(
    citizenId: CitizenId,
    given: { applicationId: ApplicationId; answer: string; papers: readonly PaperId[] },
  ): Promise<void> {
    return this.change(citizenId, given.applicationId, (application) =>
      application.answerQuery(given.answer, given.papers, this.dueAfterQuery(application), this.clock.now()),
    );
  }

  /** The department's clock stood still while the question was with the citizen. */
  private dueAfterQuery(application: ServiceApplication): IsoDate {
    const { answers, query, filedAt, dueOn: promised } = application.snapshot();
    const service = this.catalogue.of(application.snapshot());
    if (!service || !query) return promised;
    const promise = { filedOn: dayOf(filedAt), dueOn: promised };
    const rest = { from: dayOf(query.at), to: dayOf(this.clock.now()) };
    return dueAfterRest(service, answers, promise, rest, this.calendar.holidays);
  }

  confirmResolved(citizenId: CitizenId, applicationId: ApplicationId): Promise<void> {
    return this.change(citizenId, applicationId, (application) => application.confirmResolved(this.clock.now()));
  }

  reopen(citizenId: CitizenId, applicationId: ApplicationId): Promise<void> {
    const now = this.clock.now();
    return this.change(citizenId, applicationId, (application) => {
      const { answers } = application.snapshot();
      const service = this.catalogue.of(application.snapshot());
      const due = service ? dueOn(service, answers, now, this.calendar.holidays) : dayOf(now);
      application.reopen(due, now, service?.complaint?.escalateTo);
    });
  }

  appeal(citizenId: CitizenId, { applicationId, grounds }: { applicationId: ApplicationId; grounds: string }) {
    const now = this.clock.now();
    return this.change(citizenId, applicationId, (application) => {
      const service = this.catalogue.of(application.snapshot());
      if (!service?.appeal) throw new NotNow(application.snapshot().acknowledgementNumber);
      const { withinDays } = service.appeal;
      application.appeal(grounds, { withinDays, dueOn: plusDays(dayOf(now), APPEAL_DAYS) }, now);
    });
  }

  withdraw(citizenId: CitizenId, applicationId: ApplicationId): Promise<void> {
    const now = this.clock.now();
    return this.change(citizenId, applicationId, (application) => {
      const { booking, fee, answers, filedAt } = application.snapshot();
      const service = this.catalogue.of(application.snapshot());
      if (!service?.booking || !booking) return application.withdraw(now);
      const paid = linesOfFee(service, answers, dayOf(filedAt), fee);
      application.cancelBooking(refundOf(service.booking, paid, booking.slot, localTimeOf(now)), now);
    });
  }

  /** Changes a citizen's own application; another's is as unknown to him as one that does not exist. */
  private change(
    citizenId: CitizenId,
    id: ApplicationId,
    act: (application: ServiceApplication) => void,
  ): Promise<void> {
    return this.transactions.run(async () => {
      const changed = await this.applications.update(id, (application) => {
        if (application.snapshot().citizenId !== citizenId) throw new ApplicationUnknown();
        act(application);
      });
      if (!changed) throw new ApplicationUnknown();
      await this.jobs.add(following(changed.takeEvents()));
    });
  }
}

const feeLeft = (application: ServiceApplication): Money => {
  const { fee, feePaid } = application.snapshot();
  return feePaid ? { paise: 0 } : fee;
};
