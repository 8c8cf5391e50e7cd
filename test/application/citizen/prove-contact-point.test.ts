import { beforeEach, describe, expect, it } from 'vitest';
import { HandPassword } from '#application/citizen/hand-password.ts';
import { ProveContactPoint } from '#application/citizen/prove-contact-point.ts';
import { RegisterCitizen } from '#application/citizen/register-citizen.ts';
import { ReceiveMessage } from '#application/conversation/receive-message.ts';
import { choosingAmong } from '#application/notification/choose-template.ts';
import type { Channel, WordedTemplate } from '#application/ports/out/channel.ts';
import { languages } from '#config/languages.ts';
import { loadTemplates } from '#config/load-templates.ts';
import rules from '#config/templates/wording-rules.json' with { type: 'json' };
import { Citizen } from '#domain/citizen/citizen.ts';
import { freshConversation } from '#domain/conversation/turn.ts';
import { heardNow } from '#domain/notification/session-window.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { plusHours } from '#domain/shared/time.ts';
import { aConsentOf, aPhone, aUserId } from '#test/kit/builders.ts';
import { translator } from '#test/kit/dialogue.ts';
import { aWorld, keyedHash, noWakeup, proofLimits, told, type World } from '#test/kit/fakes.ts';

let world: World;
let proving: ProveContactPoint;
let sent: { channel: string; text: string; to: string; template?: WordedTemplate }[];
const templates = await loadTemplates();
let broken: ReadonlySet<string>;

beforeEach(() => {
  world = aWorld();
  sent = [];
  broken = new Set();
  const { store, clock, ids } = world;
  const channel = (kind: 'sms' | 'whatsapp'): Channel => ({
    name: kind,
    serves: kind,
    capabilities: {
      maxTextLength: 1000,
      buttons: 0,
      listRows: 0,
      attachments: false,
      ...(kind === 'whatsapp' && { sessionHours: 24 }),
    },
    send: async ({ text, template }, { contactPoint }) => {
      if (broken.has('window') && !template) throw new NotDelivered('131047', { retry: false, instead: 'template' });
      if (broken.has(kind)) throw new NotDelivered('down', { retry: true });
      sent.push({ channel: kind, text, to: contactPoint.address, ...(template && { template }) });
      return ['1'];
    },
    check: async () => ({ ok: true }),
  });
  const channels = {
    of: (kind: string) => (kind === 'sms' || kind === 'whatsapp' ? channel(kind) : undefined),
    fallback: [],
  };
  const choose = choosingAmong(templates, store.templateStandings, translator, languages, rules);
  proving = new ProveContactPoint(
    store.oneTimePasswords,
    store.linkCodes,
    store.citizens,
    store.applications,
    store.consents,
    store.transactions,
    new HandPassword(channels, store.citizens, store.talks, translator, choose, clock, ids),
    keyedHash,
    proofLimits,
    clock,
    ids,
  );
});

const registering = () => new RegisterCitizen(world.store.citizens, world.store.transactions, world.clock, world.ids);
const behind = async (...points: ContactPoint[]): Promise<string> =>
  (await registering().citizensBehind([points]))[0] ?? '';
const passwordSent = (): string => /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '';
const proves = async (phone = '00000 00001'): Promise<string> => {
  await proving.sendPassword({ phone, language: 'hi' });
  return proving.confirmPassword({ phone, password: passwordSent() });
};
const sms = (last = 1) => aPhone(last, 'sms');

