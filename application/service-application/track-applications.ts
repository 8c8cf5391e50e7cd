import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Dated } from '#domain/catalogue/service-definition.ts';
import type { MoneyBack, Standing } from '#domain/conversation/event.ts';
import { moneyBackOf, type PaymentSnapshot } from '#domain/payment/payment.ts';
import type { ServiceApplication } from '#domain/service-application/service-application.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { dayOf } from '#domain/shared/time.ts';
import type { Tracking } from '../ports/in/tracking.ts';
import type { Calendar } from '../ports/out/calendar.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Demands, Payments, ServiceApplications } from '../ports/out/repositories.ts';
import { refundsOf } from '../refunds-of.ts';
import { standingOf } from '../standing-of.ts';

/** Tells a citizen where his applications stand, and his money where it goes back. */
export class TrackApplications implements Tracking {
  private readonly applications: ServiceApplications;
  private readonly demands: Demands;
  private readonly payments: Payments;
  private readonly catalogue: Catalogue;
  private readonly calendar: Calendar;
  private readonly refundDays: Dated<number>;
  private readonly clock: Clock;

  constructor(
    applications: ServiceApplications,
    demands: Demands,
    payments: Payments,
    catalogue: Catalogue,
    calendar: Calendar,
    refundDays: Dated<number>,
    clock: Clock,
  ) {
    this.applications = applications;
    this.demands = demands;
    this.payments = payments;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.refundDays = refundDays;
    this.clock = clock;
  }

  async track(citizenId: CitizenId): Promise<readonly Standing[]> {
    const standings: Standing[] = [];
    for (const application of await this.applications.of(citizenId)) standings.push(await this.standing(application));
    return standings;
  }

  private async standing(application: ServiceApplication): Promise<Standing> {
    const service = this.catalogue.of(application.snapshot());
    const standing = standingOf(application, service, this.calendar, this.clock.now());
    const refunds = (await refundsOf(application, this.demands, this.payments)).map((each) => this.moneyBack(each));
    return refunds.length > 0 ? { ...standing, refunds } : standing;
  }

  private moneyBack(payment: PaymentSnapshot): MoneyBack {
    const { status, refundedAt } = payment;
    const back = { amount: moneyBackOf(payment), days: this.refundDays.value };
    if (status === 'refund-failed') return { ...back, state: 'delayed' };
    if (status !== 'refunded' || !refundedAt) return { ...back, state: 'coming' };
    return { ...back, state: 'done', on: dayOf(refundedAt) };
  }
}
