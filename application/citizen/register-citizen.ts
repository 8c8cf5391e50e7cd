import { Citizen } from '#domain/citizen/citizen.ts';
import { tellingOf } from '#domain/citizen/given-up.ts';
import { whoseAre } from '#domain/citizen/whose-contact-points.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Registering } from '../ports/in/registering.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Citizens } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';

/** Finds people by how they reach us, and registers those who come for the first time. */
export class RegisterCitizen implements Registering {
  private readonly citizens: Citizens;
  private readonly transactions: Transactions;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(citizens: Citizens, transactions: Transactions, clock: Clock, ids: Ids) {
    this.citizens = citizens;
    this.transactions = transactions;
    this.clock = clock;
    this.ids = ids;
  }

  async citizensBehind(groups: readonly (readonly ContactPoint[])[]): Promise<readonly CitizenId[]> {
    const known = await this.citizens.behind(groups.flat());
    let at = 0;
    const found: CitizenId[] = [];
    for (const group of groups) {
      const holders = known.slice(at, at + group.length);
      at += group.length;
      const [first] = holders;
      // Almost every message: all its contact points are known, and one person's.
      found.push(first !== undefined && holders.every((each) => each === first) ? first : await this.settle(group));
    }
    return found;
  }

  moved(points: readonly ContactPoint[], left: readonly ContactPoint[], at: Instant): Promise<CitizenId> {
    return this.transactions.run(async () => {
      const people = await this.holdersOf(points);
      const telling = tellingOf(points, left, (point) => people[points.indexOf(point)]?.snapshot(), at);
      const [citizenId] = await this.citizensBehind([telling]);
      if (citizenId === undefined) throw new Error('a move to nowhere');
      await this.citizens.update(citizenId, (citizen) => {
        for (const point of left) citizen.leave(point, at);
      });
      return citizenId;
    });
  }

  private async holdersOf(points: readonly ContactPoint[]): Promise<readonly (Citizen | undefined)[]> {
    const holders = await this.citizens.behind(points);
    return Promise.all(holders.map((id) => (id === undefined ? undefined : this.citizens.find(id))));
  }

  private settle(group: readonly ContactPoint[]): Promise<CitizenId> {
    return this.transactions.run(async () => {
      const people = await this.holdersOf(group);
      const whose = whoseAre(group, (point) => {
        const person = people[group.indexOf(point)]?.snapshot();
        return (
          person && {
            citizenId: person.id,
            hasUserId: person.contactPoints.some((each) => each.point.kind === 'user-id'),
          }
        );
      });
      const now = this.clock.now();
      const citizenId = whose.citizenId ?? this.ids.next();
      if (whose.citizenId === undefined) {
        // Two first messages may come at the same moment: whoever is second finds the first.
        const isNew = await this.citizens.add(Citizen.register(citizenId, whose.add, now));
        if (!isNew) return this.settle(group);
      } else if (whose.add.length > 0) {
        await this.citizens.update(citizenId, (citizen) => {
          for (const point of whose.add) citizen.addContactPoint(point, 'provider', now);
        });
      }
      for (const point of whose.move) await this.citizens.moveContactPoint(point, citizenId, now);
      return citizenId;
    });
  }
}
