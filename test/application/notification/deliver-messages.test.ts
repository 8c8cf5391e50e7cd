import { beforeEach, describe, expect, it } from 'vitest';
import { DeliverMessages } from '#application/notification/deliver-messages.ts';
import type { Channel, Destination } from '#application/ports/out/channel.ts';
import type { NewMessage } from '#application/ports/out/talks.ts';
import type { ChannelKind, ContactPoint } from '#domain/shared/contact-point.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { verbatim } from '#domain/shared/phrase.ts';
import { aCitizen, aPhone, aUserId } from '#test/kit/builders.ts';
import { translator } from '#test/kit/dialogue.ts';
import { aDocumentStore, aWorld, type World } from '#test/kit/fakes.ts';

interface FakeChannel extends Channel {
  readonly sent: { text: string; to: Destination }[];
  /** What happens to the next ones. */
  readonly failures: unknown[];
}

function aChannel(serves: ChannelKind, sessionHours?: number): FakeChannel {
  const sent: FakeChannel['sent'] = [];
  const failures: unknown[] = [];
  return {
    name: `fake-${serves}`,
    serves,
    sent,
    failures,
    capabilities: {
      maxTextLength: 1000,
      buttons: 3,
      listRows: 10,
      attachments: true,
      ...(sessionHours && { sessionHours }),
    },
    async send({ text }, to) {
      if (failures.length > 0) throw failures.shift();
      sent.push({ text, to });
      return [`${serves}-${sent.length}`];
    },
    check: async () => ({ ok: true }),
  };
}

let world: World;
let whatsapp: FakeChannel;
let sms: FakeChannel;
let deliver: () => Promise<number>;

beforeEach(() => {
  world = aWorld();
  whatsapp = aChannel('whatsapp', 24);
  sms = aChannel('sms');
  const channels = new Map<ChannelKind, Channel>([
    ['whatsapp', whatsapp],
    ['sms', sms],
  ]);
  const delivering = new DeliverMessages(
    world.store.outbox,
    { of: (kind) => channels.get(kind), fallback: ['whatsapp', 'sms'] },
    world.store.citizens,
    aDocumentStore(),
    translator,
    world.clock,
    world.log,
  );
  deliver = () => delivering.deliver(50);
});

/** The citizen writes, so that his session window is open. */
async function writes(citizenId: string, from: ContactPoint): Promise<void> {
  const { store, clock, ids } = world;
  const event = { type: 'heard', content: { type: 'text', text: 'namaste' } } as const;
  const replyTo = { contactPoint: from };
  await store.talks.put([{ citizenId, source: from.channel, sourceId: ids.next(), event, at: clock.now(), replyTo }]);
  await store.talks.take(10, async ({ entries }) => ({
    conversation: {
      language: 'hi',
      languageChosen: true,
      consents: {},
      lost: 0,
      noticesStopped: false,
      replyTo,
      lastHeardAt: clock.now(),
    },
    done: entries.map(({ seq }) => seq),
    setAside: [],
    messages: [],
    jobs: [],
  }));
}

const aMessage = (text: string, more: Partial<NewMessage> = {}): NewMessage => ({
  citizenId: 'citizen-1',
  message: { text: verbatim(text) },
  language: 'hi',
  urgency: 'reply',
  to: { contactPoint: aPhone() },
  ...more,
});

describe('DeliverMessages', () => {
  it('hands over a message once, with its id as reference', async () => {
    await aCitizen(world);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([aMessage('one')]);
    await deliver();
    await deliver();
    expect(whatsapp.sent.map(({ text }) => text)).toEqual(['one']);
    expect(whatsapp.sent[0]?.to.reference).not.toBe('');
  });

  it('keeps the order of one citizen’s messages while the first is tried again', async () => {
    await aCitizen(world);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([aMessage('one'), aMessage('two')]);
    whatsapp.failures.push(new NotDelivered('busy', { retry: true, afterSeconds: 30 }));
    await deliver();
    await deliver();
    expect(whatsapp.sent).toEqual([]);
    world.clock.advance(1);
    await deliver();
    await deliver();
    expect(whatsapp.sent.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('holds what comes after the window until the citizen writes again', async () => {
    await aCitizen(world);
    await writes('citizen-1', aPhone());
    world.clock.advance(24 * 60);
    await world.store.outbox.add([aMessage('your certificate', { urgency: 'notice' })]);
    await deliver();
    expect(whatsapp.sent).toEqual([]);
    await writes('citizen-1', aPhone());
    await world.store.outbox.release(['citizen-1']);
    await deliver();
    expect(whatsapp.sent.map(({ text }) => text)).toEqual(['your certificate']);
  });

  it('sends by the next channel what the first one does not take, as often as it tried there', async () => {
    await aCitizen(world, 'citizen-1', [aPhone(), aPhone(1, 'sms')]);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([aMessage('one')]);
    whatsapp.failures.push(...Array.from({ length: 5 }, () => new NotDelivered('busy', { retry: true })));
    sms.failures.push(new NotDelivered('busy', { retry: true }));
    for (let round = 0; round < 8; round += 1) {
      await deliver();
      world.clock.advance(100);
    }
    expect(whatsapp.sent).toEqual([]);
    expect(sms.sent.map(({ text, to }) => [text, to.contactPoint])).toEqual([['one', aPhone(1, 'sms')]]);
  });

  it('says nothing by another channel to a person who does not want to hear it', async () => {
    await aCitizen(world, 'citizen-1', [aPhone(), aPhone(1, 'sms')]);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([aMessage('one')]);
    whatsapp.failures.push(new NotDelivered('opted-out', { retry: false, instead: 'nothing' }));
    await deliver();
    await deliver();
    expect(sms.sent).toEqual([]);
    expect(world.log.alarms).toEqual(['message.given-up']);
  });

  it('sends nothing to a number that is another citizen’s by now', async () => {
    await aCitizen(world, 'citizen-1', [aPhone(), aUserId('one')]);
    await aCitizen(world, 'citizen-2', [aUserId('two')]);
    await writes('citizen-1', aPhone());
    await world.store.citizens.moveContactPoint(aPhone(), 'citizen-2', world.clock.now());
    await world.store.outbox.add([aMessage('your certificate', { urgency: 'notice' })]);
    await deliver();
    expect(whatsapp.sent.map(({ to }) => to.contactPoint)).toEqual([aUserId('one')]);
  });

  it('waits for a citizen whose only number is another’s by now', async () => {
    await aCitizen(world);
    await aCitizen(world, 'citizen-2', []);
    await writes('citizen-1', aPhone());
    await world.store.citizens.moveContactPoint(aPhone(), 'citizen-2', world.clock.now());
    await world.store.outbox.add([aMessage('your certificate', { urgency: 'notice' })]);
    await deliver();
    expect(whatsapp.sent).toEqual([]);
    expect(world.log.alarms).toEqual([]);
  });

  it('gives up a message that fails by our own mistake, and sends the next one', async () => {
    await aCitizen(world);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([aMessage('poisoned'), aMessage('next')]);
    whatsapp.failures.push(...Array.from({ length: 5 }, () => new TypeError('ours')));
    for (let round = 0; round < 8; round += 1) {
      await deliver();
      world.clock.advance(100);
    }
    expect(whatsapp.sent.map(({ text }) => text)).toEqual(['next']);
    expect(world.log.alarms).toContain('message.given-up');
  });
});
