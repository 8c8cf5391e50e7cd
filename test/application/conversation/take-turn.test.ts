import { beforeEach, describe, expect, it } from 'vitest';
import { RegisterCitizen } from '#application/citizen/register-citizen.ts';
import { ReceiveMessage } from '#application/conversation/receive-message.ts';
import { TakeTurn } from '#application/conversation/take-turn.ts';
import { type GrantWish, wishesGrantedBy } from '#application/conversation/wishing.ts';
import { ShowOptIn } from '#application/notification/show-opt-in.ts';
import { languages } from '#config/languages.ts';
import { uploadLimits } from '#config/upload-limits.ts';
import type { Meaning } from '#domain/conversation/meaning.ts';
import type { InboundMessage } from '#domain/conversation/message.ts';
import type { Urgency } from '#domain/notification/urgency.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { aPhone } from '#test/kit/builders.ts';
import { catalogue, translator } from '#test/kit/dialogue.ts';
import { aWorld, leasedMessages, NOW, noWakeup, type World } from '#test/kit/fakes.ts';

const greeting: Meaning = {
  intent: { type: 'general', general: 'greet' },
  confidence: 1,
  band: 'act',
  alternatives: [],
};

let world: World;
let poisoned: boolean;
let receive: (text: string, id?: string) => Promise<void>;
let take: (message: Partial<InboundMessage>) => Promise<void>;
let granting: GrantWish;
let takeTurns: () => Promise<number>;

beforeEach(() => {
  world = aWorld();
  const { store, clock, ids, log } = world;
  poisoned = false;
  const nobody = {} as never;
  const granted = wishesGrantedBy(nobody, nobody, nobody, nobody, nobody, nobody, nobody, nobody, store.outbox, clock);
  granting = granted;
  const registering = new RegisterCitizen(store.citizens, store.transactions, clock, ids);
  const receiving = new ReceiveMessage(
    registering,
    {
      join: async () => '',
      joinByPhone: async (citizenId) => ({ citizenId, isJoined: false }),
      claim: async () => undefined,
    },
    store.talks,
    store.transactions,
    noWakeup,
  );
  receive = (text, id = ids.next()) => {
    const message: InboundMessage = { id, from: [aPhone()], at: clock.now(), content: { type: 'text', text } };
    return receiving.receive([message]);
  };
  take = (message) =>
    receiving.receive([
      { id: ids.next(), from: [aPhone()], at: clock.now(), content: { type: 'text', text: 'x' }, ...message },
    ]);
  const engine = {
    understand: (text: string) => {
      if (poisoned && text === 'poison') throw new RangeError('too deep');
      return greeting;
    },
  };
  const turns = new TakeTurn(
    store.talks,
    store.transactions,
    granting,
    engine,
    { on: async () => new Map() },
    translator,
    catalogue,
    clock,
    ids,
    noWakeup,
    store.outbox,
    log,
    languages,
    { of: () => undefined, fallback: [] },
    undefined,
    { limits: uploadLimits },
  );
  takeTurns = () => turns.takeTurns(20);
});

const waiting = async (): Promise<number> => (await world.store.figures()).inboxWaiting;

describe('a poisoned message', () => {
  beforeEach(async () => {
    poisoned = true;
    await receive('poison');
  });

  it('is tried again, then set aside with an apology that can be sent and an alarm', async () => {
    for (let round = 0; round < 4; round += 1) {
      await takeTurns();
      world.clock.advance(5);
    }
    expect(await waiting()).toBe(0);
    expect((await world.store.figures()).inboxSetAside).toBe(1);
    expect(world.log.alarms).toEqual(['talk.failed', 'talk.failed', 'talk.set-aside']);
    const [apology] = await leasedMessages(world);
    expect(apology?.message.text).toMatchObject({ key: 'talk.ourMistake' });
    expect(Object.keys(apology?.heardOn ?? {})).toHaveLength(1);
  });

  it('keeps nobody from being answered who wrote after it', async () => {
    await receive('namaste');
    for (let round = 0; round < 4; round += 1) {
      await takeTurns();
      world.clock.advance(5);
    }
    expect(await waiting()).toBe(0);
    expect((await world.store.figures()).outboxWaiting).toBeGreaterThan(1);
  });

  it('is answered after all when the mistake was mended between two tries', async () => {
    await takeTurns();
    poisoned = false;
    world.clock.advance(5);
    await takeTurns();
    expect((await world.store.figures()).inboxSetAside).toBe(0);
    const [answer] = await leasedMessages(world);
    expect(answer?.message.text).not.toMatchObject({ key: 'talk.ourMistake' });
  });
});

describe('a first message', () => {
  it('is an opt-in by the code of a poster where it is what the code carries', async () => {
    await receive('नमस्ते एक संदेश');
    await takeTurns();
    const [id] = await world.store.citizens.behind([aPhone()]);
    expect((await world.store.talks.find(id ?? ''))?.conversation?.optIn?.source).toBe('qr');
  });

  it.each([
    ['the words that mails carry', { type: 'text', text: 'نمستے ایک سندیش (ای میل) ' }],
    ['a link that says so', { type: 'choice', id: 'menu/start', by: 'email' }],
  ] as const)('is an opt-in by mail where it is %s, with what shows it', async (_name, content) => {
    await take({ content, to: '+911100000001' });
    await takeTurns();
    const [id] = await world.store.citizens.behind([aPhone()]);
    expect((await world.store.talks.find(id ?? ''))?.conversation?.optIn).toMatchObject({
      source: 'email',
      to: '+911100000001',
      at: NOW,
      shown: { version: expect.any(String), keys: expect.arrayContaining([expect.any(String)]) },
    });
  });
});

