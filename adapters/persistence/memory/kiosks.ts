import type { Kiosks, SeenKiosk } from '#application/ports/out/kiosks.ts';
import { Kiosk, type KioskSnapshot } from '#domain/assisting/kiosk.ts';
import type { Instant } from '#domain/shared/time.ts';
import { copyOf, type MemoryTransactions, Table } from './transactions.ts';

export class InMemoryKiosks implements Kiosks {
  private readonly rows: Table<KioskSnapshot>;
  private readonly seen: Table<Instant>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
    this.seen = new Table(transactions);
  }

  find(id: string): Promise<Kiosk | undefined> {
    return this.transactions.within(() => this.load(id));
  }

  add(kiosk: Kiosk): Promise<boolean> {
    return this.transactions.within(() => {
      const snapshot = copyOf(kiosk.snapshot());
      if (this.rows.has(snapshot.id)) return false;
      this.rows.set(snapshot.id, snapshot);
      return true;
    });
  }

  update(id: string, change: (kiosk: Kiosk) => void): Promise<Kiosk | undefined> {
    return this.transactions.within(() => {
      const kiosk = this.load(id);
      if (!kiosk) return undefined;
      change(kiosk);
      this.rows.set(id, copyOf(kiosk.snapshot()));
      return kiosk;
    });
  }

  all(): Promise<readonly SeenKiosk[]> {
    return this.transactions.within(() =>
      this.rows
        .values()
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .map((row) => {
          const seenAt = this.seen.get(row.id);
          return { kiosk: Kiosk.restore(copyOf(row)), ...(seenAt && { seenAt }) };
        }),
    );
  }

  awaiting(codeHash: string): Promise<Kiosk | undefined> {
    return this.transactions.within(() => {
      const row = this.rows.values().find(({ enrolment }) => enrolment?.codeHash === codeHash);
      return row && Kiosk.restore(copyOf(row));
    });
  }

  disabled(): Promise<ReadonlySet<string>> {
    return this.transactions.within(
      () =>
        new Set(
          this.rows
            .values()
            .filter(({ disabled }) => disabled)
            .map(({ id }) => id),
        ),
    );
  }

  noteSeen(ids: readonly string[], at: Instant): Promise<void> {
    return this.transactions.within(() => {
      for (const id of ids) if (this.rows.has(id)) this.seen.set(id, at);
    });
  }

  private load(id: string): Kiosk | undefined {
    const row = this.rows.get(id);
    return row && Kiosk.restore(copyOf(row));
  }
}
