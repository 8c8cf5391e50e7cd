import type { ServiceId } from '#domain/shared/ids.ts';
import type { Money } from '#domain/shared/money.ts';
import type { IsoDate } from '#domain/shared/time.ts';
import type { Checked } from './checked.ts';

/** Knows what is owed on an account: a property, a meter, a vehicle. */
export interface BillSource {
  readonly name: string;
  /** The open dues; absent when there is no such account. @throws BillSourceDown */
  fetch(serviceId: ServiceId, account: string): Promise<Bill | undefined>;
  check(): Promise<Checked>;
}

export interface Bill {
  readonly account: string;
  /** Full name; it is masked before it is shown to whoever asks. */
  readonly owner: string;
  readonly address: string;
  /** Open demands, the oldest first; empty when nothing is due. */
  readonly demands: readonly BilledDemand[];
}

export interface BilledDemand {
  /** The source's own id of the demand, by which paying it twice is noticed. */
  readonly id: string;
  /** Such as `2026-27`. */
  readonly period: string;
  readonly dueOn: IsoDate;
  /** Named amounts: `tax`, `rebate` (negative), `interest`, `penalty`, `cess`. They add up to what is owed. */
  readonly lines: readonly { readonly name: string; readonly amount: Money }[];
  /** It has gone to a court, and is settled there: it is shown, and cannot be paid here. */
  readonly inCourt?: boolean | undefined;
}
