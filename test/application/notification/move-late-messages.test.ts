import { beforeEach, describe, expect, it } from 'vitest';
import { MoveLateMessages } from '#application/notification/move-late-messages.ts';
import type { Channel } from '#application/ports/out/channel.ts';
import type { LeasedMessage } from '#application/ports/out/outbox.ts';
import type { Urgency } from '#domain/notification/urgency.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import { verbatim } from '#domain/shared/phrase.ts';
import { aCitizen, aPhone, aUserId } from '#test/kit/builders.ts';
import { aWorld, NOW, noWakeup, type World } from '#test/kit/fakes.ts';

const ours = { from: '2026-01-01', verified: true, source: 'a rule' };
const soon = { value: 15, ...ours };

let world: World;
let late: MoveLateMessages;

beforeEach(() => {
  world = aWorld();
  late = new MoveLateMessages(
    world.store.outbox,
    world.store.citizens,
    { of: () => ({}) as Channel, fallback: ['whatsapp', 'sms'] },
    { whatsapp: { reply: { value: 60, ...ours }, notice: soon, news: soon, owed: soon } },
    noWakeup,
    world.clock,
    world.log,
  );
});

const lease = (): Promise<readonly LeasedMessage[]> => world.store.outbox.lease(10, 60, world.clock.now());

/** A message that WhatsApp took, of which it says nothing more. */
async function taken(urgency: Urgency, points: ContactPoint[] = [aPhone()]): Promise<string> {
  await aCitizen(world, 'citizen-1', points);
  const message = { text: verbatim('news') };
  await world.store.outbox.add([{ citizenId: 'citizen-1', message, language: 'hi', urgency }]);
  const [leased] = await lease();
  if (!leased) throw new Error('nothing to send');
  const at = world.clock.now();
  await world.store.outbox.sent([{ message: leased, channel: 'whatsapp', providerIds: ['w1'], kept: true, at }]);
  return leased.id;
}

describe('MoveLateMessages', () => {
  it.each([
    { urgency: 'notice', minutes: 15 },
    { urgency: 'news', minutes: 15 },
    { urgency: 'owed', minutes: 15 },
    { urgency: 'reply', minutes: 60 },
  ] as const)('sends a $urgency by the next channel after $minutes minutes', async ({ urgency, minutes }) => {
    const id = await taken(urgency);
    world.clock.advance(minutes);
    await late.move();
    expect(await lease()).toEqual([]);
    world.clock.advance(1);
    await late.move();
    expect(await lease()).toMatchObject([{ id, tried: ['whatsapp'] }]);
  });

  it('sends nothing twice when the word that it came arrives late, but in time', async () => {
    const id = await taken('notice');
    world.clock.advance(16);
    await late.move();
    const said = { reference: id, channel: 'whatsapp', messageId: 'w1', status: 'delivered', at: NOW } as const;
    await world.store.outbox.recordStatus(said);
    expect(await lease()).toEqual([]);
  });

  it('leaves a message with its channel where the citizen has no other', async () => {
    await taken('notice', [aUserId()]);
    world.clock.advance(16);
    await late.move();
    expect(await lease()).toEqual([]);
    expect(await world.store.figures()).toMatchObject({ outboxDead: 0, outboxWaiting: 0 });
  });
});
