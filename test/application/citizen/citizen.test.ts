import { beforeEach, describe, expect, it } from 'vitest';
import { EraseCitizen } from '#application/citizen/erase-citizen.ts';
import { RegisterCitizen } from '#application/citizen/register-citizen.ts';
import { StillInHand } from '#domain/citizen/errors.ts';
import { aCitizen, aPhone, aServiceApplication, aUserId } from '#test/kit/builders.ts';
import { aWorld, type World } from '#test/kit/fakes.ts';

let world: World;
beforeEach(() => {
  world = aWorld();
});

const registering = ({ store, clock, ids } = world) =>
  new RegisterCitizen(store.citizens, store.transactions, clock, ids);
const erasing = ({ store, clock, log } = world) =>
  new EraseCitizen(
    store.citizens,
    store.applications,
    store.demands,
    store.payments,
    store.auditLog,
    store.transactions,
    clock,
    log,
  );
const behind = async (...points: ReturnType<typeof aPhone>[]) => {
  const [id] = await registering().citizensBehind([points]);
  return id ?? '';
};

describe('RegisterCitizen', () => {
  it('knows who wrote before, and registers who did not', async () => {
    const first = await behind(aPhone(1));
    expect(await behind(aPhone(1))).toBe(first);
    expect(await behind(aPhone(2))).not.toBe(first);
  });

  it('makes one citizen of two first messages in one call, and of two calls at once', async () => {
    const [one, other] = await registering().citizensBehind([[aPhone(1)], [aPhone(1)]]);
    expect(one).toBe(other);
    const [first, second] = await Promise.all([behind(aPhone(2)), behind(aPhone(2))]);
    expect(first).toBe(second);
  });

  it('learns the user id of somebody whose number it knew', async () => {
    const citizen = await behind(aPhone());
    expect(await behind(aPhone(), aUserId())).toBe(citizen);
    expect(await behind(aUserId())).toBe(citizen);
  });

  it('takes a number that changed hands to the new person, who hears nothing of the old one', async () => {
    const before = await behind(aPhone(), aUserId('before'));
    const after = await behind(aPhone(), aUserId('after'));
    expect(after).not.toBe(before);
    expect(await behind(aPhone())).toBe(after);
    expect(await behind(aUserId('before'))).toBe(before);
  });

  it('follows a person to a new number by his user id', async () => {
    const citizen = await behind(aPhone(1), aUserId());
    expect(await behind(aPhone(2), aUserId())).toBe(citizen);
    expect(await behind(aPhone(2))).toBe(citizen);
  });

  describe('when somebody has a new number', () => {
    const moves = () => registering().moved([aPhone(1), aPhone(2)], [aPhone(1)], world.clock.now());
    const pointsOf = async (id: string) =>
      (await world.store.citizens.find(id))?.snapshot().contactPoints.map(({ point }) => point);

    it('reaches him there, and at the old one no more by any channel', async () => {
      await aCitizen(world, 'citizen-1', [aPhone(1), aPhone(1, 'sms')]);
      expect(await moves()).toBe('citizen-1');
      expect(await pointsOf('citizen-1')).toEqual([aPhone(2)]);
      expect(await world.store.citizens.behind([aPhone(1), aPhone(1, 'sms')])).toEqual([undefined, undefined]);
    });

    it('gives nothing of his to the next owner of the old one, though the provider says it again', async () => {
      await aCitizen(world, 'citizen-1', [aPhone(1)]);
      const at = world.clock.now();
      await moves();
      world.clock.advance(60);
      const next = await behind(aPhone(1));
      expect(next).not.toBe('citizen-1');
      expect(await registering().moved([aPhone(1), aPhone(2)], [aPhone(1)], at)).toBe('citizen-1');
      expect(await pointsOf(next)).toEqual([aPhone(1)]);
      expect(await pointsOf('citizen-1')).toEqual([aPhone(2)]);
    });

    it('takes the new one from whoever had it before', async () => {
      await aCitizen(world, 'citizen-1', [aPhone(1)]);
      await aCitizen(world, 'citizen-2', [aPhone(2)]);
      await moves();
      expect([await pointsOf('citizen-1'), await pointsOf('citizen-2')]).toEqual([[aPhone(2)], []]);
    });
  });
});

describe('EraseCitizen', () => {
  it('refuses while something is being decided, with its number', async () => {
    await aCitizen(world);
    await world.store.applications.add(aServiceApplication());
    await expect(erasing().requireErasable('citizen-1')).rejects.toThrow(StillInHand);
  });

  it('forgets for good, and writes down that it did, once', async () => {
    await aCitizen(world);
    await world.store.applications.add(aServiceApplication({ status: 'issued' }));
    await erasing().erase('citizen-1');
    await erasing().erase('citizen-1');
    expect(await world.store.applications.find('application-1')).toBeUndefined();
    expect(await behind(aPhone())).not.toBe('citizen-1');
    expect((await world.store.auditLog.after(0, 10)).map(({ what }) => what)).toEqual(['erase']);
  });

  it('keeps a citizen who filed something after asking to be forgotten, now and later', async () => {
    await aCitizen(world);
    await world.store.applications.add(aServiceApplication());
    await erasing().erase('citizen-1');
    expect(await world.store.citizens.find('citizen-1')).toBeDefined();
    expect(await world.store.auditLog.after(0, 10)).toEqual([]);
  });
});
