import { beforeEach, describe } from 'vitest';
import type { Clock } from '#application/ports/out/clock.ts';
import { aggregateLaws } from './repository-laws/aggregates.ts';
import { channelEntryLaws } from './repository-laws/channel-entries.ts';
import { citizenLaws } from './repository-laws/citizens.ts';
import { handoverLaws } from './repository-laws/handovers.ts';
import { officeLaws } from './repository-laws/offices.ts';
import { outboxLaws } from './repository-laws/outbox.ts';
import { placeLaws } from './repository-laws/places.ts';
import { proofLaws } from './repository-laws/proofs.ts';
import { screenLaws } from './repository-laws/screens.ts';
import { talkLaws } from './repository-laws/talks.ts';
import { transactionLaws } from './repository-laws/transactions.ts';
import { aWorld, type OpenedStore, type World } from './repository-laws/world.ts';

/** What holds for every store, whatever it keeps things in. `open` gives an empty one that goes by the clock. */
export function describeRepositories(name: string, open: (clock: Clock) => Promise<OpenedStore>): void {
  describe(name, () => {
    const world: World = aWorld();
    beforeEach(async () => {
      world.opened = await open(world.clock);
    });
    describe('transactions', () => transactionLaws(world));
    describe('citizens', () => citizenLaws(world));
    describe('screens', () => screenLaws(world));
    describe('talks with a person', () => handoverLaws(world));
    describe('proofs', () => proofLaws(world));
    describe('aggregates', () => aggregateLaws(world));
    describe('talks', () => talkLaws(world));
    describe('places in slots', () => placeLaws(world));
    describe('the channel log', () => channelEntryLaws(world));
    describe('the outbox and jobs', () => outboxLaws(world));
    describe('numbers, audit log and office', () => officeLaws(world));
  });
}
