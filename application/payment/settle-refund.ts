import { PaymentUnknown } from '#domain/payment/errors.ts';
import { moneyBackOf, type Payment } from '#domain/payment/payment.ts';
import { GatewayDown } from '#domain/shared/failure.ts';
import type { PaymentId } from '#domain/shared/ids.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { Paying } from '../ports/in/paying.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Jobs } from '../ports/out/jobs.ts';
import type { Log } from '../ports/out/log.ts';
import type { PaymentGateway, RefundOrder, RefundReport } from '../ports/out/payment-gateway.ts';
import type { Demands, Payments } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';
import { following } from '../reactions.ts';

/** A refund that failed is tried again after a day, so often; then it is left to a person. */
const DAY = 24 * 60;
const MOST_FAILURES = 5;

/** Has money that is due back returned by the gateway, and takes the gateway's word on it. */
export class SettleRefund implements Pick<Paying, 'settleRefund'> {
  private readonly payments: Payments;
  private readonly demands: Demands;
  private readonly gateway: PaymentGateway;
  private readonly jobs: Jobs;
  private readonly transactions: Transactions;
  private readonly clock: Clock;
  private readonly wakeup: Wakeup;
  private readonly log: Log;

  constructor(
    payments: Payments,
    demands: Demands,
    gateway: PaymentGateway,
    jobs: Jobs,
    transactions: Transactions,
    clock: Clock,
    wakeup: Wakeup,
    log: Log,
  ) {
    this.payments = payments;
    this.demands = demands;
    this.gateway = gateway;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
    this.wakeup = wakeup;
    this.log = log;
  }

  /**
   * Asks the gateway, outside every transaction. Safe to repeat: were its answer lost, it knows the order by our
   * payment's id. A gateway that is down is tried again soon, one that refuses a day later.
   */
  async ask(paymentId: PaymentId, isLastTry: boolean): Promise<void> {
    const payment = await this.payments.find(paymentId);
    const amount = payment?.refundDue;
    if (!payment || !amount) return;
    try {
      await this.settleRefund(await this.gateway.refund(orderFor(payment)));
    } catch (error) {
      if (!(error instanceof GatewayDown) || (error.retry && !isLastTry)) throw error;
      await this.change(paymentId, (each) => each.giveUpRefund(error.code));
    }
  }

  /** What became of a refund of which nobody spoke. */
  async follow(payment: Payment): Promise<void> {
    const report = await this.gateway.findRefund(orderFor(payment));
    if (report) await this.settleRefund(report);
  }

  settleRefund(report: RefundReport): Promise<void> {
    return this.change(report.paymentId, (payment) => payment.hearRefund(report));
  }

  private async change(paymentId: PaymentId, how: (payment: Payment) => boolean): Promise<void> {
    await this.transactions.run(async () => {
      let isNews = false;
      const payment = await this.payments.update(paymentId, (each) => {
        isNews = how(each);
      });
      if (!payment) throw new PaymentUnknown();
      if (isNews) await this.tellOf(payment);
    });
    this.wakeup.wake('jobs');
  }

  private async tellOf(payment: Payment): Promise<void> {
    const { id, status, citizenId, demandId, refundFailures = 0, refundProblem = '' } = payment.snapshot();
    const applicationId = (await this.demands.find(demandId))?.snapshot().applicationId ?? '';
    const at = this.clock.now();
    const event = { type: eventOf(payment), citizenId, subjectId: id, at, about: { demandId, applicationId } };
    await this.jobs.add(following([event]));
    if (status !== 'refund-failed') return;
    this.log.alarm('payment.refund-failed', { paymentId: id, code: refundProblem, attempts: refundFailures });
    if (refundFailures < MOST_FAILURES)
      await this.jobs.add([{ citizenId, kind: 'ask-refund', payload: { event }, runAt: plusMinutes(at, DAY) }]);
  }
}

function orderFor(payment: Payment): RefundOrder {
  const transactionId = payment.snapshot().decidedBy?.transactionId;
  const order = { paymentId: payment.id, amount: moneyBackOf(payment.snapshot()), attempt: payment.refundAttempt };
  return { ...order, ...(transactionId && { transactionId }) };
}

/** The citizen is told once that it takes longer. */
function eventOf(payment: Payment): string {
  if (payment.status === 'refunded') return 'RefundDone';
  if (payment.status === 'refund-asked') return 'RefundAsked';
  return payment.snapshot().refundFailures === 1 ? 'RefundFailed' : 'RefundFailedAgain';
}
