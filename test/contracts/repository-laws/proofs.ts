import { expect, it } from 'vitest';
import { OneTimePassword } from '#domain/citizen/one-time-password.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { proofLimits } from '#test/kit/fakes.ts';
import { aCitizen, aPhone, type World } from './world.ts';

export function proofLaws(world: World): void {
  it('keeps one-time passwords, and counts tries that come at once', async () => {
    const { store, clock } = world;
    expect(await store.oneTimePasswords.add(OneTimePassword.none('phone'))).toBe(true);
    expect(await store.oneTimePasswords.add(OneTimePassword.none('phone'))).toBe(false);
    await store.oneTimePasswords.update('phone', (each) => each.send('hash', clock.now(), proofLimits));
    const tries = Array.from({ length: 4 }, () =>
      store.oneTimePasswords.update('phone', (each) => void each.try('wrong', clock.now(), proofLimits)),
    );
    await Promise.all(tries);
    expect((await store.oneTimePasswords.find('phone'))?.snapshot()).toMatchObject({
      live: { codeHash: 'hash', triesLeft: 1 },
      wrongAt: [1, 2, 3, 4].map(() => clock.now()),
    });
    expect(await store.oneTimePasswords.update('another', () => undefined)).toBeUndefined();
  });

  it('gives a link code to one taker, in time, and none of an erased citizen', async () => {
    const { store, clock } = world;
    const citizenId = await aCitizen(world);
    const code = { hash: 'one', citizenId, kind: 'slip' as const, expiresAt: plusMinutes(clock.now(), 10) };
    await store.linkCodes.put(code);
    const takers = await Promise.all([1, 2, 3].map(() => store.linkCodes.take('one', clock.now())));
    expect(takers.filter((each) => each !== undefined)).toEqual([{ citizenId, kind: 'slip' }]);
    await store.linkCodes.put({ ...code, hash: 'two' });
    expect(await store.linkCodes.take('two', code.expiresAt)).toBeUndefined();
    await store.linkCodes.put({ ...code, hash: 'four' });
    await store.linkCodes.forget(citizenId);
    expect(await store.linkCodes.take('four', clock.now())).toBeUndefined();
    await store.linkCodes.put({ ...code, hash: 'three' });
    await store.citizens.erase(citizenId);
    expect(await store.linkCodes.take('three', clock.now())).toBeUndefined();
  });

  it('lets a ticket in once, also when it is shown twice at the same time, and forgets old ones', async () => {
    const { store, clock } = world;
    const until = plusMinutes(clock.now(), 1);
    const first = await Promise.all([1, 2, 3].map(() => store.usedTickets.use('ticket', until)));
    expect(first.filter(Boolean)).toHaveLength(1);
    expect(await store.usedTickets.use('another', until)).toBe(true);
    await store.prune(plusMinutes(until, 1));
    expect(await store.usedTickets.use('ticket', until)).toBe(true);
  });

  it('gives up a contact point that a citizen no longer has', async () => {
    const { store, clock } = world;
    const [one, other] = [await aCitizen(world), await aCitizen(world)];
    const point = aPhone();
    await store.citizens.update(one, (citizen) => void citizen.addContactPoint(point, 'operator', clock.now()));
    expect(await store.citizens.behind([point])).toEqual([one]);
    await store.citizens.update(one, (citizen) => citizen.removeContactPoint(point));
    expect(await store.citizens.behind([point])).toEqual([undefined]);
    await store.citizens.update(other, (citizen) => void citizen.addContactPoint(point, 'operator', clock.now()));
    expect(await store.citizens.behind([point])).toEqual([other]);
  });
}
