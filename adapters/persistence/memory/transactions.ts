import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transactions } from '#application/ports/out/transactions.ts';

/** Lets one in at a time, in the order in which they came. */
class Turnstile {
  private last: Promise<unknown> = Promise.resolve();

  pass<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

interface Scope {
  /** Nested runs of one transaction also go one after the other, or undoing one would undo another's. */
  readonly nested: Turnstile;
  ended: boolean;
}

/** One transaction at a time. Every change leaves a note of how to take it back, so that undoing is reading the notes backwards. */
export class MemoryTransactions implements Transactions {
  private readonly current = new AsyncLocalStorage<Scope>();
  private readonly outermost = new Turnstile();
  private notes: (() => void)[] = [];

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const around = this.surrounding();
    return (around?.nested ?? this.outermost).pass(() => this.inScope(work, around === undefined));
  }

  /** Takes part in a surrounding transaction, or has one of its own. */
  within<Result>(work: () => Result): Promise<Result> {
    return this.surrounding() ? Promise.resolve().then(work) : this.run(async () => work());
  }

  /** Called before a change, with what takes it back. */
  note(takeBack: () => void): void {
    this.notes.push(takeBack);
  }

  /** Work that was started in a transaction and outlived it is outside of it. */
  private surrounding(): Scope | undefined {
    const scope = this.current.getStore();
    return scope?.ended ? undefined : scope;
  }

  private async inScope<Result>(work: () => Promise<Result>, outermost: boolean): Promise<Result> {
    const mark = this.notes.length;
    const scope: Scope = { nested: new Turnstile(), ended: false };
    try {
      return await this.current.run(scope, work);
    } catch (error) {
      for (const takeBack of this.notes.splice(mark).reverse()) takeBack();
      throw error;
    } finally {
      scope.ended = true;
      if (outermost) this.notes = [];
    }
  }
}

/** Rows by key, whose changes a transaction can take back. Values are never changed in place. */
export class Table<Value> {
  private readonly rows = new Map<string, Value>();
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
  }

  get(key: string): Value | undefined {
    return this.rows.get(key);
  }

  has(key: string): boolean {
    return this.rows.has(key);
  }

  set(key: string, value: Value): void {
    const before = this.rows.get(key);
    const was = this.rows.has(key);
    this.transactions.note(() => (was ? this.rows.set(key, before as Value) : this.rows.delete(key)));
    this.rows.set(key, value);
  }

  delete(key: string): void {
    const before = this.rows.get(key);
    if (!this.rows.has(key)) return;
    this.transactions.note(() => this.rows.set(key, before as Value));
    this.rows.delete(key);
  }

  /** Deletes the rows that `is` true of; returns how many. */
  deleteWhere(is: (value: Value, key: string) => boolean): number {
    const doomed = [...this.rows].filter(([key, value]) => is(value, key));
    for (const [key] of doomed) this.delete(key);
    return doomed.length;
  }

  values(): Value[] {
    return [...this.rows.values()];
  }
}

/** As a database gives it back: nobody else's to change, and without what JSON cannot say. */
export const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
