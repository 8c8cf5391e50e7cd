import { PaymentUnknown } from '#domain/payment/errors.ts';
import type { Payment, Settlement } from '#domain/payment/payment.ts';
import type { DomainEvent } from '#domain/shared/event.ts';
import type { Paying } from '../ports/in/paying.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Log } from '../ports/out/log.ts';
import type { GatewayReport } from '../ports/out/payment-gateway.ts';
import type { Demands, Payments } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';
import { following } from '../reactions.ts';

/** Takes the gateway's word on a payment, however often and in whatever order it comes. */
export class SettlePayment implements Pick<Paying, 'settle'> {
  private readonly payments: Payments;
  private readonly demands: Demands;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly clock: Clock;
  private readonly wakeup: Wakeup;
  private readonly log: Log;

  constructor(
    payments: Payments,
    demands: Demands,
    jobs: Jobs,
    transactions: Transactions,
    clock: Clock,
    wakeup: Wakeup,
    log: Log,
  ) {
    this.payments = payments;
    this.demands = demands;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
    this.wakeup = wakeup;
    this.log = log;
  }

  async settle(report: GatewayReport): Promise<void> {
    await this.transactions.run(() => this.apply(report));
    this.wakeup.wake('jobs');
  }

  private async apply(report: GatewayReport): Promise<void> {
    const known = await this.payments.find(report.paymentId);
    if (!known) throw new PaymentUnknown();
    const now = this.clock.now();
    let demandAlreadyPaid = false;
    // The demand first: two payments of one demand that arrive together are settled one after the other.
    const demand = await this.demands.update(known.snapshot().demandId, (each) => {
      // A demand that was taken back is like one that is paid: the money goes back.
      demandAlreadyPaid = each.status !== 'open' && each.snapshot().paidBy !== known.id;
    });
    // Anybody may pay a bill: somebody else may have paid these very dues meanwhile.
    const dues = demand?.status === 'open' ? demand.snapshot().billedIds : [];
    if (dues.length > 0) demandAlreadyPaid = (await this.demands.paidAmong(dues)).size > 0;
    let settlement: Settlement = { changed: false, status: known.status };
    const payment = await this.payments.update(known.id, (each) => {
      settlement = each.settle(report, now, { demandAlreadyPaid });
    });
    if (!payment || !settlement.changed) return;
    if (payment.isPaid) await this.demands.update(payment.snapshot().demandId, (demand) => demand.pay(payment.id, now));
    if (settlement.status === 'mismatched') this.log.alarm('payment.mismatched', { paymentId: payment.id });
    await this.jobs.add(following(eventsOf(payment, await this.applicationOf(payment), now)));
  }

  private async applicationOf(payment: Payment): Promise<string> {
    return (await this.demands.find(payment.snapshot().demandId))?.snapshot().applicationId ?? '';
  }
}

const EVENTS: Readonly<Record<string, string>> = {
  paid: 'PaymentSettled',
  failed: 'PaymentFailed',
  pending: 'PaymentPending',
  'refund-due': 'RefundDue',
};

function eventsOf(payment: Payment, applicationId: string, at: string): readonly DomainEvent[] {
  const type = EVENTS[payment.status];
  if (!type) return [];
  const { id, citizenId, demandId } = payment.snapshot();
  return [{ type, citizenId, subjectId: id, at, about: { demandId, applicationId } }];
}
