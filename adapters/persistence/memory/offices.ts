import { createHash } from 'node:crypto';
import type { AuditLog, Numbers, Officers, OfficeSessions } from '#application/ports/out/repositories.ts';
import { type AuditEntry, type SealedEntry, sealEntry } from '#domain/audit/audit-entry.ts';
import type { Officer } from '#domain/department/officer.ts';
import type { OfficerId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import { copyOf, type MemoryTransactions, Table } from './transactions.ts';

export class InMemoryOfficers implements Officers {
  private readonly rows: Table<{ officer: Officer; passwordHash: string }>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  find(id: OfficerId): Promise<Officer | undefined> {
    return this.transactions.within(() => this.rows.values().find(({ officer }) => officer.id === id)?.officer);
  }

  bySignInName(name: string): Promise<{ officer: Officer; passwordHash: string } | undefined> {
    return this.transactions.within(() => this.rows.get(name));
  }

  put(officer: Officer, passwordHash: string): Promise<void> {
    return this.transactions.within(() =>
      this.rows.set(officer.signInName, { officer: copyOf(officer), passwordHash }),
    );
  }
}

type Session = Parameters<OfficeSessions['open']>[0];

export class InMemoryOfficeSessions implements OfficeSessions {
  private readonly rows: Table<Session>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  open(session: Session): Promise<void> {
    return this.transactions.within(() => this.rows.set(session.tokenHash, { ...session }));
  }

  find(tokenHash: string, now: Instant): Promise<Omit<Session, 'tokenHash'> | undefined> {
    return this.transactions.within(() => {
      const session = this.rows.get(tokenHash);
      if (!session || session.expiresAt <= now) return undefined;
      const { csrfToken, officerId, expiresAt } = session;
      return { csrfToken, officerId, expiresAt };
    });
  }

  close(tokenHash: string): Promise<void> {
    return this.transactions.within(() => this.rows.delete(tokenHash));
  }

  prune(before: Instant): number {
    return this.rows.deleteWhere(({ expiresAt }) => expiresAt < before);
  }
}

export class InMemoryAuditLog implements AuditLog {
  private readonly rows: Table<SealedEntry>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  append(entry: AuditEntry): Promise<void> {
    return this.transactions.within(() => {
      const last = this.rows.values().at(-1);
      const sealed = sealEntry(copyOf(entry), last, (text) => createHash('sha256').update(text).digest('hex'));
      this.rows.set(String(sealed.position), sealed);
    });
  }

  after(position: number, limit: number): Promise<readonly SealedEntry[]> {
    return this.transactions.within(() =>
      this.rows
        .values()
        .slice(position, position + limit)
        .map(copyOf),
    );
  }
}

export class InMemoryNumbers implements Numbers {
  private readonly given: Table<number>;
  private readonly last: Table<number>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.given = new Table(transactions);
    this.last = new Table(transactions);
  }

  next(series: string, subject: string): Promise<number> {
    return this.transactions.within(() => {
      const key = JSON.stringify([series, subject]);
      const known = this.given.get(key);
      if (known !== undefined) return known;
      const number = (this.last.get(series) ?? 0) + 1;
      this.last.set(series, number);
      this.given.set(key, number);
      return number;
    });
  }
}
