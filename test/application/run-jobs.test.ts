import { beforeEach, describe, expect, it } from 'vitest';
import type { Reaction, Reactions } from '#application/ports/in/reacting.ts';
import { reactionNames } from '#application/reactions.ts';
import { RunJobs } from '#application/run-jobs.ts';
import { aCitizen } from '#test/kit/builders.ts';
import { aWorld, type World } from '#test/kit/fakes.ts';

let world: World;
let run: () => Promise<number>;
let done: string[];
let lastTries: number;
let failing: ReadonlySet<string>;

beforeEach(async () => {
  world = aWorld();
  [done, lastTries, failing] = [[], 0, new Set()];
  const reaction: Reaction = async ({ kind }, isLastTry) => {
    if (isLastTry) lastTries += 1;
    if (failing.has(kind)) throw new Error('not today');
    done.push(kind);
  };
  const reactions = Object.fromEntries(reactionNames.map((name) => [name, reaction])) as Reactions;
  const { store, clock, log } = world;
  const jobs = new RunJobs(store.jobs, reactions, clock, log);
  run = () => jobs.run(10);
  await aCitizen(world);
});

const add = (kind: string, minutes = 0) =>
  world.store.jobs.add([
    {
      citizenId: 'citizen-1',
      kind,
      payload: {},
      runAt: new Date(Date.parse(world.clock.now()) + minutes * 60_000).toISOString(),
    },
  ]);

describe('RunJobs', () => {
  it('does each job once, and a timer when it is due', async () => {
    await add('tell-citizen');
    await add('wake-talk', 30);
    await run();
    await run();
    expect(done).toEqual(['tell-citizen']);
    world.clock.advance(30);
    await run();
    expect(done).toEqual(['tell-citizen', 'wake-talk']);
  });

  it('does the others when one fails, and that one later', async () => {
    failing = new Set(['issue-receipt']);
    await add('issue-receipt');
    await add('tell-citizen');
    await run();
    expect(done).toEqual(['tell-citizen']);
    failing = new Set();
    world.clock.advance(1);
    await run();
    expect(done).toEqual(['tell-citizen', 'issue-receipt']);
    expect(world.log.alarms).toEqual([]);
  });

  it.each([
    ['accept-paper', 4],
    ['fetch-bill', 3],
    ['tell-citizen', 14],
  ])('gives %s up after %i tries, saying which is the last, with an alarm', async (kind, tries) => {
    failing = new Set([kind]);
    await add(kind);
    let claimed = 0;
    for (let round = 0; round < 30; round += 1) {
      claimed += await run();
      world.clock.advance(3 * 60);
    }
    expect(claimed).toBe(tries);
    expect(lastTries).toBe(1);
    expect(world.log.alarms).toEqual(['job.given-up']);
  });

  it('tries a job again whose worker died with it', async () => {
    await add('tell-citizen');
    await world.store.jobs.lease(10, 180, world.clock.now());
    expect(await run()).toBe(0);
    world.clock.advance(3);
    expect(await run()).toBe(1);
    expect(done).toEqual(['tell-citizen']);
  });

  it('gives up at last what nobody knows how to do', async () => {
    await add('make-tea');
    for (let round = 0; round < 30; round += 1) {
      await run();
      world.clock.advance(3 * 60);
    }
    expect(world.log.alarms).toEqual(['job.given-up']);
  });
});
