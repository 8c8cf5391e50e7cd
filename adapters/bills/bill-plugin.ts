import type { Bill, BillSource } from '#application/ports/out/bill-source.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { IsoDate } from '#domain/shared/time.ts';

/** A source of bills that config can name. */
export interface BillPlugin<Settings> {
  readonly name: string;
  open(settings: Settings, world: BillWorld): BillSource;
}

export interface BillWorld {
  readonly log: Log;
  /** Which of these demands were paid through us already, by the ids that the source gave them. */
  readonly isPaid: IsPaid;
  today(): IsoDate;
}

export type IsPaid = (demandIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** A billing system may hear of a payment days later; what was paid here is not shown as due again meanwhile. */
export async function withoutPaid(bill: Bill, isPaid: IsPaid): Promise<Bill> {
  if (bill.demands.length === 0) return bill;
  const paid = await isPaid(bill.demands.map((demand) => demand.id));
  return { ...bill, demands: bill.demands.filter((demand) => !paid.has(demand.id)) };
}

/** The oldest first, as they are to be paid. */
export const oldestFirst = (demands: Bill['demands']): Bill['demands'] =>
  demands.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
