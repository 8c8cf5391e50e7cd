import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { Citizen } from '#domain/citizen/citizen.ts';
import { aConsent } from './transactions.ts';
import { aCitizen, aMessage, anEntry, aPhone, aUserId, hearing, type World } from './world.ts';

export function citizenLaws(world: World): void {
  it('gives back a citizen as he was', async () => {
    const { store, clock } = world;
    const citizen = Citizen.register(randomUUID(), [aPhone(), aUserId()], clock.now());
    expect(await store.citizens.add(citizen)).toBe(true);
    const found = await store.citizens.find(citizen.snapshot().id);
    expect(found?.snapshot()).toEqual(citizen.snapshot());
  });

  it('finds who is behind contact points, in the order asked', async () => {
    const { store, clock } = world;
    const [one, other, nobodys] = [aPhone(), aUserId(), aPhone()];
    const [first, second] = [randomUUID(), randomUUID()];
    await store.citizens.add(Citizen.register(first, [one], clock.now()));
    await store.citizens.add(Citizen.register(second, [other], clock.now()));
    for (let again = 0; again < 2; again += 1) {
      expect(await store.citizens.behind([other, nobodys, one, other])).toEqual([second, undefined, first, second]);
    }
  });

  it('does not add a citizen twice, nor one whose contact point is taken', async () => {
    const { store, clock } = world;
    const [shared, own] = [aPhone(), aPhone()];
    const first = Citizen.register(randomUUID(), [shared], clock.now());
    const second = Citizen.register(randomUUID(), [own, shared], clock.now());
    expect(await store.citizens.add(first)).toBe(true);
    expect(await store.citizens.add(first)).toBe(false);
    await store.transactions.run(async () => {
      expect(await store.citizens.add(second)).toBe(false);
      expect(await store.citizens.behind([own, shared])).toEqual([undefined, first.snapshot().id]);
    });
    expect(await store.citizens.find(second.snapshot().id)).toBeUndefined();
    expect(await store.keys.keyOf(second.snapshot().id)).toBeUndefined();
  });

  it('makes one citizen of two first messages that come at the same moment', async () => {
    const { store, clock } = world;
    const point = aPhone();
    const added = await Promise.all(
      Array.from({ length: 6 }, () => store.citizens.add(Citizen.register(randomUUID(), [point], clock.now()))),
    );
    expect(added.filter(Boolean)).toHaveLength(1);
  });

  it('takes in further contact points, and refuses one that is another citizen’s', async () => {
    const { store, clock } = world;
    const [one, other] = [await aCitizen(world), await aCitizen(world)];
    const point = aUserId();
    await store.citizens.update(one, (citizen) => void citizen.addContactPoint(point, 'provider', clock.now()));
    expect(await store.citizens.behind([point])).toEqual([one]);
    const taking = store.citizens.update(
      other,
      (citizen) => void citizen.addContactPoint(point, 'provider', clock.now()),
    );
    await expect(taking).rejects.toThrow('taken');
    expect(await store.citizens.behind([point])).toEqual([one]);
  });

  it('moves a number that has changed hands', async () => {
    const { store, clock } = world;
    const [point, kept] = [aPhone(), aUserId()];
    const before = randomUUID();
    await store.citizens.add(Citizen.register(before, [point, kept], clock.now()));
    const after = await aCitizen(world);
    await store.citizens.behind([point]);
    await store.citizens.moveContactPoint(point, after, clock.now());
    expect(await store.citizens.behind([point, kept])).toEqual([after, before]);
    const points = (await store.citizens.find(before))?.snapshot().contactPoints.map((each) => each.point);
    expect(points).toEqual([kept]);
    const moved = (await store.citizens.find(after))?.snapshot().contactPoints.map((each) => each.point);
    expect(moved).toContainEqual(point);
  });

  it('gives each citizen a key of his own, always the same', async () => {
    const { store } = world;
    const [one, other] = [await aCitizen(world), await aCitizen(world)];
    const key = await store.keys.keyOf(one);
    expect(key).toHaveLength(32);
    expect(await store.keys.keyOf(one)).toEqual(key);
    expect(await store.keys.keyOf(other)).not.toEqual(key);
  });

  it('forgets an erased citizen, and takes in nothing more of him', async () => {
    const { store, clock } = world;
    const point = aPhone();
    const id = randomUUID();
    await store.citizens.add(Citizen.register(id, [point], clock.now()));
    await store.citizens.behind([point]);
    const consent = aConsent(id);
    await store.consents.add(consent);
    await store.talks.put([anEntry(world, id, 'waits')]);
    await store.outbox.add([aMessage(id, 'waits')]);
    await store.jobs.add([{ citizenId: id, kind: 'waits', payload: {}, runAt: clock.now() }]);

    await store.citizens.erase(id);

    expect(await store.keys.keyOf(id)).toBeUndefined();
    expect(await store.citizens.find(id)).toBeUndefined();
    expect(await store.citizens.behind([point])).toEqual([undefined]);
    expect(await store.consents.find(consent.snapshot().id)).toBeUndefined();
    expect(await store.consents.heldBy(id)).toEqual([]);
    expect(await store.consents.update(consent.snapshot().id, (each) => each.withdraw(clock.now()))).toBeUndefined();
    expect(await store.consents.add(aConsent(id))).toBe(false);
    await store.talks.put([anEntry(world, id, 'too late')]);
    await store.outbox.add([aMessage(id, 'too late')]);
    await store.jobs.add([{ citizenId: id, kind: 'too late', payload: {}, runAt: clock.now() }]);
    expect(await store.talks.take(10, async (talk) => hearing(talk))).toBe(0);
    expect(await store.outbox.lease(10, 60, clock.now())).toEqual([]);
    expect(await store.jobs.lease(10, 60, clock.now())).toEqual([]);
  });

  it('keeps a citizen whose erasure is undone', async () => {
    const { store } = world;
    const id = await aCitizen(world);
    const key = await store.keys.keyOf(id);
    const erasing = store.transactions.run(async () => {
      await store.citizens.erase(id);
      throw new Error('not after all');
    });
    await expect(erasing).rejects.toThrow('not after all');
    expect(await store.keys.keyOf(id)).toEqual(key);
    expect((await store.citizens.find(id))?.snapshot().id).toBe(id);
  });

  it('stores nothing of a turn in which the citizen was erased', async () => {
    const { store, clock } = world;
    const id = await aCitizen(world);
    await store.talks.put([anEntry(world, id, 'forget me')]);
    const claimed = await store.talks.take(10, async (talk) => {
      await store.citizens.erase(id);
      return { ...hearing(talk), messages: [aMessage(id, 'done')] };
    });
    expect(claimed).toBe(1);
    expect(await store.outbox.lease(10, 60, clock.now())).toEqual([]);
    expect(await store.talks.take(10, async (talk) => hearing(talk))).toBe(0);
  });
}
