import type { CitizenId, DemandId, PaymentId } from '../shared/ids.ts';
import { isSame, type Money } from '../shared/money.ts';
import type { Instant } from '../shared/time.ts';
import { AlreadyPaid, NoRefundDue, PaymentClosed, RefundTooLarge } from './errors.ts';
import { isUnsettled } from './looking.ts';
import { afterReport, isRefund, type RefundReport, type RefundStatus } from './refund.ts';

export type PaymentMethod = 'upi' | 'card' | 'net-banking' | 'wallet' | 'cash';

/** The gateway's word on a payment, by signed callback or when asked. */
export interface PaymentReport {
  readonly paymentId: PaymentId;
  readonly gatewayReference: string;
  /** The gateway's number of the one movement of money that this is about, by which it can be given back. */
  readonly transactionId?: string;
  /** Unique for each report, so that the same one twice is known. */
  readonly reportId: string;
  readonly outcome: 'paid' | 'failed' | 'pending';
  readonly amount: Money;
  /** ISO 4217; absent means rupees. */
  readonly currency?: string;
  readonly method?: PaymentMethod;
  /** The bank's own number (UTR or RRN). */
  readonly bankReference?: string;
  /** A short code, such as `declined`. */
  readonly reason?: string;
  /** When it happened at the gateway, which may be long before we hear of it. */
  readonly at: Instant;
}

/**
 * `mismatched`: money of another currency came; a person looks at it.
 * `refund-due`: money came, but of a wrong amount, too late, or for something paid already; it goes back.
 */
export type PaymentStatus =
  | 'open'
  | 'pending'
  | 'paid'
  | 'failed'
  | 'expired'
  | 'cancelled'
  | 'mismatched'
  | RefundStatus;

/** Which report, and when it happened; puts reports into one order, whatever the order in which they come. */
interface ReportMark {
  readonly at: Instant;
  readonly reportId: string;
}

export interface PaymentSnapshot {
  readonly id: PaymentId;
  readonly demandId: DemandId;
  readonly citizenId: CitizenId;
  readonly amount: Money;
  readonly description: string;
  readonly status: PaymentStatus;
  /** The gateway's name, such as `razorpay`. */
  readonly gateway: string;
  readonly gatewayReference?: string;
  /** Where to pay. */
  readonly url?: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** The ids of all reports seen, sorted. */
  readonly reports: readonly string[];
  readonly method?: PaymentMethod;
  readonly bankReference?: string;
  readonly paidAt?: Instant;
  /** A short code: why it failed, or why the money goes back (`wrong-amount`, `late`, `cancelled`, `already-paid`). */
  readonly reason?: string;
  /** The report that the status comes from: of several that say the same, one has to be the one. */
  readonly decidedBy?: ReportMark & { readonly gatewayReference: string; readonly transactionId?: string };
  /** What came, where that is not what was asked for. */
  readonly received?: { readonly amount: Money; readonly currency?: string };
  /** The payment by whose link or order this money came, though that one has money already. */
  readonly besides?: PaymentId;
  readonly cancelledAt?: Instant;
  /** When the gateway was last asked about it. */
  readonly lookedAt?: Instant;
  /** How much goes back, where that is not all. */
  readonly refund?: Money;
  /** The gateway's number of the refund, and when and as what the bank did it. */
  readonly refundReference?: string;
  readonly refundedAt?: Instant;
  readonly refundBankReference?: string;
  /** A short code: why the gateway could not give it back. */
  readonly refundProblem?: string;
  /** How often it could not, or did not take the order. */
  readonly refundFailures?: number;
  /** The refunds that the gateway took and could not do. */
  readonly failedRefunds?: readonly string[];
}

/** What a report did to a payment. */
export interface Settlement {
  /** Is the status another one now? If not, nothing follows from the report. */
  readonly changed: boolean;
  readonly status: PaymentStatus;
}

/** One attempt to pay a demand. */
export class Payment {
  private state: PaymentSnapshot;

  private constructor(state: PaymentSnapshot) {
    this.state = state;
  }

  static begin(
    order: Pick<
      PaymentSnapshot,
      'id' | 'demandId' | 'citizenId' | 'amount' | 'description' | 'gateway' | 'createdAt' | 'expiresAt'
    >,
  ): Payment {
    return new Payment({ ...order, status: 'open', reports: [] });
  }

  /** For money that came by the link or the order of a payment which has money already. */
  static beside(payment: Payment, id: PaymentId): Payment {
    const { demandId, citizenId, amount, description, gateway, createdAt, expiresAt, cancelledAt } = payment.state;
    const order = { demandId, citizenId, amount, description, gateway, createdAt, expiresAt };
    return new Payment({
      ...order,
      id,
      besides: payment.id,
      status: 'open',
      reports: [],
      ...(cancelledAt && { cancelledAt }),
    });
  }

