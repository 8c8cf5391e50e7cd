import type { ApplicationId, CitizenId, DemandId, DocumentId, PaymentId, ServiceId } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import type { Instant, IsoDate } from '../shared/time.ts';
import type { DemandLine } from './demand.ts';
import type { PaymentMethod } from './payment.ts';

export interface ReceiptSnapshot {
  readonly number: string;
  readonly paymentId: PaymentId;
  readonly demandId: DemandId;
  readonly citizenId: CitizenId;
  readonly serviceId: ServiceId;
  readonly applicationId?: ApplicationId;
  readonly account?: string;
  readonly lines: readonly DemandLine[];
  readonly amount: Money;
  readonly method?: PaymentMethod;
  /** The bank's own number (UTR or RRN), by which the treasury finds the money. */
  readonly bankReference?: string;
  readonly paidAt: Instant;
  readonly issuedAt: Instant;
  /** The printed receipt, once there is one. */
  readonly documentId?: DocumentId;
}

/** Proof of payment. Its number is never used again, and a receipt is never changed or taken back: money that goes back is an entry of its own. */
export class Receipt {
  private state: ReceiptSnapshot;

  private constructor(state: ReceiptSnapshot) {
    this.state = state;
  }

  static issue(facts: Omit<ReceiptSnapshot, 'documentId'>): Receipt {
    return new Receipt(facts);
  }

  static restore(snapshot: ReceiptSnapshot): Receipt {
    return new Receipt(snapshot);
  }

  snapshot(): ReceiptSnapshot {
    return this.state;
  }

  get number(): string {
    return this.state.number;
  }

  get documentId(): DocumentId | undefined {
    return this.state.documentId;
  }

  /** Printed; returns whether that is news: the first print stays. */
  print(documentId: DocumentId): boolean {
    if (this.state.documentId !== undefined) return false;
    this.state = { ...this.state, documentId };
    return true;
  }
}

/** India's financial year, from 1 April to 31 March: `2026-27`. */
export function financialYearOf(day: IsoDate): string {
  const year = Number(day.slice(0, 4));
  const first = Number(day.slice(5, 7)) >= 4 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}

/**
 * A number such as `MCD/2026-27/R/000123`: each department has its own series for each financial year.
 * The counter comes from the store, in the transaction that keeps the receipt, so that the series has no gaps.
 */
export function receiptNumber(department: string, financialYear: string, counter: number): string {
  if (!Number.isSafeInteger(counter) || counter < 1) throw new RangeError(`not a place in a series: ${counter}`);
  return `${department.toUpperCase()}/${financialYear}/R/${String(counter).padStart(6, '0')}`;
}
