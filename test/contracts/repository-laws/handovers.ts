import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { Handover } from '#domain/handover/handover.ts';
import { verbatim } from '#domain/shared/phrase.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { aCitizen, type World } from './world.ts';

export function handoverLaws(world: World): void {
  const aHandover = async (department: string, minutesAgo = 0) => {
    const { store, clock } = world;
    const citizenId = await aCitizen(world);
    const lines = [{ by: 'citizen', said: verbatim('पेंशन रुक गई है') }] as const;
    const asked = { id: randomUUID(), citizenId, department, language: 'hi', lines } as const;
    const handover = Handover.ask(asked, plusMinutes(clock.now(), -minutesAgo));
    await store.handovers.add(handover);
    return handover.snapshot();
  };
  const openIn = async (department: string) =>
    (await world.store.handovers.openIn(department, 9)).map((each) => each.snapshot().id);

  it('keeps talks for a person, and finds the open ones of a department, the longest waiting first', async () => {
    const { store, clock } = world;
    const late = await aHandover('mcd');
    const early = await aHandover('mcd', 5);
    const other = await aHandover('revenue');
    expect(await openIn('mcd')).toEqual([early.id, late.id]);
    expect(await openIn('revenue')).toEqual([other.id]);
    expect((await store.handovers.openIn('mcd', 1)).map((each) => each.snapshot())).toEqual([early]);
    await store.handovers.update(early.id, (each) => each.leave(clock.now()));
    expect(await openIn('mcd')).toEqual([late.id]);
  });

  it('stores a talk once, and changes it under a lock', async () => {
    const { store, clock } = world;
    const { id } = await aHandover('mcd');
    const found = await store.handovers.find(id);
    expect(found && (await store.handovers.add(found))).toBe(false);
    await store.handovers.update(id, (each) => each.take('officer-1', clock.now()));
    const twice = store.handovers.update(id, (each) => each.take('officer-2', clock.now()));
    await expect(twice).rejects.toMatchObject({ key: 'desk.talkWithOther' });
    expect((await store.handovers.find(id))?.snapshot().taken?.by).toBe('officer-1');
  });

  it('finds those that were taken and rest, the longest resting first', async () => {
    const { store, clock } = world;
    const [first, second, ended] = [await aHandover('mcd'), await aHandover('revenue'), await aHandover('mcd')];
    await aHandover('mcd', 60);
    const taken = (id: string, minutesAgo: number) =>
      store.handovers.update(id, (each) => each.take('officer-1', plusMinutes(clock.now(), -minutesAgo)));
    await taken(first.id, 20);
    await taken(second.id, 30);
    await taken(ended.id, 40);
    await store.handovers.update(ended.id, (each) => each.leave(clock.now()));
    const resting = async (minutes: number, limit = 9) =>
      (await store.handovers.restingSince(plusMinutes(clock.now(), -minutes), limit)).map((each) => each.snapshot().id);
    expect(await resting(20)).toEqual([second.id, first.id]);
    expect(await resting(21)).toEqual([second.id]);
    expect(await resting(20, 1)).toEqual([second.id]);
    await store.handovers.update(second.id, (each) => each.write('officer-1', 'Ji', clock.now()));
    expect(await resting(20)).toEqual([first.id]);
  });

  it('finds those that were asked for before a moment, open or not, and removes one', async () => {
    const { store, clock } = world;
    const [old, older] = [await aHandover('mcd', 10), await aHandover('revenue', 20)];
    await aHandover('mcd');
    await store.handovers.update(older.id, (each) => each.leave(clock.now()));
    const found = async () =>
      (await store.handovers.askedBefore(plusMinutes(clock.now(), -5), 9)).map((each) => each.snapshot().id);
    expect(await found()).toEqual([older.id, old.id]);
    await store.handovers.remove(older.id);
    expect(await found()).toEqual([old.id]);
    expect(await store.handovers.find(older.id)).toBeUndefined();
  });

  it('keeps nothing of the talk of a citizen who has been erased', async () => {
    const { store } = world;
    const { id, citizenId } = await aHandover('mcd');
    await store.citizens.erase(citizenId);
    expect(await store.handovers.find(id)).toBeUndefined();
    expect(await openIn('mcd')).toEqual([]);
  });
}
