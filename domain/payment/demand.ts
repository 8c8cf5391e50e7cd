import type { ApplicationId, CitizenId, DemandId, PaymentId, ServiceId } from '../shared/ids.ts';
import { add, type Money } from '../shared/money.ts';
import type { Instant } from '../shared/time.ts';
import { AlreadyPaid, DemandCancelled, NothingDue } from './errors.ts';

/** A named amount: a fee, `tax`, `interest`; a `rebate` is negative. The name is a key, not a sentence. */
export interface DemandLine {
  readonly name: string;
  readonly amount: Money;
}

export type DemandStatus = 'open' | 'paid' | 'cancelled';

export interface DemandSnapshot {
  readonly id: DemandId;
  readonly citizenId: CitizenId;
  readonly serviceId: ServiceId;
  /** The application whose fee this is. */
  readonly applicationId?: ApplicationId;
  /** Or the property, meter or vehicle whose dues these are. */
  readonly account?: string;
  readonly lines: readonly DemandLine[];
  /** The billing system's ids of the dues that are paid by this, so that nobody pays them twice. */
  readonly billedIds: readonly string[];
  readonly raisedAt: Instant;
  readonly status: DemandStatus;
  /** The payment that settled it. */
  readonly paidBy?: PaymentId;
  readonly paidAt?: Instant;
}

/** What is owed, by which citizen, for what. It may take several payments (attempts) until one settles it. */
export class Demand {
  private state: DemandSnapshot;

  private constructor(state: DemandSnapshot) {
    this.state = state;
  }

  /** @throws NothingDue */
  static raise(owed: Omit<DemandSnapshot, 'status' | 'paidBy' | 'paidAt'>): Demand {
    if (totalOf(owed.lines).paise <= 0) throw new NothingDue();
    return new Demand({ ...owed, status: 'open' });
  }

  static restore(snapshot: DemandSnapshot): Demand {
    return new Demand(snapshot);
  }

  snapshot(): DemandSnapshot {
    return this.state;
  }

  get id(): DemandId {
    return this.state.id;
  }

  get status(): DemandStatus {
    return this.state.status;
  }

  get isPaid(): boolean {
    return this.state.status === 'paid';
  }

  get total(): Money {
    return totalOf(this.state.lines);
  }

  /** For whoever is about to ask for money. @throws AlreadyPaid @throws DemandCancelled */
  requireOpen(): void {
    if (this.state.status === 'paid') throw new AlreadyPaid();
    if (this.state.status === 'cancelled') throw new DemandCancelled();
  }

  /** Settled by a payment; returns whether that is news. @throws AlreadyPaid by another payment @throws DemandCancelled */
  pay(paymentId: PaymentId, at: Instant): boolean {
    if (this.isPaid && this.state.paidBy === paymentId) return false;
    this.requireOpen();
    this.state = { ...this.state, status: 'paid', paidBy: paymentId, paidAt: at };
    return true;
  }

  /** Nobody owes this any more; returns whether that is news. @throws AlreadyPaid */
  cancel(): boolean {
    if (this.isPaid) throw new AlreadyPaid();
    if (this.state.status === 'cancelled') return false;
    this.state = { ...this.state, status: 'cancelled' };
    return true;
  }
}

const totalOf = (lines: readonly DemandLine[]): Money => add(...lines.map((line) => line.amount));
