import { NoMoreMoves, SlotTaken } from '#domain/booking/errors.ts';
import {
  freeDays,
  type OfferedDay,
  placeWanted,
  plannedDays,
  resourceOf,
  type Setting,
} from '#domain/booking/slots.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import type { Answers, BookingPlan, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { mayMove } from '#domain/service-application/booking-acts.ts';
import { ApplicationUnknown } from '#domain/service-application/errors.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { ApplicationId, CitizenId } from '#domain/shared/ids.ts';
import { dayOf, localTimeOf, plusMinutes } from '#domain/shared/time.ts';
import type { Booking, BookingAsked } from '../ports/in/booking.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Places } from '../ports/out/places.ts';
import type { ServiceApplications } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import { following } from '../reactions.ts';

/** Finds a free time for a citizen, keeps it while he fills in the rest, and moves it when he asks. */
export class BookPlace implements Booking {
  private readonly applications: ServiceApplications;
  private readonly places: Places;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly catalogue: Catalogue;
  private readonly calendar: Calendar;
  private readonly clock: Clock;

  constructor(
    applications: ServiceApplications,
    places: Places,
    jobs: Jobs,
    transactions: Transactions,
    catalogue: Catalogue,
    calendar: Calendar,
    clock: Clock,
  ) {
    this.applications = applications;
    this.places = places;
    this.jobs = jobs;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.clock = clock;
  }

  async offer(citizenId: CitizenId, asked: BookingAsked): Promise<readonly OfferedDay[]> {
    const { service, plan, answers } = await this.planOf(citizenId, asked);
    const setting = this.settingOf(service, answers);
    const days = plannedDays(plan, setting);
    const [first, last] = [days[0]?.day, days.at(-1)?.day];
    if (!first || !last) return [];
    const span = { from: `${first}T00:00`, to: `${last}T99` };
    return freeDays(plan, setting, await this.places.taken(resourceOf(service, answers), span, this.clock.now()));
  }

  async hold(citizenId: CitizenId, asked: BookingAsked & { readonly slot: string }): Promise<number> {
    const { service, plan, answers } = await this.planOf(citizenId, asked);
    const now = this.clock.now();
    const minutes = plan.holdMinutes.value;
    const wanted = placeWanted(service, answers, asked.slot, this.settingOf(service, answers));
    const isHeld = wanted && (await this.places.hold(wanted, asked.applicationId, plusMinutes(now, minutes), now));
    if (!isHeld) throw new SlotTaken();
    return minutes;
  }

  move(citizenId: CitizenId, { applicationId, slot }: { applicationId: ApplicationId; slot: string }): Promise<void> {
    const now = this.clock.now();
    return this.transactions.run(async () => {
      const application = await this.own(citizenId, applicationId);
      const service = application && this.catalogue.of(application.snapshot());
      const plan = service?.booking;
      if (!application || !service || !plan) throw new ApplicationUnknown();
      const { answers } = application.snapshot();
      if (!mayMove(application.snapshot(), plan.reschedules, localTimeOf(now))) throw new NoMoreMoves();
      const wanted = placeWanted(service, answers, slot, this.settingOf(service, answers));
      // The old place goes only if the new one is had: both in one transaction.
      if (!wanted || !(await this.places.hold(wanted, applicationId, plusMinutes(now, 1), now))) throw new SlotTaken();
      await this.places.confirm(applicationId);
      const moved = await this.applications.update(applicationId, (each) => each.move(plan.slot, slot, now));
      if (moved) await this.jobs.add(following(moved.takeEvents()));
    });
  }

  private async planOf(
    citizenId: CitizenId,
    { applicationId, serviceId, answers }: BookingAsked,
  ): Promise<{ service: ServiceDefinition; plan: BookingPlan; answers: Answers }> {
    const known = await this.own(citizenId, applicationId);
    const service = this.catalogue.find(known?.snapshot().serviceId ?? serviceId);
    if (!service?.booking) throw new ApplicationUnknown();
    return { service, plan: service.booking, answers: known?.snapshot().answers ?? answers };
  }

  /** The application, if it was filed already; another's is as unknown as one that does not exist. */
  private async own(citizenId: CitizenId, id: ApplicationId): Promise<ServiceApplication | undefined> {
    const known = await this.applications.find(id);
    if (known && known.snapshot().citizenId !== citizenId) throw new ApplicationUnknown();
    return known;
  }

  private settingOf(service: ServiceDefinition, answers: Answers): Setting {
    const now = this.clock.now();
    return {
      facts: answersAsFacts(service, answers, dayOf(now)),
      holidays: this.calendar.holidays,
      now: localTimeOf(now),
    };
  }
}