describe('a phone proven by a one-time password', () => {
  it('is the same citizen by SMS and by WhatsApp', async () => {
    const atHome = await behind(aPhone(1), aUserId());
    expect(await proves()).toBe(atHome);
    expect(sent).toMatchObject([{ channel: 'sms', to: '+910000000001' }]);
    expect(await behind(sms())).toBe(atHome);
  });

  it('registers who is new, and knows him by either afterwards', async () => {
    const citizen = await proves();
    expect(await behind(sms())).toBe(citizen);
    expect(await behind(aPhone(1), aUserId())).toBe(citizen);
  });

  it('joins two records of one phone when only one has files, and keeps both apart when both have', async () => {
    const [bySms, byWhatsApp] = [await behind(sms()), await behind(aPhone())];
    await aConsentOf(world, bySms);
    expect(await proves()).toBe(bySms);
    expect(await behind(aPhone())).toBe(bySms);

    const [one, other] = [await behind(sms(2)), await behind(aPhone(2))];
    for (const each of [one, other]) await aConsentOf(world, each);
    expect(await proves('0000000002')).toBe(one);
    expect(await behind(aPhone(2))).toBe(other);
    expect(byWhatsApp).not.toBe(bySms);
  });

  describe('where SMS fails', () => {
    const send = () => proving.sendPassword({ phone: '+91 00000 00001', language: 'hi-Latn' });
    const writes = async () => {
      const { store, clock } = world;
      const citizenId = await behind(aPhone(1));
      const event = { type: 'heard', content: { type: 'text', text: 'namaste' } } as const;
      await store.talks.put([{ citizenId, source: 'whatsapp', sourceId: '1', event, at: clock.now() }]);
      const heardOn = heardNow({}, 'whatsapp', 'line', clock.now());
      await store.talks.take(1, async ({ entries }) => ({
        conversation: { ...freshConversation('hi'), heardOn },
        done: entries.map(({ seq }) => seq),
        setAside: [],
        said: [],
        messages: [],
        jobs: [],
      }));
    };
    const approved = { name: 'one_time_password', status: 'approved', category: 'authentication' } as const;
    const approve = () => world.store.templateStandings.hear({ ...approved, language: 'hi' }, world.clock.now());

    it('goes by WhatsApp, in plain words while the window is open', async () => {
      broken = new Set(['sms']);
      await writes();
      await send();
      expect(sent).toMatchObject([{ channel: 'whatsapp', text: expect.stringMatching(/^\d{6} /) }]);
      expect(sent[0]).not.toHaveProperty('template');
    });

    it('goes in the words that the provider has approved when it is closed, and when the provider says so', async () => {
      await approve();
      broken = new Set(['sms']);
      await send();
      await writes();
      broken = new Set(['sms', 'window']);
      await send();
      expect(sent.map(({ template }) => template)).toMatchObject([
        { name: 'one_time_password', language: 'hi', code: expect.stringMatching(/^\d{6}$/) },
        { name: 'one_time_password', language: 'hi' },
      ]);
    });

    it('does not go before the words are approved, and says why without the code', async () => {
      broken = new Set(['sms']);
      await expect(send()).rejects.toMatchObject({ code: 'template-unknown' });
      expect(sent).toEqual([]);
    });
  });

  it('is not by a wrong one, whose tries are counted', async () => {
    await proving.sendPassword({ phone: '0000000001', language: 'hi' });
    for (const triesLeft of [4, 3, 2, 1])
      await expect(proving.confirmPassword({ phone: '0000000001', password: '1' })).rejects.toMatchObject({
        key: 'citizen.passwordWrong',
        details: { triesLeft },
      });
    await expect(proving.confirmPassword({ phone: '0000000001', password: '1' })).rejects.toThrow('passwordOver');
    await expect(proving.confirmPassword({ phone: '0000000001', password: passwordSent() })).rejects.toThrow(
      'passwordOver',
    );
  });

  it('needs a number that is one', async () => {
    await expect(proving.sendPassword({ phone: '12345', language: 'hi' })).rejects.toThrow('phoneNotUnderstood');
  });
});

describe('a number that was shared by a tap on Telegram', () => {
  it('brings the talk to where the same number is proven by a password', async () => {
    const chat: ContactPoint = { channel: 'telegram', kind: 'user-id', address: '9000000001' };
    const shared: ContactPoint = { channel: 'telegram', kind: 'phone', address: sms(1).address };
    await registering().citizensBehind([[chat]]);
    const [citizen] = await registering().citizensBehind([[chat, shared]]);
    await proving.sendPassword({ phone: sms(1).address, language: 'hi' });
    const password = /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '';
    expect(await proving.confirmPassword({ phone: sms(1).address, password })).toBe(citizen);
    expect(await behind(sms(1))).toBe(citizen);
  });
});

