import { beforeEach, describe, expect, it } from 'vitest';
import { FormTickets } from '#application/form-tickets.ts';
import { choosingAmong } from '#application/notification/choose-template.ts';
import { DeliverMessages } from '#application/notification/deliver-messages.ts';
import type { Channel, Destination, WordedTemplate } from '#application/ports/out/channel.ts';
import type { NewMessage } from '#application/ports/out/talks.ts';
import { languages } from '#config/languages.ts';
import { loadTemplates } from '#config/load-templates.ts';
import { messageRules } from '#config/message-rules.ts';
import wordingRules from '#config/templates/wording-rules.json' with { type: 'json' };
import { screenOf } from '#domain/assisting/assisted-session.ts';
import type { MessageRules } from '#domain/notification/message-rules.ts';
import { heardNow } from '#domain/notification/session-window.ts';
import type { TemplateWord } from '#domain/notification/template-standing.ts';
import type { ChannelKind, ContactPoint, Line } from '#domain/shared/contact-point.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { rupees } from '#domain/shared/money.ts';
import { phrase, verbatim } from '#domain/shared/phrase.ts';
import { aCitizen, aPhone, aUserId } from '#test/kit/builders.ts';
import { translator } from '#test/kit/dialogue.ts';
import { aDocumentStore, aWorld, NOW, uploads, type World } from '#test/kit/fakes.ts';

interface FakeChannel extends Channel {
  readonly sent: { text: string; to: Destination; template?: WordedTemplate; link?: { url: string } }[];
  /** What happens to the next ones. */
  readonly failures: unknown[];
}

function aChannel(serves: ChannelKind, sessionHours?: number, lines: readonly Line[] = []): FakeChannel {
  const sent: FakeChannel['sent'] = [];
  const failures: unknown[] = [];
  return {
    name: `fake-${serves}`,
    serves,
    lines,
    sent,
    failures,
    capabilities: {
      maxTextLength: 1000,
      buttons: 3,
      listRows: 10,
      attachments: true,
      ...(serves === 'sms' && { variant: 'sms' }),
      ...(sessionHours && { sessionHours }),
    },
    async send({ text, template, link }, to) {
      if (failures.length > 0) throw failures.shift();
      sent.push({ text, to, ...(template && { template }), ...(link && { link }) });
      return [`${serves}-${sent.length}`];
    },
    ...(serves === 'whatsapp' && { fetchMedia: async () => new Uint8Array() }),
    check: async () => ({ ok: true }),
  };
}

let world: World;
let whatsapp: FakeChannel;
let sms: FakeChannel;
let kiosk: FakeChannel;
let rules: MessageRules;
let deliver: () => Promise<number>;

beforeEach(async () => {
  world = aWorld();
  const mcd = { department: 'mcd', line: 'line-mcd', address: '+910000000099' };
  whatsapp = aChannel('whatsapp', 24, [mcd]);
  sms = aChannel('sms');
  kiosk = aChannel('kiosk');
  const channels = new Map<ChannelKind, Channel>([
    ['whatsapp', whatsapp],
    ['sms', sms],
    ['kiosk', kiosk],
  ]);
  rules = messageRules;
  const delivering = new DeliverMessages(
    world.store.outbox,
    { of: (kind) => channels.get(kind), fallback: ['whatsapp', 'sms'] },
    world.store.citizens,
    aDocumentStore(),
    translator,
    choosingAmong(await loadTemplates(), world.store.templateStandings, translator, languages, wordingRules),
    new FormTickets((text) => text, world.clock),
    uploads,
    rules,
    world.clock,
    world.log,
  );
  deliver = () => delivering.deliver(50);
});

