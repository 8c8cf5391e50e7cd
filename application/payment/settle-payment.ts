import type { Demand } from '#domain/payment/demand.ts';
import { PaymentUnknown } from '#domain/payment/errors.ts';
import { Payment, type Settlement } from '#domain/payment/payment.ts';
import type { DomainEvent } from '#domain/shared/event.ts';
import type { PaymentId } from '#domain/shared/ids.ts';
import type { Paying } from '../ports/in/paying.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
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
  private readonly ids: Ids;
  private readonly wakeup: Wakeup;
  private readonly log: Log;

  constructor(
    payments: Payments,
    demands: Demands,
    jobs: Jobs,
    transactions: Transactions,
    clock: Clock,
    ids: Ids,
    wakeup: Wakeup,
    log: Log,
  ) {
    this.payments = payments;
    this.demands = demands;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
    this.ids = ids;
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
    // The demand first: two payments of one demand that arrive together are settled one after the other.
    const demand = await this.demands.update(known.snapshot().demandId, () => undefined);
    const { id } = await this.paymentOf(report, known);
    const demandAlreadyPaid = await this.isSettledWithout(id, demand);
    let settlement: Settlement = { changed: false, status: known.status };
    const payment = await this.payments.update(id, (each) => {
      settlement = each.settle({ ...report, paymentId: id }, now, { demandAlreadyPaid });
    });
    if (!payment || !settlement.changed) return;
    if (payment.isPaid) await this.demands.update(payment.snapshot().demandId, (demand) => demand.pay(payment.id, now));
    this.noteOddMoney(payment);
    await this.jobs.add(following(eventsOf(payment, await this.applicationOf(payment), now)));
  }

  /** Money that comes besides what a payment has, by its link or its order, is another payment of the same demand. */
  private async paymentOf(report: GatewayReport, known: Payment): Promise<Payment> {
    const all = await this.payments.ofDemand(known.snapshot().demandId);
    const addressed = all.find(({ id }) => id === known.id) ?? known;
    if (!addressed.isOnOtherMoney(report)) return addressed;
    const besides = all.filter((each) => each.snapshot().besides === known.id);
    const found = besides.find((each) => !each.isOnOtherMoney(report));
    if (found) return found;
    const another = Payment.beside(addressed, this.ids.next());
    await this.payments.add(another);
    return another;
  }

  private async isSettledWithout(paymentId: PaymentId, demand: Demand | undefined): Promise<boolean> {
    if (!demand) return false;
    // A demand that was taken back is like one that is paid: the money goes back.
    if (demand.status !== 'open') return demand.snapshot().paidBy !== paymentId;
    // Anybody may pay a bill: somebody else may have paid these very dues meanwhile.
    const { billedIds } = demand.snapshot();
    return billedIds.length > 0 && (await this.demands.paidAmong(billedIds)).size > 0;
  }

  private noteOddMoney(payment: Payment): void {
    const { reason, received } = payment.snapshot();
    if (received) this.log.alarm('payment.mismatched', { paymentId: payment.id });
    else if (reason === 'already-paid') this.log.warn('payment.paid-twice', { paymentId: payment.id });
  }

  private async applicationOf(payment: Payment): Promise<string> {
    return (await this.demands.find(payment.snapshot().demandId))?.snapshot().applicationId ?? '';
  }
}

const EVENTS: Readonly<Record<string, string>> = {
  paid: 'PaymentSettled',
  failed: 'PaymentFailed',
  pending: 'PaymentPending',
  mismatched: 'PaymentMismatched',
  'refund-due': 'RefundDue',
};

function eventsOf(payment: Payment, applicationId: string, at: string): readonly DomainEvent[] {
  const type = EVENTS[payment.status];
  if (!type) return [];
  const { id, citizenId, demandId } = payment.snapshot();
  return [{ type, citizenId, subjectId: id, at, about: { demandId, applicationId } }];
}