describe('a missed call', () => {
  it('is an opt-in, with the number that was rung and what was shown in answer', async () => {
    await take({ content: { type: 'missed-call', called: '+911100000001' }, from: [aPhone(1, 'sms')] });
    await takeTurns();
    const show = new ShowOptIn(world.store.citizens, world.store.talks, world.store.auditLog, world.clock);
    const shown = { keys: ['language.greetCaller'], language: 'hi', version: 'notice-1' };
    const optIn = { source: 'missed-call', at: NOW, channel: 'sms', to: '+911100000001', shown };
    expect(await show.show('officer-1', 'no number')).toEqual([]);
    await take({ content: { type: 'text', text: 'STOP' }, from: [aPhone(1, 'sms')] });
    await takeTurns();
    expect(await show.show('officer-1', aPhone().address)).toEqual([{ optIn, stopped: true }]);
    const looks = await world.store.auditLog.after(0, 10);
    expect(looks).toMatchObject([{ who: 'officer:officer-1', what: 'view-opt-in', citizenId: expect.any(String) }]);
  });
});

describe('a provider’s word on somebody', () => {
  const notice = { type: 'notice', what: 'user_changed_number' } as const;
  const moving = { content: notice, from: [aPhone(1), aPhone(2)], leaves: [aPhone(1)] } as const;
  const talk = async () => {
    const [id] = await world.store.citizens.behind([aPhone(2)]);
    return (await world.store.talks.find(id ?? ''))?.conversation;
  };

  it('is no opt-in, opens no session window and is not answered', async () => {
    await take(moving);
    await takeTurns();
    expect(await talk()).toMatchObject({ replyTo: { contactPoint: aPhone(2) }, heardOn: {} });
    expect(await talk()).not.toHaveProperty('optIn');
    expect((await world.store.figures()).outboxWaiting).toBe(0);
  });

  it('closes the window of a talk that goes on at a new number, until he writes from there', async () => {
    await receive('namaste');
    await takeTurns();
    await take(moving);
    await takeTurns();
    expect((await talk())?.heardOn).toEqual({});
    await take({ from: [aPhone(2)] });
    await takeTurns();
    expect(Object.keys((await talk())?.heardOn ?? {})).toEqual(['whatsapp']);
  });

  it('leaves the talk where it is when he stays where he is', async () => {
    await take({ from: [aPhone(2)] });
    await takeTurns();
    const before = await talk();
    await take({ from: [aPhone(2)], content: { type: 'notice', what: 'customer_identity_changed' } });
    await takeTurns();
    expect(await talk()).toEqual(before);
  });
});

describe('START after STOP', () => {
  it('is a yes of its own, with what was said and shown', async () => {
    for (const said of ['namaste', 'STOP', 'START']) {
      await receive(said);
      await takeTurns();
      world.clock.advance(60);
    }
    const [id = ''] = await world.store.citizens.behind([aPhone()]);
    expect((await world.store.talks.find(id))?.conversation?.optIn).toMatchObject({
      ...{ at: plusMinutes(NOW, 120), said: 'START', shown: { keys: ['notices.resumed'] } },
    });
  });
});

describe('STOP', () => {
  /** What leaves, one after the other, until nothing waits any more. */
  async function leaving(): Promise<readonly unknown[]> {
    const texts: unknown[] = [];
    for (let [next] = await leasedMessages(world); next; [next] = await leasedMessages(world)) {
      const said = next.message.text;
      texts.push('key' in said ? said.key : said);
      await world.store.outbox.sent([{ message: next, channel: 'whatsapp', providerIds: [], at: world.clock.now() }]);
    }
    return texts;
  }

  async function waits(key: string, urgency: Urgency): Promise<void> {
    const [citizenId = ''] = await world.store.citizens.behind([aPhone()]);
    await world.store.outbox.add([{ citizenId, message: { text: { key } }, language: 'hi', urgency }]);
  }

  it.each(['STOP', 'बंद करो'])(
    'said as %s is confirmed, and of what waits only what he is owed leaves',
    async (said) => {
      await receive('namaste');
      await takeTurns();
      await leaving();
      await waits('news.renewalDue', 'news');
      await waits('talk.help', 'reply');
      await waits('payment.paid', 'notice');
      await waits('payment.refunded', 'owed');
      await receive(said);
      await takeTurns();
      expect(await leaving()).toEqual(['notices.stopped', 'payment.paid', 'payment.refunded']);
      await receive('namaste');
      await takeTurns();
      expect(await leaving()).toEqual(['talk.welcome']);
    },
  );

  it('leaves nothing unsaid that he asks for later in the same breath, and nothing said that he asked before', async () => {
    await receive('namaste');
    await receive('STOP');
    await receive('menu');
    await takeTurns();
    expect(await leaving()).toEqual(['notices.stopped', 'talk.help']);
  });
});

describe('a message', () => {
  it('that the provider delivers twice is answered once', async () => {
    await receive('namaste', 'wamid.1');
    await receive('namaste', 'wamid.1');
    expect(await waiting()).toBe(1);
    await takeTurns();
    await receive('namaste', 'wamid.1');
    expect(await waiting()).toBe(0);
  });

  it('that came while nobody worked is answered in order', async () => {
    await receive('one');
    await receive('two');
    expect(await takeTurns()).toBe(1);
    expect(await takeTurns()).toBe(0);
  });
});
