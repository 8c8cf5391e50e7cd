import type { LinkCodes, OneTimePasswords, UsedTickets } from '#application/ports/out/repositories.ts';
import { OneTimePassword, type OneTimePasswordSnapshot } from '#domain/citizen/one-time-password.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import { copyOf, type MemoryTransactions, Table } from './transactions.ts';

export class InMemoryOneTimePasswords implements OneTimePasswords {
  private readonly rows: Table<OneTimePasswordSnapshot>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  find(id: string): Promise<OneTimePassword | undefined> {
    return this.transactions.within(() => this.load(id));
  }

  add(password: OneTimePassword): Promise<boolean> {
    return this.transactions.within(() => {
      const snapshot = copyOf(password.snapshot());
      if (this.rows.has(snapshot.id)) return false;
      this.rows.set(snapshot.id, snapshot);
      return true;
    });
  }

  update(id: string, change: (password: OneTimePassword) => void): Promise<OneTimePassword | undefined> {
    return this.transactions.within(() => {
      const password = this.load(id);
      if (!password) return undefined;
      change(password);
      this.rows.set(id, copyOf(password.snapshot()));
      return password;
    });
  }

  prune(before: Instant): number {
    return this.rows.deleteWhere(({ sentAt }) => (sentAt.at(-1) ?? before) < before);
  }

  private load(id: string): OneTimePassword | undefined {
    const row = this.rows.get(id);
    return row && OneTimePassword.restore(copyOf(row));
  }
}

type Code = Parameters<LinkCodes['put']>[0];

export class InMemoryLinkCodes implements LinkCodes {
  private readonly rows: Table<Code>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  put(code: Code): Promise<void> {
    return this.transactions.within(() => this.rows.set(code.hash, { ...code }));
  }

  take(hash: string, now: Instant): ReturnType<LinkCodes['take']> {
    return this.transactions.within(() => {
      const code = this.rows.get(hash);
      this.rows.delete(hash);
      return code && code.expiresAt > now ? { citizenId: code.citizenId, kind: code.kind } : undefined;
    });
  }

  forget(citizenId: CitizenId): Promise<void> {
    return this.transactions.within(() => this.erase(citizenId));
  }

  erase(citizenId: CitizenId): void {
    this.rows.deleteWhere((code) => code.citizenId === citizenId);
  }

  prune(before: Instant): number {
    return this.rows.deleteWhere(({ expiresAt }) => expiresAt < before);
  }
}

export class InMemoryUsedTickets implements UsedTickets {
  private readonly rows: Table<Instant>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  use(id: string, until: Instant): Promise<boolean> {
    return this.transactions.within(() => {
      if (this.rows.has(id)) return false;
      this.rows.set(id, until);
      return true;
    });
  }

  prune(before: Instant): number {
    return this.rows.deleteWhere((until) => until < before);
  }
}