  static restore(snapshot: PaymentSnapshot): Payment {
    return new Payment(snapshot);
  }

  snapshot(): PaymentSnapshot {
    return this.state;
  }

  get id(): PaymentId {
    return this.state.id;
  }

  get status(): PaymentStatus {
    return this.state.status;
  }

  get isPaid(): boolean {
    return this.state.status === 'paid';
  }

  /** May the citizen pay by this link now? Not while the bank is thinking: he might pay twice. */
  isPayable(now: Instant): boolean {
    return (this.state.status === 'open' || this.state.status === 'failed') && now < this.state.expiresAt;
  }

  /** The gateway gave a page to pay on. A callback may have come before this, so any state takes it. */
  link(link: { readonly url: string; readonly gatewayReference: string }): void {
    this.state = { ...this.state, ...link };
  }

  /**
   * Is this the word on other money than this payment has? One payment has one sum of money: the citizen who pays by
   * the link and by the order in his chat, or twice by one link, has made two payments.
   */
  isOnOtherMoney({ outcome, amount, transactionId }: PaymentReport): boolean {
    const { status, decidedBy } = this.state;
    if (outcome !== 'paid' || !hasMoney(status)) return false;
    // Where the gateway gives no numbers, another amount is all that tells.
    if (!decidedBy?.transactionId || !transactionId) return !isSame(amount, receivedBy(this.state));
    return transactionId !== decidedBy.transactionId;
  }

  /**
   * Takes the gateway's word. Reports may come in any order and any number: the end is the same.
   * `demandAlreadyPaid`: another payment has settled the demand, so this money goes back.
   */
  settle(report: PaymentReport, now: Instant, { demandAlreadyPaid = false } = {}): Settlement {
    const before = this.state.status;
    if (!this.state.reports.includes(report.reportId)) {
      const reports = [...this.state.reports, report.reportId].sort();
      this.state = { ...this.state, reports };
      // A gateway whose clock runs ahead must not make a payment late.
      const heard = report.at < now ? report : { ...report, at: now };
      if (heard.outcome !== 'paid') this.hearUnpaid(heard);
      else this.hearPaid(heard, demandAlreadyPaid);
    }
    return { changed: this.state.status !== before, status: this.state.status };
  }

  /** The time to pay is over; returns whether that is news. Money that was paid in time still counts when we hear of it later. */
  expire(now: Instant): boolean {
    if (!isUnsettled(this.state.status) || now < this.state.expiresAt) return false;
    this.state = { ...this.state, status: 'expired' };
    return true;
  }

  /** The gateway has been asked about it. */
  look(at: Instant): void {
    this.state = { ...this.state, lookedAt: at };
  }

  /** Not wanted any more; returns whether that is news. Money that comes all the same goes back. @throws AlreadyPaid @throws PaymentClosed */
  cancel(at: Instant): boolean {
    if (this.isPaid) throw new AlreadyPaid();
    if (this.state.status === 'cancelled') return false;
    if (hasMoney(this.state.status)) throw new PaymentClosed();
    this.state = { ...this.state, status: 'cancelled', cancelledAt: at };
    return true;
  }

  /** A service that was paid for is not wanted: so much of it is to go back. Returns whether that is news. @throws RefundTooLarge */
  giveBack(amount: Money): boolean {
    if (!this.isPaid) return false;
    if (amount.paise > this.state.amount.paise) throw new RefundTooLarge();
    this.decide('refund-due', 'returned', this.state.decidedBy);
    this.state = { ...this.state, refund: amount };
    return true;
  }

  /** Does the money go back, or is it back? */
  get isReturned(): boolean {
    return isRefund(this.state.status);
  }

  /** What the gateway is to give back now; absent unless it is due. */
  get refundDue(): Money | undefined {
    const { status } = this.state;
    return status === 'refund-due' || status === 'refund-failed' ? moneyBackOf(this.state) : undefined;
  }

  /** Counts the orders to give it back, from 1. The same order may be given again; another one only when the gateway itself has said that the last failed. */
  get refundAttempt(): number {
    return (this.state.failedRefunds?.length ?? 0) + 1;
  }

  /** Takes the gateway's word on the refund; returns whether that is news. @throws NoRefundDue of what, or so much, should not go back */
  hearRefund(report: RefundReport): boolean {
    // Money of another currency is given back by a person, at the gateway itself.
    const before = this.state.status === 'mismatched' ? 'refund-due' : this.state.status;
    const { refundReference, outcome } = report;
    if (this.state.refundedAt !== undefined && this.state.refundReference === refundReference) return false;
    if (!isRefund(before) || !isSame(moneyBackOf(this.state), report.amount)) throw new NoRefundDue();
    // The money would be back twice.
    if (before === 'refunded' && outcome === 'done' && refundReference !== this.state.refundReference)
      throw new NoRefundDue();
    const status = afterReport({ ...this.state, status: before }, report);
    if (!status) return false;
    this.state = afterRefundReport(this.state, report, status);
    return true;
  }

