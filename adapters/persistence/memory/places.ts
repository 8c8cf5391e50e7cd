import type { Places } from '#application/ports/out/places.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import { type MemoryTransactions, Table } from './transactions.ts';

interface Row {
  readonly resource: string;
  readonly slot: string;
  readonly place: number;
  readonly by: ApplicationId;
  /** Absent: for good. */
  readonly until?: Instant;
}

const keyOf = ({ resource, slot, place }: Pick<Row, 'resource' | 'slot' | 'place'>): string =>
  `${resource} ${slot} ${place}`;

export class InMemoryPlaces implements Places {
  private readonly transactions: MemoryTransactions;
  private readonly rows: Table<Row>;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  hold(...[{ resource, slots, places }, by, until, now]: Parameters<Places['hold']>): Promise<boolean> {
    return this.transactions.within(() => {
      const isFree = (slot: string, place: number): boolean => {
        const row = this.rows.get(keyOf({ resource, slot, place }));
        return row === undefined || row.by === by || isOver(row, now);
      };
      const found = slots.map((slot) => ({ slot, place: places.find((place) => isFree(slot, place)) }));
      if (found.some(({ place }) => place === undefined)) return false;
      // Whoever loses one of several slots loses the booking: none of it can be confirmed any more.
      const late = this.rows
        .values()
        .filter((row) => isOver(row, now) && row.resource === resource && slots.includes(row.slot));
      const gone = new Set([by, ...late.map((row) => row.by)]);
      this.rows.deleteWhere((row) => gone.has(row.by));
      for (const { slot, place = 0 } of found) {
        const row = { resource, slot, place, by, until };
        this.rows.set(keyOf(row), row);
      }
      return true;
    });
  }

  confirm(by: ApplicationId): Promise<boolean> {
    return this.transactions.within(() => {
      const his = this.rows.values().filter((row) => row.by === by);
      for (const { until: _until, ...row } of his) this.rows.set(keyOf(row), row);
      return his.length > 0;
    });
  }

  free(by: ApplicationId): Promise<void> {
    return this.transactions.within(() => {
      this.rows.deleteWhere((row) => row.by === by);
    });
  }

  taken(...[resource, { from, to }, now]: Parameters<Places['taken']>) {
    return this.transactions.within(() => {
      const gone = new Map<string, Set<number>>();
      for (const row of this.rows.values()) {
        if (row.resource !== resource || row.slot < from || row.slot > to || isOver(row, now)) continue;
        gone.set(row.slot, (gone.get(row.slot) ?? new Set()).add(row.place));
      }
      return gone;
    });
  }
}

const isOver = ({ until }: Row, now: Instant): boolean => until !== undefined && until <= now;
