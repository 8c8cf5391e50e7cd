import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { PlaceWanted } from '#domain/booking/slots.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { World } from './world.ts';

const SLOT = '2026-03-20T10:00';
const NEXT = '2026-03-21T10:00';
const all = { from: '2026-03-01T00:00', to: '2026-03-31T99' };

export function placeLaws(world: World): void {
  const wanted = (more: Partial<PlaceWanted> = {}): PlaceWanted => ({
    resource: 'hall/north',
    slots: [SLOT],
    places: [1],
    ...more,
  });
  const until = (minutes = 15) => plusMinutes(world.clock.now(), minutes);
  const hold = (place: PlaceWanted, by: string, minutes?: number) =>
    world.store.places.hold(place, by, until(minutes), world.clock.now());
  const taken = async () => {
    const found = await world.store.places.taken('hall/north', all, world.clock.now());
    return Object.fromEntries([...found].map(([slot, places]) => [slot, [...places].sort()]));
  };

  it('give each place to one of many who ask at the same moment', async () => {
    const people = Array.from({ length: 12 }, () => randomUUID() as string);
    const got = await Promise.all(people.map((by) => hold(wanted({ places: [1, 2, 3] }), by)));
    expect(got.filter(Boolean)).toHaveLength(3);
    expect(await taken()).toEqual({ [SLOT]: [1, 2, 3] });
  });

  it('are all had or none, where a booking takes several slots', async () => {
    await hold(wanted({ slots: [NEXT] }), 'one');
    expect(await hold(wanted({ slots: [SLOT, NEXT] }), 'two')).toBe(false);
    expect(await taken()).toEqual({ [NEXT]: [1] });
  });

  it('let who holds one change his mind, and keep the old one when the new one is gone', async () => {
    await hold(wanted(), 'one');
    expect(await hold(wanted({ slots: [NEXT] }), 'one')).toBe(true);
    await hold(wanted(), 'two');
    expect(await hold(wanted(), 'one')).toBe(false);
    expect(await taken()).toEqual({ [SLOT]: [1], [NEXT]: [1] });
  });

  it('are free again when their time is over, and lost to who held them', async () => {
    await hold(wanted(), 'one', 15);
    world.clock.advance(14 * 60);
    expect(await hold(wanted(), 'two')).toBe(false);
    world.clock.advance(60);
    expect(await taken()).toEqual({});
    expect(await hold(wanted(), 'two')).toBe(true);
    expect(await world.store.places.confirm('one')).toBe(false);
    expect(await world.store.places.confirm('two')).toBe(true);
    world.clock.advance(3600);
    expect(await taken()).toEqual({ [SLOT]: [1] });
  });

  it('are had whole or not at all after one of several was lost', async () => {
    await hold(wanted({ slots: [SLOT, NEXT] }), 'one', 1);
    world.clock.advance(60);
    await hold(wanted(), 'two');
    expect(await world.store.places.confirm('one')).toBe(false);
  });

  it('are given back', async () => {
    await hold(wanted(), 'one');
    await world.store.places.confirm('one');
    await world.store.places.free('one');
    expect(await hold(wanted(), 'two')).toBe(true);
  });

  it('of an undone transaction were never taken', async () => {
    await world.store.transactions
      .run(async () => {
        await hold(wanted(), 'one');
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await taken()).toEqual({});
  });
}
