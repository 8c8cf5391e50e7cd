import type { Keys } from '#application/ports/out/keys.ts';
import type { Citizens } from '#application/ports/out/repositories.ts';
import { Citizen, type CitizenSnapshot } from '#domain/citizen/citizen.ts';
import { type ContactPoint, contactPointKey } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import { ContactPointTaken } from '../store.ts';
import { copyOf, type MemoryTransactions, Table } from './transactions.ts';

/** Who is there: with a key, or erased. */
export class InMemoryKeys implements Keys {
  private readonly keys: Table<Uint8Array>;
  private readonly transactions: MemoryTransactions;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.keys = new Table(transactions);
  }

  keyOf(citizenId: CitizenId): Promise<Uint8Array | undefined> {
    return this.transactions.within(() => this.keys.get(citizenId));
  }

  isThere(citizenId: CitizenId): boolean {
    return this.keys.has(citizenId);
  }

  make(citizenId: CitizenId): void {
    this.keys.set(citizenId, crypto.getRandomValues(new Uint8Array(32)));
  }

  destroy(citizenId: CitizenId): void {
    this.keys.delete(citizenId);
  }
}

export class InMemoryCitizens implements Citizens {
  private readonly citizens: Table<CitizenSnapshot>;
  private readonly holders: Table<CitizenId>;
  private readonly transactions: MemoryTransactions;
  private readonly keys: InMemoryKeys;
  private readonly onErase: (id: CitizenId) => void;

  constructor(transactions: MemoryTransactions, keys: InMemoryKeys, onErase: (id: CitizenId) => void) {
    this.transactions = transactions;
    this.keys = keys;
    this.onErase = onErase;
    this.citizens = new Table(transactions);
    this.holders = new Table(transactions);
  }

  find(id: CitizenId): Promise<Citizen | undefined> {
    return this.transactions.within(() => this.load(id));
  }

  add(citizen: Citizen): Promise<boolean> {
    return this.transactions.within(() => {
      const snapshot = citizen.snapshot();
      const points = snapshot.contactPoints.map(({ point }) => contactPointKey(point));
      if (this.citizens.has(snapshot.id) || points.some((key) => this.holders.has(key))) return false;
      this.keys.make(snapshot.id);
      this.store(citizen);
      return true;
    });
  }

  update(id: CitizenId, change: (citizen: Citizen) => void): Promise<Citizen | undefined> {
    return this.transactions.within(() => {
      const citizen = this.load(id);
      if (!citizen) return undefined;
      const before = citizen.snapshot().contactPoints;
      change(citizen);
      const taken = citizen.snapshot().contactPoints.some(({ point }) => {
        const holder = this.holders.get(contactPointKey(point));
        return holder !== undefined && holder !== id;
      });
      if (taken) throw new ContactPointTaken();
      const kept = citizen.snapshot().contactPoints;
      for (const each of before) if (!kept.includes(each)) this.holders.delete(contactPointKey(each.point));
      this.store(citizen);
      return citizen;
    });
  }

  behind(points: readonly ContactPoint[]): Promise<readonly (CitizenId | undefined)[]> {
    return this.transactions.within(() => points.map((point) => this.holders.get(contactPointKey(point))));
  }

  moveContactPoint(point: ContactPoint, to: CitizenId, now: Instant): Promise<void> {
    return this.transactions.within(() => {
      const key = contactPointKey(point);
      const citizen = this.load(to);
      const holder = this.holders.get(key);
      if (!citizen || holder === to) return;
      const before = holder === undefined ? undefined : this.citizens.get(holder);
      if (before) {
        const contactPoints = before.contactPoints.filter((each) => contactPointKey(each.point) !== key);
        this.citizens.set(before.id, { ...before, contactPoints });
      }
      citizen.addContactPoint(point, 'provider', now);
      this.store(citizen);
    });
  }

  erase(id: CitizenId): Promise<void> {
    return this.transactions.within(() => {
      this.holders.deleteWhere((holder) => holder === id);
      this.citizens.delete(id);
      this.keys.destroy(id);
      this.onErase(id);
    });
  }

  private load(id: CitizenId): Citizen | undefined {
    const snapshot = this.citizens.get(id);
    return snapshot && Citizen.restore(copyOf(snapshot));
  }

  private store(citizen: Citizen): void {
    const snapshot = copyOf(citizen.snapshot());
    this.citizens.set(snapshot.id, snapshot);
    for (const { point } of snapshot.contactPoints) this.holders.set(contactPointKey(point), snapshot.id);
  }
}