describe('a number that was shared by a tap on Telegram, when it is known already', () => {
  const chat: ContactPoint = { channel: 'telegram', kind: 'user-id', address: '9000000001' };
  const shared: ContactPoint = { channel: 'telegram', kind: 'phone', address: sms(1).address };
  const shares = async () => {
    const { store, clock, ids } = world;
    const receiving = new ReceiveMessage(registering(), proving, store.talks, store.transactions, noWakeup);
    const content = { type: 'contact', phones: [shared.address], isOwn: true } as const;
    await receiving.receive([{ id: ids.next(), from: [chat, shared], at: clock.now(), content }]);
  };
  const heard = (met?: 'joined' | 'kept-apart') => [{ type: 'heard', content: { isOwn: true, ...(met && { met }) } }];

  it('by WhatsApp or by SMS leads on where his files are', async () => {
    await behind(chat);
    const busy = await behind(aPhone(1));
    await aConsentOf(world, busy);
    await shares();
    expect(await told(world)).toMatchObject(heard('joined'));
    expect(await behind(chat)).toBe(busy);
    expect(await behind(shared)).toBe(busy);
  });

  it('by both of them, as two who filed nothing, brings both here', async () => {
    const here = await behind(chat);
    await behind(aPhone(1));
    await behind(sms(1));
    await shares();
    for (const point of [chat, shared, aPhone(1), sms(1)]) expect(await behind(point)).toBe(here);
  });

  it('stays apart when both have files, and is told', async () => {
    const [here, there] = [await behind(chat), await behind(sms(1))];
    for (const each of [here, there]) await aConsentOf(world, each);
    await shares();
    expect(await told(world)).toMatchObject(heard('kept-apart'));
    expect([await behind(chat), await behind(sms(1))]).toEqual([here, there]);
  });

  it('is nothing more than known when nobody is, and when it is shared again', async () => {
    const here = await behind(chat);
    await shares();
    await shares();
    expect(await told(world)).toEqual([
      { type: 'heard', content: { type: 'contact', phones: [shared.address], isOwn: true } },
      { type: 'heard', content: { type: 'contact', phones: [shared.address], isOwn: true } },
    ]);
    expect(await behind(shared)).toBe(here);
  });
});

describe('a code that joins two talks', () => {
  const receive = async (text: string, ...from: [ContactPoint, ...ContactPoint[]]) => {
    const { store, clock, ids } = world;
    const receiving = new ReceiveMessage(registering(), proving, store.talks, store.transactions, noWakeup);
    await receiving.receive([{ id: ids.next(), from, at: clock.now(), content: { type: 'text', text } }]);
  };

  it('takes the talk to where it came from', async () => {
    const citizen = await behind(aPhone(1));
    await receive((await proving.makeLink(citizen)).code, sms(7));
    expect(await told(world)).toEqual([{ type: 'joined' }]);
    expect(await behind(sms(7))).toBe(citizen);
  });

  it('works once, and not after its minutes', async () => {
    const citizen = await behind(aPhone(1));
    const { code } = await proving.makeLink(citizen);
    await receive(code, sms(7));
    await receive(code, sms(8));
    const late = await proving.makeLink(citizen);
    world.clock.advance(10);
    await receive(late.code, sms(9));
    const refused = { type: 'not-joined', key: 'citizen.linkUnknown' };
    expect(await told(world)).toEqual([{ type: 'joined' }, refused, refused]);
    expect(await behind(sms(8))).not.toBe(citizen);
  });

  it('takes the one who asked along to the record that has files', async () => {
    const [blank, busy] = [await behind(aPhone(1)), await behind(sms(7))];
    await aConsentOf(world, busy);
    await receive((await proving.makeLink(blank)).code, sms(7));
    expect(await behind(aPhone(1))).toBe(busy);
  });

  it('joins nobody when both have files, and is good for another try', async () => {
    const [one, other] = [await behind(aPhone(1)), await behind(sms(7))];
    for (const each of [one, other]) await aConsentOf(world, each);
    const { code } = await proving.makeLink(one);
    await receive(code, sms(7));
    expect(await told(world)).toEqual([{ type: 'not-joined', key: 'citizen.bothHaveFiles' }]);
    expect(await behind(sms(7))).toBe(other);
    expect(await proving.holderOf(code)).toEqual({ citizenId: one, kind: 'talk' });
  });

  it('is on the slip of who has no phone, for thirty days, and on none of who has one', async () => {
    const { store, clock, ids } = world;
    const id = ids.next();
    await store.citizens.add(Citizen.register(id, [{ channel: 'kiosk', kind: 'user-id', address: 's' }], clock.now()));
    const [first, second] = [await proving.makeSlip(id), await proving.makeSlip(id)];
    expect(first?.until).toBe(plusHours(clock.now(), 30 * 24));
    clock.advance(29 * 24 * 60);
    await receive(first?.code ?? '', sms(7));
    expect(await behind(sms(7))).toBe(id);
    expect(await proving.makeSlip(id)).toBeUndefined();
    // Another slip that lies about brings no other phone.
    await receive(second?.code ?? '', sms(8));
    expect(await told(world)).toMatchObject([{ type: 'joined' }, { type: 'not-joined' }]);
    expect(await behind(sms(8))).not.toBe(id);
  });
});
