import { describe, expect, it } from 'vitest';
import type { LeasedMessage } from '#application/ports/out/outbox.ts';
import type { DeliveryWord } from '#domain/notification/delivery.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { aCitizen, aMessage, saidIn, type World } from './world.ts';

export function outboxLaws(world: World): void {
  const lease = (limit = 10) => world.store.outbox.lease(limit, 60, world.clock.now());
  const said = (messages: readonly LeasedMessage[]) => messages.map(saidIn);
  const sent = (messages: readonly LeasedMessage[], providerIds: string[] = []) =>
    world.store.outbox.sent(
      messages.map((message) => ({ message, channel: 'whatsapp', providerIds, at: world.clock.now() })),
    );
  const only = async (): Promise<LeasedMessage> => {
    const [message] = await lease();
    if (!message) throw new Error('nothing to send');
    return message;
  };

  it('gives a message back as it was', async () => {
    const citizenId = await aCitizen(world);
    const contactPoint = { channel: 'sms', kind: 'phone', address: '+910000012345' } as const;
    const message = { ...aMessage(citizenId, 'hello'), to: { contactPoint, via: 'x' }, answers: 'wamid.1' };
    await world.store.outbox.add([message]);
    const { id, ...leased } = await only();
    expect(leased).toEqual({ ...message, attempts: 0, tried: [], heardOn: {} });
    expect(id.length).toBeLessThanOrEqual(64);
  });

  it('sends a citizen’s messages one after the other, in order', async () => {
    const citizenId = await aCitizen(world);
    await world.store.outbox.add(['a', 'b', 'c'].map((text) => aMessage(citizenId, text)));
    for (const text of ['a', 'b', 'c']) {
      const leased = await lease();
      expect(said(leased)).toEqual([text]);
      expect(await lease()).toEqual([]);
      await sent(leased);
    }
    expect(await lease()).toEqual([]);
  });

  it('sends replies before notices, of all citizens and of one, and news last', async () => {
    const [one, other] = [await aCitizen(world), await aCitizen(world)];
    await world.store.outbox.add([
      aMessage(one, 'news', 'news'),
      aMessage(one, 'notice', 'notice'),
      aMessage(other, 'late notice', 'notice'),
      aMessage(one, 'reply'),
    ]);
    const first = await lease(1);
    expect(said(first)).toEqual(['reply']);
    expect(said(await lease())).toEqual(['late notice']);
    await sent(first);
    const second = await lease();
    expect(said(second)).toEqual(['notice']);
    await sent(second);
    expect(said(await lease())).toEqual(['news']);
  });

  it('never leases one message to two workers', async () => {
    const citizens = await Promise.all(Array.from({ length: 20 }, () => aCitizen(world)));
    await world.store.outbox.add(citizens.flatMap((id) => [aMessage(id, 'one'), aMessage(id, 'two')]));
    const leased = (await Promise.all(Array.from({ length: 8 }, () => lease(5)))).flat();
    expect(new Set(leased.map(({ id }) => id)).size).toBe(leased.length);
    expect(new Set(leased.map(({ citizenId }) => citizenId)).size).toBe(leased.length);
    const rest = await lease(50);
    expect(leased.length + rest.length).toBe(citizens.length);
  });

  it('gives a message to another worker when the lease has run out, and then listens to that one', async () => {
    const citizenId = await aCitizen(world);
    await world.store.outbox.add([aMessage(citizenId, 'lost'), aMessage(citizenId, 'behind it')]);
    const slow = await only();
    world.clock.advance(59);
    expect(await lease()).toEqual([]);
    world.clock.advance(2);
    const taken = await only();
    expect(taken).toMatchObject({ id: slow.id, attempts: 1 });
    await world.store.outbox.postpone(slow, 'timeout', world.clock.now(), []);
    await world.store.outbox.giveUp(slow, 'timeout');
    expect(await lease()).toEqual([]);
  });

  it('tries again later, without the channels that were tried, before those behind it', async () => {
    const citizenId = await aCitizen(world);
    await world.store.outbox.add([aMessage(citizenId, 'first'), aMessage(citizenId, 'second')]);
    await world.store.outbox.postpone(await only(), '131026', plusMinutes(world.clock.now(), 5), ['whatsapp']);
    expect(await lease()).toEqual([]);
    world.clock.advance(301);
    const leased = await lease();
    expect(leased).toMatchObject([{ attempts: 1, tried: ['whatsapp'] }]);
    expect(said(leased)).toEqual(['first']);
  });

  it('lets those behind go on when a message is given up', async () => {
    const citizenId = await aCitizen(world);
    await world.store.outbox.add([aMessage(citizenId, 'dead'), aMessage(citizenId, 'alive')]);
    await world.store.outbox.giveUp(await only(), 'nobody');
    expect(said(await lease())).toEqual(['alive']);
    expect(await world.store.figures()).toMatchObject({ outboxDead: 1, outboxWaiting: 1, outboxHeld: 0 });
  });

  it('holds a message until it is released, and sends others meanwhile', async () => {
    const [citizenId, other] = [await aCitizen(world), await aCitizen(world)];
    await world.store.outbox.add([
      aMessage(citizenId, 'held'),
      aMessage(citizenId, 'next'),
      aMessage(other, 'held too'),
    ]);
    for (const message of await lease()) await world.store.outbox.hold(message, 'window');
    const next = await lease();
    expect(said(next)).toEqual(['next']);
    await sent(next);
    expect(await lease()).toEqual([]);
    await world.store.outbox.release([citizenId]);
    const released = await lease();
    expect(said(released)).toEqual(['held']);
    expect(released[0]?.attempts).toBe(0);
  });

  it('takes a provider’s word by reference or by the provider’s id, and forgets what was sent long ago', async () => {
    const { store, clock } = world;
    const citizenId = await aCitizen(world);
    await store.outbox.add([aMessage(citizenId, 'hello')]);
    const message = await only();
    const at = clock.now();
    await store.outbox.recordStatus({
      reference: message.id,
      channel: 'whatsapp',
      messageId: 'p1',
      status: 'sent',
      at,
    });
    await sent([message], ['p1', 'p2']);
    for (const status of ['delivered', 'failed', 'sent', 'read'] as const) {
      await store.outbox.recordStatus({ channel: 'whatsapp', messageId: 'p2', status, at });
    }
    await store.outbox.recordStatus({ channel: 'whatsapp', messageId: 'unknown', status: 'read', at });
    await store.outbox.recordStatus({ reference: 'nonsense', channel: 'sms', messageId: '', status: 'read', at });
    expect(await store.prune(at)).toBe(0);
    clock.advance(1);
    expect(await store.prune(clock.now())).toBe(1);
  });

  const aJob = (citizenId: CitizenId, kind: string, runAt = world.clock.now()) => ({
    citizenId,
    kind,
    payload: { told: 'Asha', deep: { list: [1, 2] } },
    runAt,
  });
  const leaseJobs = () => world.store.jobs.lease(10, 60, world.clock.now());

  it('does jobs when their time has come, each once', async () => {
    const citizenId = await aCitizen(world);
    const [now, later] = [aJob(citizenId, 'now'), aJob(citizenId, 'later', plusMinutes(world.clock.now(), 2))];
    await world.store.jobs.add([later, now]);
    const leased = await leaseJobs();
    expect(leased.map(({ id: _id, ...job }) => job)).toEqual([{ ...now, attempts: 0 }]);
    for (const job of leased) await world.store.jobs.done(job);
    world.clock.advance(121);
    expect((await leaseJobs()).map(({ kind }) => kind)).toEqual(['later']);
  });

  it('does a job of a worker that died, and one that failed, again; and one that failed for good, never', async () => {
    const citizenId = await aCitizen(world);
    await world.store.jobs.add([aJob(citizenId, 'work')]);
    const [lost] = await leaseJobs();
    expect(await leaseJobs()).toEqual([]);
    world.clock.advance(61);
    const [again] = await leaseJobs();
    expect(again).toMatchObject({ id: lost?.id, attempts: 1 });
    if (!lost || !again) throw new Error('no job');
    await world.store.jobs.failed(lost, 'died');
    await world.store.jobs.failed(again, 'timeout', plusMinutes(world.clock.now(), 5));
    expect(await leaseJobs()).toEqual([]);
    world.clock.advance(301);
    const [last] = await leaseJobs();
    if (!last) throw new Error('no job');
    expect(last.attempts).toBe(2);
    await world.store.jobs.failed(last, 'hopeless');
    world.clock.advance(100_000);
    expect(await leaseJobs()).toEqual([]);
  });

  it('never leases one job to two workers', async () => {
    const citizenId = await aCitizen(world);
    await world.store.jobs.add(Array.from({ length: 30 }, (_, number) => aJob(citizenId, `job-${number}`)));
    const leased = (await Promise.all(Array.from({ length: 8 }, () => leaseJobs()))).flat();
    expect(new Set(leased.map(({ id }) => id)).size).toBe(leased.length);
  });

  it('drops what waits and what is held of some urgencies, of one citizen, with the reason on the record', async () => {
    const { outbox } = world.store;
    const [citizenId, other] = [await aCitizen(world), await aCitizen(world)];
    await outbox.add([aMessage(citizenId, 'held', 'news')]);
    await outbox.hold(await only(), 'window-closed');
    await outbox.add([
      aMessage(citizenId, 'receipt', 'notice'),
      aMessage(citizenId, 'waiting', 'news'),
      aMessage(citizenId, 'answer'),
      aMessage(other, 'of another', 'news'),
    ]);
    const dropped = await outbox.drop(citizenId, ['reply', 'news'], 'stopped');
    expect(dropped.map(({ id }) => id.startsWith(citizenId))).toEqual([true, true, true]);
    expect(await outbox.drop(citizenId, ['reply', 'news'], 'stopped')).toEqual([]);
    await outbox.release([citizenId]);
    const left = await lease();
    expect(said(left)).toEqual(['receipt', 'of another']);
    await sent(left);
    expect(await lease()).toEqual([]);
    world.clock.advance(1);
    expect(await world.store.prune(world.clock.now())).toBe(5);
  });

  it('tries nothing again that was dropped while a channel was taking it', async () => {
    const { outbox } = world.store;
    const citizenId = await aCitizen(world);
    await outbox.add([aMessage(citizenId, 'failing', 'news'), aMessage(citizenId, 'leaving', 'news')]);
    const failing = await only();
    await outbox.drop(citizenId, ['news'], 'stopped');
    await outbox.postpone(failing, 'busy', world.clock.now(), []);
    await outbox.hold(failing, 'window-closed');
    await outbox.release([citizenId]);
    world.clock.advance(120);
    expect(await lease()).toEqual([]);
  });

  describe('a message whose words are kept', () => {
    const status = (reference: string, word: DeliveryWord, elsewhere = false) =>
      world.store.outbox.recordStatus({
        ...{ reference, channel: 'whatsapp', messageId: 'p1', status: word, at: world.clock.now() },
        ...(elsewhere && { code: '131026', elsewhere }),
      });
    const handedOver = async (message: LeasedMessage) =>
      world.store.outbox.sent([
        { message, channel: 'whatsapp', providerIds: ['p1'], kept: true, at: world.clock.now() },
      ]);

    it('goes by another channel when it fails', async () => {
      await world.store.outbox.add([aMessage(await aCitizen(world), 'news')]);
      const message = await only();
      await handedOver(message);
      await status(message.id, 'sent');
      expect(await lease()).toEqual([]);
      await status(message.id, 'failed', true);
      await status(message.id, 'failed', true);
      expect(await lease()).toMatchObject([{ id: message.id, tried: ['whatsapp'] }]);
    });

    it('does so even when the word of its failure is quicker than the answer to the call', async () => {
      await world.store.outbox.add([aMessage(await aCitizen(world), 'news')]);
      const message = await only();
      await status(message.id, 'failed', true);
      expect(await lease()).toEqual([]);
      await handedOver(message);
      expect(await lease()).toMatchObject([{ id: message.id, tried: ['whatsapp'] }]);
    });

    it('is late until its channel has brought it, and goes nowhere when that comes before the next one is asked', async () => {
      const { outbox } = world.store;
      await outbox.add([aMessage(await aCitizen(world), 'news', 'notice')]);
      const message = await only();
      await handedOver(message);
      const late = (before: string, urgency: 'reply' | 'notice' = 'notice', channel: ChannelKind = 'whatsapp') =>
        outbox.undelivered(channel, urgency, before, 10);
      const { id, citizenId } = message;
      const soon = plusMinutes(world.clock.now(), 1);
      expect(await late(world.clock.now())).toEqual([]);
      expect(await late(soon, 'reply')).toEqual([]);
      expect(await late(soon, 'notice', 'sms')).toEqual([]);
      expect(await late(soon)).toEqual([{ id, citizenId, tried: [] }]);
      await status(id, 'failed', true);
      expect(await late(soon)).toEqual([]);
      await status(id, 'delivered');
      expect(await lease()).toEqual([]);
    });

    it('fails on the second channel as it did on the first, whatever the first one still says', async () => {
      await world.store.outbox.add([aMessage(await aCitizen(world), 'news')]);
      const message = await only();
      await handedOver(message);
      await status(message.id, 'failed', true);
      await world.store.outbox.sent([
        { message: await only(), channel: 'sms', providerIds: ['s1'], kept: true, at: world.clock.now() },
      ]);
      await status(message.id, 'failed', true);
      expect(await lease()).toEqual([]);
      const bySms = { channel: 'sms', messageId: 's1', at: world.clock.now() } as const;
      await world.store.outbox.recordStatus({ ...bySms, status: 'failed', code: '30003', elsewhere: true });
      expect(await lease()).toMatchObject([{ id: message.id, tried: ['whatsapp', 'sms'] }]);
      await status(message.id, 'read');
      await world.store.outbox.recordStatus({ ...bySms, status: 'delivered' });
      world.clock.advance(2);
      expect(await lease()).toMatchObject([]);
    });

    it('goes by no other channel once it was dropped, whether it had left or was just leaving', async () => {
      const { outbox } = world.store;
      const citizens = [await aCitizen(world), await aCitizen(world)];
      await outbox.add(citizens.map((id) => aMessage(id, 'news', 'news')));
      const [left, leaving] = await lease();
      if (!left || !leaving) throw new Error('nothing to send');
      await handedOver(left);
      for (const id of citizens) await outbox.drop(id, ['news'], 'stopped');
      await handedOver(leaving);
      const soon = plusMinutes(world.clock.now(), 1);
      expect(await outbox.undelivered('whatsapp', 'news', soon, 10)).toEqual([]);
      for (const { id } of [left, leaving]) await status(id, 'failed', true);
      expect(await lease()).toEqual([]);
    });

    it('goes nowhere when it has come, nor when nothing helps', async () => {
      const citizens = [await aCitizen(world), await aCitizen(world)];
      await world.store.outbox.add(citizens.map((id) => aMessage(id, 'news')));
      const [came, refused] = await lease();
      if (!came || !refused) throw new Error('nothing to send');
      await handedOver(came);
      await handedOver(refused);
      await status(came.id, 'delivered');
      await status(came.id, 'failed', true);
      await status(refused.id, 'failed');
      expect(await lease()).toEqual([]);
    });
  });
}