/** The citizen writes, so that his session window is open. */
async function writes(citizenId: string, from: ContactPoint, via?: string): Promise<void> {
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
      heardOn: heardNow({}, from.channel, via, clock.now()),
    },
    done: entries.map(({ seq }) => seq),
    setAside: [],
    said: [],
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

  it('gives a link for a paper where the channel carries no pictures, and none where it does', async () => {
    await aCitizen(world, 'citizen-1', [aPhone(), aPhone(1, 'sms')]);
    const asksPaper = { applicationId: 'form-1', requirement: 'birth_slip', tries: 0 };
    const asking = aMessage('', { message: { text: verbatim('slip'), asksPaper } });
    await world.store.outbox.add([{ ...asking, to: { contactPoint: aPhone(1, 'sms') } }]);
    await deliver();
    const link = 'https://ek.test/u/citizen-1!form-1%2Fbirth_slip%2F0!2026-03-08T04%3A30%3A00.000Z';
    expect(sms.sent.map(({ link: sent }) => sent?.url)).toEqual([link]);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([asking]);
    await deliver();
    expect(whatsapp.sent.map(({ text, link: sent }) => [text, sent])).toEqual([['slip', undefined]]);
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

  it('brings nothing to a number that the citizen has left, nor an SMS to it', async () => {
    await aCitizen(world);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([aMessage('your certificate')]);
    await world.store.citizens.moveContactPoint(aPhone(2), 'citizen-1', world.clock.now());
    await world.store.citizens.update('citizen-1', (citizen) => citizen.leave(aPhone(), world.clock.now()));
    whatsapp.failures.push(new NotDelivered('not-there', { retry: false, instead: 'other-channel' }));
    await deliver();
    await deliver();
    expect([...whatsapp.sent, ...sms.sent].map(({ to }) => to.contactPoint)).toEqual([aPhone(2, 'sms')]);
  });

  it('holds what comes after the window until the citizen writes again, where no other channel reaches him', async () => {
    await aCitizen(world, 'citizen-1', [aUserId()]);
    await writes('citizen-1', aUserId());
    world.clock.advance(24 * 60);
    await world.store.outbox.add([
      aMessage('your certificate', { urgency: 'notice', to: { contactPoint: aUserId() } }),
    ]);
    await deliver();
    expect(whatsapp.sent).toEqual([]);
    await writes('citizen-1', aUserId());
    await world.store.outbox.release(['citizen-1']);
    await deliver();
    expect(whatsapp.sent.map(({ text }) => text)).toEqual(['your certificate']);
  });

  it('sends news where the citizen wants them, and where he spoke last when he cannot be reached there', async () => {
    await aCitizen(world, 'citizen-1', [aPhone(), aPhone(1, 'sms')]);
    await writes('citizen-1', aPhone());
    const news = { urgency: 'notice', prefers: 'sms' } as const;
    await world.store.outbox.add([aMessage('by sms', news), aMessage('by whatsapp', { ...news, prefers: 'telegram' })]);
    await deliver();
    await deliver();
    expect(sms.sent.map(({ text }) => text)).toEqual(['by sms']);
    expect(whatsapp.sent.map(({ text }) => text)).toEqual(['by whatsapp']);
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

  it('sends by the next channel earlier what is worth only another try', async () => {
    await aCitizen(world, 'citizen-1', [aPhone(), aPhone(1, 'sms')]);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([aMessage('one')]);
    whatsapp.failures.push(...[1, 2, 3].map(() => new NotDelivered('131053', { retry: true, tries: 2 })));
    for (let round = 0; round < 3; round += 1) {
      await deliver();
      world.clock.advance(100);
    }
    expect(sms.sent.map(({ text }) => text)).toEqual(['one']);
    expect(whatsapp.failures).toHaveLength(1);
  });

  it('keeps what no channel brings until the citizen writes', async () => {
    await aCitizen(world, 'citizen-1', [aPhone(), aPhone(1, 'sms')]);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([aMessage('the menu'), aMessage('your certificate', { urgency: 'notice' })]);
    const refused = () => new NotDelivered('131026', { retry: false });
    whatsapp.failures.push(refused(), refused());
    sms.failures.push(refused(), refused());
    for (let round = 0; round < 4; round += 1) await deliver();
    expect(await world.store.figures()).toMatchObject({ outboxHeld: 2, outboxDead: 0 });
    await world.store.outbox.release(['citizen-1']);
    for (let round = 0; round < 2; round += 1) await deliver();
    expect(whatsapp.sent.map(({ text }) => text)).toEqual(['the menu', 'your certificate']);
  });

  it('keeps news for somebody who has no phone until he sits at a kiosk again', async () => {
    const { citizens, outbox } = world.store;
    await aCitizen(world, 'citizen-1', []);
    const to = { contactPoint: screenOf('session-1') };
    await outbox.add([aMessage('your certificate', { urgency: 'notice', to })]);
    await deliver();
    expect(await world.store.figures()).toMatchObject({ outboxHeld: 1, outboxDead: 0 });
    await citizens.update('citizen-1', (each) => void each.addContactPoint(screenOf('session-2'), 'operator', NOW));
    await outbox.release(['citizen-1']);
    await deliver();
    expect(kiosk.sent.map((each) => each.to.contactPoint)).toEqual([screenOf('session-2')]);
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

  describe('when the session window is closed', () => {
    const word: TemplateWord = { name: 'payment_received', language: 'hi', status: 'approved', category: 'utility' };
    const paid: Partial<NewMessage> = {
      urgency: 'notice',
      message: { text: phrase('payment.paid', { amount: { money: rupees(50) } }) },
    };
    const hears = (more: Partial<TemplateWord>) =>
      world.store.templateStandings.hear({ ...word, ...more }, world.clock.now());

    beforeEach(async () => {
      await aCitizen(world);
      await writes('citizen-1', aPhone());
      world.clock.advance(24 * 60);
      await world.store.outbox.add([aMessage('', paid)]);
      await hears({});
    });

    it('sends the approved text with its gaps filled', async () => {
      await deliver();
      expect(whatsapp.sent).toMatchObject([
        { template: { name: 'payment_received', language: 'hi', gaps: [{ name: 'amount', text: '₹50' }] } },
      ]);
      expect(sms.sent).toEqual([]);
    });

    it.each<Partial<TemplateWord>>([
      { category: 'marketing' },
      { status: 'paused' },
      { status: 'disabled' },
      { status: 'rejected' },
      { announced: { category: 'marketing', from: '2026-03-06T04:00:00.000Z' } },
    ])('sends by the next channel what stands as %o', async (more) => {
      await hears(more);
      await deliver();
      await deliver();
      expect(whatsapp.sent).toEqual([]);
      expect(sms.sent.map(({ text }) => text)).toEqual([expect.stringContaining('₹50')]);
    });

    it('still sends what will be marketing only tomorrow', async () => {
      await hears({ announced: { category: 'marketing', from: '2026-03-07T04:30:00.000Z' } });
      await deliver();
      expect(whatsapp.sent).toHaveLength(1);
    });

    it('sends no text that nobody has approved', async () => {
      await world.store.outbox.add([aMessage('own words', { urgency: 'notice' })]);
      for (let round = 0; round < 3; round += 1) await deliver();
      expect(whatsapp.sent).toHaveLength(1);
      expect(sms.sent.map(({ text }) => text)).toEqual(['own words']);
    });
  });

  it('takes the approved text when the provider says that the window has closed', async () => {
    await aCitizen(world);
    await writes('citizen-1', aPhone());
    const standing = { name: 'payment_received', language: 'hi', status: 'approved', category: 'utility' } as const;
    await world.store.templateStandings.hear(standing, world.clock.now());
    whatsapp.failures.push(new NotDelivered('131047', { retry: false, instead: 'template' }));
    const text = phrase('payment.paid', { amount: { money: rupees(50) } });
    await world.store.outbox.add([aMessage('', { message: { text } })]);
    await deliver();
    expect(whatsapp.sent).toMatchObject([{ template: { name: 'payment_received' } }]);
  });

  describe('with a number for each department', () => {
    const news = { urgency: 'notice', department: 'mcd', to: { contactPoint: aPhone(), via: 'line-all' } } as const;

    it('sends from the department’s own number where the citizen has written to it', async () => {
      await aCitizen(world);
      await writes('citizen-1', aPhone(), 'line-mcd');
      await world.store.outbox.add([aMessage('news', news)]);
      await deliver();
      expect(whatsapp.sent.map(({ to }) => to.from)).toEqual(['line-mcd']);
    });

    it('sends from the number that he wrote to where the window is open there alone', async () => {
      await aCitizen(world);
      await writes('citizen-1', aPhone(), 'line-all');
      await world.store.outbox.add([aMessage('news', news)]);
      await deliver();
      expect(whatsapp.sent.map(({ to }) => to.from)).toEqual(['line-all']);
    });
  });

  describe('at night', () => {
    const TWELVE_HOURS = 12 * 60;
    const said = (urgency: NewMessage['urgency']): NewMessage => aMessage(urgency, { urgency, to: onSms });
    const onSms = { contactPoint: aPhone(1, 'sms') };
    const toSms = () => sms.sent.map(({ text }) => text);

    beforeEach(async () => {
      await aCitizen(world, 'citizen-1', [aPhone(1, 'sms')]);
      world.clock.advance(TWELVE_HOURS);
    });

    it('sends at 22:00 what answers him and follows from what he did, and the rest at 9:00', async () => {
      await world.store.outbox.add([said('owed'), said('news'), said('notice'), said('reply')]);
      for (let round = 0; round < 4; round += 1) await deliver();
      expect(toSms()).toEqual(['reply', 'notice']);
      world.clock.advance(11 * 60 - 1);
      await deliver();
      expect(toSms()).toEqual(['reply', 'notice']);
      world.clock.advance(1);
      for (let round = 0; round < 2; round += 1) await deliver();
      expect(toSms()).toEqual(['reply', 'notice', 'news', 'owed']);
    });

    it('sends news to who is in the talk', async () => {
      await writes('citizen-1', aPhone(1, 'sms'));
      await world.store.outbox.add([said('news')]);
      await deliver();
      expect(toSms()).toEqual(['news']);
    });

    it('answers one who writes while news wait for him', async () => {
      await world.store.outbox.add([said('news')]);
      await deliver();
      await world.store.outbox.add([said('reply')]);
      await deliver();
      expect(toSms()).toEqual(['reply']);
    });
  });

  it('says it in fewer words by SMS, and in the usual ones elsewhere', async () => {
    await aCitizen(world, 'citizen-1', [aPhone(), aPhone(1, 'sms')]);
    await writes('citizen-1', aPhone());
    const welcome = aMessage('', { message: { text: phrase('talk.welcome') } });
    await world.store.outbox.add([welcome, { ...welcome, to: { contactPoint: aPhone(1, 'sms') } }]);
    await deliver();
    await deliver();
    const [usual, short] = [whatsapp, sms].map(({ sent }) => sent[0]?.text ?? '');
    expect(short).toBe(translator.say(phrase('talk.welcome'), 'hi', 'sms'));
    expect(short?.length).toBeLessThan(usual?.length ?? 0);
  });

  it('counts no try when the pace did not allow one', async () => {
    await aCitizen(world);
    await writes('citizen-1', aPhone());
    await world.store.outbox.add([aMessage('one')]);
    const tooFast = () => new NotDelivered('pace', { retry: true, untried: true, afterSeconds: 6 });
    whatsapp.failures.push(...Array.from({ length: 20 }, tooFast));
    for (let round = 0; round < 21; round += 1) {
      await deliver();
      world.clock.advance(1);
    }
    expect(whatsapp.sent.map(({ text }) => text)).toEqual(['one']);
    expect(sms.sent).toEqual([]);
  });
});