  /** The gateway did not take the order to give it back; returns whether that is news. The same order may be given again later. */
  giveUpRefund(problem: string): boolean {
    if (!this.refundDue) return false;
    const refundFailures = (this.state.refundFailures ?? 0) + 1;
    this.state = { ...this.state, status: 'refund-failed', refundProblem: problem, refundFailures };
    return true;
  }

  /** Of "failed" and "pending" the later one holds, whichever we hear first. Neither touches a payment that has ended. */
  private hearUnpaid({ outcome, at, reportId, gatewayReference, reason }: PaymentReport): void {
    if (!isUnsettled(this.state.status)) return;
    if (this.state.decidedBy && isBefore({ at, reportId }, this.state.decidedBy)) return;
    this.decide(outcome === 'pending' ? 'pending' : 'failed', reason, { at, reportId, gatewayReference });
  }

  private hearPaid(report: PaymentReport, demandAlreadyPaid: boolean): void {
    const { at, reportId, gatewayReference, transactionId, method, bankReference } = report;
    const reason = this.reasonToRefund(report, demandAlreadyPaid);
    const status = reason === undefined ? 'paid' : reason === 'wrong-currency' ? 'mismatched' : 'refund-due';
    if (!this.yieldsTo(status, { at, reportId })) return;
    this.decide(status, reason, { at, reportId, gatewayReference, ...(transactionId && { transactionId }) });
    const { method: _method, bankReference: _bankReference, ...rest } = this.state;
    const particulars = { ...(method && { method }), ...(bankReference && { bankReference }) };
    this.state = { ...rest, paidAt: at, ...particulars, ...(!this.isAsAsked(report) && { received: sumOf(report) }) };
  }

  private isAsAsked({ amount, currency = 'INR' }: PaymentReport): boolean {
    return currency === 'INR' && isSame(amount, this.state.amount);
  }

  private reasonToRefund(report: PaymentReport, demandAlreadyPaid: boolean): string | undefined {
    if ((report.currency ?? 'INR') !== 'INR') return 'wrong-currency';
    if (!this.isAsAsked(report)) return 'wrong-amount';
    if (this.state.cancelledAt !== undefined) return 'cancelled';
    if (demandAlreadyPaid) return 'already-paid';
    return report.at > this.state.expiresAt ? 'late' : undefined;
  }

  /** Once money came: paid stays paid, and the earliest of the reports that say so tells the particulars. */
  private yieldsTo(status: PaymentStatus, mark: ReportMark): boolean {
    const { status: current, decidedBy, reason } = this.state;
    if (!hasMoney(current) || decidedBy === undefined) return true;
    if (current === status) return isBefore(mark, decidedBy);
    return current === 'refund-due' && reason === 'late';
  }

  private decide(status: PaymentStatus, reason?: string, decidedBy?: PaymentSnapshot['decidedBy']): void {
    const { reason: _reason, decidedBy: _decidedBy, ...rest } = this.state;
    this.state = { ...rest, status, ...(reason && { reason }), ...(decidedBy && { decidedBy }) };
  }
}

/** Once the money is back, what went wrong on the way does not matter any more. */
function afterRefundReport(
  { refundProblem: _problem, refundFailures = 0, failedRefunds = [], ...rest }: PaymentSnapshot,
  { refundReference, bankReference, reason, at }: RefundReport,
  status: RefundStatus,
): PaymentSnapshot {
  const next = { ...rest, status, refundReference };
  if (status === 'refunded')
    return { ...next, refundedAt: at, ...(bankReference && { refundBankReference: bankReference }) };
  const failures = { ...(refundFailures && { refundFailures }), ...(failedRefunds.length > 0 && { failedRefunds }) };
  if (status === 'refund-asked') return { ...next, ...failures };
  return {
    ...next,
    refundProblem: reason ?? 'failed',
    refundFailures: refundFailures + 1,
    failedRefunds: [...failedRefunds, refundReference],
  };
}

/** Money has come, wherever it went then. */
const hasMoney = (status: PaymentStatus): boolean => status === 'paid' || status === 'mismatched' || isRefund(status);

type Sums = Pick<PaymentSnapshot, 'amount' | 'received' | 'refund'>;

/** What came of a payment that has money. */
export const receivedBy = ({ amount, received }: Sums): Money => received?.amount ?? amount;

/** How much goes back of a payment whose money goes back. */
export const moneyBackOf = (sums: Sums): Money => sums.refund ?? receivedBy(sums);

const sumOf = ({ amount, currency }: PaymentReport): NonNullable<PaymentSnapshot['received']> => ({
  amount,
  ...(currency && { currency }),
});

const isBefore = (one: ReportMark, other: ReportMark): boolean =>
  one.at < other.at || (one.at === other.at && one.reportId < other.reportId);
