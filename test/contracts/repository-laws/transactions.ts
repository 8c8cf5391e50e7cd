import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { Consent } from '#domain/consent/consent.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { aCitizen, aMessage, anEntry, hearing, textOf, type World } from './world.ts';

export const aConsent = (citizenId: CitizenId, purpose = 'birth-certificate'): Consent =>
  Consent.give(
    { id: randomUUID(), citizenId, purpose, noticeVersion: '1', language: 'hi', channel: 'whatsapp' },
    '2026-03-05T04:30:00.000Z',
  );

export function transactionLaws(world: World): void {
  const purposesOf = async (citizenId: CitizenId) =>
    (await world.store.consents.heldBy(citizenId)).map((consent) => consent.snapshot().purpose).sort();

  it('stores everything together when the work returns', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    const result = await store.transactions.run(async () => {
      await store.consents.add(aConsent(citizenId, 'one'));
      await store.consents.add(aConsent(citizenId, 'two'));
      expect(await purposesOf(citizenId)).toEqual(['one', 'two']);
      return 'returned';
    });
    expect(result).toBe('returned');
    expect(await purposesOf(citizenId)).toEqual(['one', 'two']);
  });

  it('stores nothing when the work throws', async () => {
    const { store, clock } = world;
    const citizenId = await aCitizen(world);
    const work = store.transactions.run(async () => {
      await store.consents.add(aConsent(citizenId));
      await store.talks.put([anEntry(world, citizenId, 'hello')]);
      await store.outbox.add([aMessage(citizenId, 'hello')]);
      await store.jobs.add([{ citizenId, kind: 'test', payload: {}, runAt: clock.now() }]);
      await store.numbers.next('series', 'subject');
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await purposesOf(citizenId)).toEqual([]);
    expect(await store.talks.take(10, async (talk) => hearing(talk))).toBe(0);
    expect(await store.outbox.lease(10, 60, clock.now())).toEqual([]);
    expect(await store.jobs.lease(10, 60, clock.now())).toEqual([]);
    expect(await store.numbers.next('series', 'another')).toBe(1);
  });

  it('undoes a nested one without undoing the one around it', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    await store.transactions.run(async () => {
      await store.consents.add(aConsent(citizenId, 'before'));
      const nested = store.transactions.run(async () => {
        await store.consents.add(aConsent(citizenId, 'undone'));
        await store.transactions.run(() => store.consents.add(aConsent(citizenId, 'undone with it')));
        throw new Error('only this');
      });
      await expect(nested).rejects.toThrow('only this');
      await store.transactions.run(() => store.consents.add(aConsent(citizenId, 'after')));
    });
    expect(await purposesOf(citizenId)).toEqual(['after', 'before']);
  });

  it('keeps nested ones apart that are started together', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    await store.transactions.run(async () => {
      await Promise.allSettled(
        [1, 2, 3, 4].map((number) =>
          store.transactions.run(async () => {
            await store.consents.add(aConsent(citizenId, `purpose-${number}`));
            if (number % 2 === 0) throw new Error('even');
          }),
        ),
      );
    });
    expect(await purposesOf(citizenId)).toEqual(['purpose-1', 'purpose-3']);
  });

  it('lets nothing be seen from outside before it is stored', async () => {
    const { store, clock } = world;
    const citizenId = await aCitizen(world);
    let isAdded = () => {};
    const added = new Promise<void>((resolve) => {
      isAdded = resolve;
    });
    let seen: Promise<unknown> = Promise.resolve();
    const outside = added.then(() => store.jobs.lease(10, 60, clock.now()));
    await store.transactions
      .run(async () => {
        await store.jobs.add([{ citizenId, kind: 'undone', payload: {}, runAt: clock.now() }]);
        seen = outside;
        isAdded();
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await seen).toEqual([]);
  });

  it('wakes workers outside of the transaction in which they are called', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    let woken: Promise<unknown> = Promise.resolve();
    const heard = new Promise<string>((resolve) => {
      const stop = store.wakeup.onWake((work) => {
        stop();
        woken = store.consents.add(aConsent(citizenId, work));
        resolve(work);
      });
    });
    const work = store.transactions.run(async () => {
      store.wakeup.wake('jobs');
      await heard;
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    await woken;
    expect(await purposesOf(citizenId)).toEqual(['jobs']);
  });

  it('stores what is put at the same time by many, in order for each', async () => {
    const { store } = world;
    const citizens = await Promise.all(Array.from({ length: 20 }, () => aCitizen(world)));
    await Promise.all(
      ['a', 'b', 'c'].flatMap((text) =>
        citizens.map((citizenId) => store.talks.put([anEntry(world, citizenId, text)])),
      ),
    );
    const heard: string[] = [];
    await store.talks.take(50, async (talk) => {
      heard.push(talk.entries.map(textOf).join(''));
      return hearing(talk);
    });
    expect(heard).toEqual(citizens.map(() => 'abc'));
  });
}
