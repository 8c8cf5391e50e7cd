import { beforeEach, describe, expect, it } from 'vitest';
import { ReturnSilentTalks } from '#application/handover/return-silent-talks.ts';
import { tellingThrough } from '#application/notification/tell.ts';
import { helpDesk } from '#config/help-desk.ts';
import { Handover } from '#domain/handover/handover.ts';
import { verbatim } from '#domain/shared/phrase.ts';
import { aCitizen } from '#test/kit/builders.ts';
import { aCalendar, aWorld, noWakeup, told, type World } from '#test/kit/fakes.ts';

const HOUR = 60;
const HOURS = helpDesk.answerWithinHours.value;

let world: World;
let returning: ReturnSilentTalks;

beforeEach(async () => {
  world = aWorld();
  const { store, clock } = world;
  await aCitizen(world);
  returning = new ReturnSilentTalks(
    store.handovers,
    tellingThrough(store.talks, clock, noWakeup),
    store.transactions,
    aCalendar,
    helpDesk,
    clock,
  );
  const asked = { id: 'talk-1', citizenId: 'citizen-1', department: 'mcd', language: 'hi', lines: [] } as const;
  await store.handovers.add(Handover.ask(asked, clock.now()));
});

const change = (how: (handover: Handover, now: string) => void) =>
  world.store.handovers.update('talk-1', (handover) => how(handover, world.clock.now()));
const taken = () => change((handover, now) => handover.take('officer-1', now));
const writes = () => change((handover, now) => handover.hear({ said: verbatim('Namaste') }, now));
const answers = () => change((handover, now) => handover.write('officer-1', 'Ji', now));
/** What the citizen is told by the sweep after so many minutes. */
const toldAfter = async (minutes: number) => {
  world.clock.advance(minutes);
  await returning.sweep();
  return told(world);
};
const back = [{ type: 'officer-left', handoverId: 'talk-1', isSilent: true }];

describe('a talk in which nothing more is said', () => {
  it('goes back to the machine after its hours, which the citizen hears once', async () => {
    await taken();
    expect(await toldAfter(HOURS * HOUR - 1)).toEqual([]);
    expect(await toldAfter(1)).toEqual(back);
    expect(await toldAfter(HOUR)).toEqual([]);
    expect((await world.store.handovers.find('talk-1'))?.snapshot().ended?.by).toBe('silence');
  });

  it('rests from the first word that the officer has not answered, however often the citizen writes', async () => {
    await taken();
    world.clock.advance(HOUR);
    await answers();
    world.clock.advance(HOUR);
    await writes();
    world.clock.advance(HOUR);
    await writes();
    expect(await toldAfter((HOURS - 1) * HOUR - 1)).toEqual([]);
    expect(await toldAfter(1)).toEqual(back);
  });

  it('stays where each answers the other', async () => {
    await taken();
    for (let n = 0; n < 4; n += 1) {
      world.clock.advance(HOUR);
      await writes();
      await answers();
    }
    expect(await toldAfter(HOUR)).toEqual([]);
  });

  it('stays over night: only open hours count', async () => {
    world.clock.advance(7 * HOUR);
    await taken();
    // Eight in the morning: one hour has counted so far, and the office opens at half past nine.
    expect(await toldAfter(15 * HOUR)).toEqual([]);
    expect(await toldAfter(1.5 * HOUR + (HOURS - 1) * HOUR)).toEqual(back);
  });

  it('stays before the officers while none has taken it', async () => {
    await writes();
    expect(await toldAfter(48 * HOUR)).toEqual([]);
    expect(await world.store.handovers.openIn('mcd', 9)).toHaveLength(1);
  });
});
