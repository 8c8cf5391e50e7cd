import { beforeEach, describe, expect, it } from 'vitest';
import { ProveContactPoint } from '#application/citizen/prove-contact-point.ts';
import { RegisterCitizen } from '#application/citizen/register-citizen.ts';
import { ReceiveMessage } from '#application/conversation/receive-message.ts';
import type { Channel } from '#application/ports/out/channel.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { aConsentOf, aPhone, aUserId } from '#test/kit/builders.ts';
import { translator } from '#test/kit/dialogue.ts';
import { aWorld, keyedHash, noWakeup, proofLimits, told, type World } from '#test/kit/fakes.ts';

let world: World;
let proving: ProveContactPoint;
let sent: { channel: string; text: string; to: string }[];
let broken: ReadonlySet<string>;

beforeEach(() => {
  world = aWorld();
  sent = [];
  broken = new Set();
  const { store, clock, ids } = world;
  const channel = (kind: 'sms' | 'whatsapp'): Channel => ({
    name: kind,
    serves: kind,
    capabilities: { maxTextLength: 1000, buttons: 0, listRows: 0, attachments: false },
    send: async ({ text }, { contactPoint }) => {
      if (broken.has(kind)) throw new NotDelivered('down', { retry: true });
      sent.push({ channel: kind, text, to: contactPoint.address });
      return ['1'];
    },
    check: async () => ({ ok: true }),
  });
  const channels = {
    of: (kind: string) => (kind === 'sms' || kind === 'whatsapp' ? channel(kind) : undefined),
    fallback: [],
  };
  proving = new ProveContactPoint(
    store.oneTimePasswords,
    store.linkCodes,
    store.citizens,
    store.applications,
    store.consents,
    store.transactions,
    channels,
    translator,
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

  it('goes by WhatsApp where SMS fails', async () => {
    broken = new Set(['sms']);
    await proving.sendPassword({ phone: '+91 00000 00001', language: 'en' });
    expect(sent).toMatchObject([{ channel: 'whatsapp' }]);
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
    expect(await proving.holderOf(code)).toBe(one);
  });
});
