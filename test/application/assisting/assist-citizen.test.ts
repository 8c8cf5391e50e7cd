import { beforeEach, describe, expect, it } from 'vitest';
import { AssistCitizen } from '#application/assisting/assist-citizen.ts';
import { HandPassword } from '#application/citizen/hand-password.ts';
import { ProveContactPoint } from '#application/citizen/prove-contact-point.ts';
import { RegisterCitizen } from '#application/citizen/register-citizen.ts';
import { KeepConsent } from '#application/consent/keep-consent.ts';
import { ReceiveMessage } from '#application/conversation/receive-message.ts';
import type { Consented } from '#application/ports/in/assisting.ts';
import { screenOf } from '#domain/assisting/assisted-session.ts';
import { Kiosk } from '#domain/assisting/kiosk.ts';
import { anOfficer, aPhone } from '#test/kit/builders.ts';
import { translator } from '#test/kit/dialogue.ts';
import { aDocumentStore, aWorld, keyedHash, noWakeup, proofLimits, told, type World } from '#test/kit/fakes.ts';

const limits = {
  idleMinutes: 5,
  cutMinutes: 2,
  mostMinutes: 60,
  filesMinutes: 60,
  enrolmentMinutes: 60,
  noticeVersion: 'read-out-1',
};
const kamla = anOfficer({ id: 'kamla', signInName: 'kamla', role: 'operator' });

let world: World;
let documents: ReturnType<typeof aDocumentStore>;
let proving: ProveContactPoint;
let assisting: AssistCitizen;
let sms: string;

beforeEach(async () => {
  world = aWorld();
  documents = aDocumentStore();
  const { store, clock, ids } = world;
  const { citizens, consents, transactions } = store;
  const channel = {
    name: 'sms',
    serves: 'sms' as const,
    capabilities: { maxTextLength: 1000, buttons: 0, listRows: 0, attachments: false },
    send: async ({ text }: { text: string }) => {
      sms = text;
      return ['1'];
    },
    check: async () => ({ ok: true as const }),
  };
  proving = new ProveContactPoint(
    store.oneTimePasswords,
    store.linkCodes,
    citizens,
    store.applications,
    consents,
    transactions,
    new HandPassword(
      { of: (kind) => (kind === 'sms' ? channel : undefined), fallback: [] },
      citizens,
      store.talks,
      translator,
      async () => ({ why: 'no-template' }),
      clock,
      ids,
    ),
    keyedHash,
    proofLimits,
    clock,
    ids,
  );
  const registering = new RegisterCitizen(citizens, transactions, clock, ids);
  assisting = new AssistCitizen(
    limits,
    store.assistedSessions,
    store.screens,
    store.kiosks,
    citizens,
    store.officers,
    store.talks,
    documents,
    store.auditLog,
    proving,
    new KeepConsent(consents, store.talks, store.jobs, transactions, clock, ids),
    new ReceiveMessage(registering, proving, store.talks, transactions, noWakeup),
    transactions,
    noWakeup,
    clock,
    ids,
  );
  await store.officers.put(kamla, 'hash');
  await store.kiosks.add(Kiosk.standing('K-04', 'Karol Bagh'));
  await store.kiosks.update('K-04', (each) => {
    each.expectDevice('Karol Bagh', 'code', world.clock.now().replace('2026', '2027'));
    each.enrol('key', 'code', world.clock.now());
  });
});

const open = (by: Consented = { how: 'assisted' }) =>
  assisting.open('kamla', { kiosk: 'K-04', queueToken: '17', language: 'hi', by });
const text = (said: string) => ({ id: said, content: { type: 'text' as const, text: said } });
const audited = async () => (await world.store.auditLog.after(0, 100)).map(({ who, what }) => `${who} ${what}`);

describe('an assisted session', () => {
  it('begins with a recorded consent of somebody without a phone', async () => {
    const { citizenId, consent } = await open();
    expect(consent).toEqual({ how: 'assisted', noticeVersion: 'read-out-1', at: world.clock.now() });
    const [held] = await world.store.consents.heldBy(citizenId);
    expect(held?.snapshot()).toMatchObject({
      purpose: 'assisted-session',
      noticeVersion: 'read-out-1',
      channel: 'kiosk',
    });
    expect(await audited()).toEqual(['officer:kamla open-session-by-assisted']);
    expect(await told(world)).toEqual([{ type: 'resumed', language: 'hi' }]);
  });

  it('is of the citizen whose phone gives the password back, as he is known at home', async () => {
    const [home] = await new RegisterCitizen(
      world.store.citizens,
      world.store.transactions,
      world.clock,
      world.ids,
    ).citizensBehind([[aPhone(1)]]);
    await assisting.sendPassword('kamla', { phone: '0000000001', language: 'hi' });
    const password = /\d{6}/.exec(sms)?.[0] ?? '';
    expect((await open({ how: 'one-time-password', phone: '0000000001', password })).citizenId).toBe(home);
  });

  it('is of the citizen whose chat gave the code', async () => {
    const { id, citizenId } = await open();
    const { code } = await assisting.linkFor('kamla', id);
    expect((await open({ how: 'link-code', code })).citizenId).toBe(citizenId);
  });

  it('is of the citizen who shows his slip, seen by the operator, once', async () => {
    const before = await open();
    const slip = await assisting.slipFor('kamla', before.id);
    await assisting.end('kamla', before.id, 'finished');
    world.clock.advance(20 * 24 * 60);
    const code = slip?.code ?? '';
    expect(await open({ how: 'link-code', code })).toMatchObject({
      citizenId: before.citizenId,
      consent: { how: 'slip-code' },
    });
    expect(await audited()).toEqual([
      'officer:kamla open-session-by-assisted',
      'officer:kamla print-slip-code',
      'officer:kamla end-session-finished',
      'officer:kamla open-session-by-slip-code',
    ]);
    await expect(open({ how: 'link-code', code })).rejects.toThrow('linkUnknown');
  });

  it('gives no code for a slip to who goes on with his phone', async () => {
    await assisting.sendPassword('kamla', { phone: '0000000001', language: 'hi' });
    const password = /\d{6}/.exec(sms)?.[0] ?? '';
    const { id } = await open({ how: 'one-time-password', phone: '0000000001', password });
    expect(await assisting.slipFor('kamla', id)).toBeUndefined();
  });

  it('does not begin with a wrong password, nor for who is no operator', async () => {
    await assisting.sendPassword('kamla', { phone: '0000000001', language: 'hi' });
    await expect(open({ how: 'one-time-password', phone: '0000000001', password: '1' })).rejects.toThrow(
      'passwordWrong',
    );
    await world.store.officers.put(anOfficer(), 'hash');
    const opening = { kiosk: 'K-04', language: 'hi' as const, by: { how: 'assisted' as const } };
    await expect(assisting.open('officer-1', opening)).rejects.toThrow('notOperator');
    await expect(assisting.sendPassword('nobody', { phone: '0000000001', language: 'hi' })).rejects.toThrow(
      'notOperator',
    );
  });

  it('hears what is said once, and shows what is answered once, in order', async () => {
    const { id, citizenId } = await open();
    for (const said of ['one', 'two', 'one']) await assisting.hear('kamla', id, text(said));
    expect(await told(world)).toMatchObject([
      { type: 'resumed' },
      { content: { text: 'one' } },
      { content: { text: 'two' } },
    ]);
    for (const reference of ['a', 'b', 'a']) await assisting.show(id, reference, { text: reference });
    const shown = await assisting.shownAfter(id, 0, 10);
    expect(shown).toEqual([
      { seq: 1, reference: 'a', body: { text: 'a' } },
      { seq: 2, reference: 'b', body: { text: 'b' } },
    ]);
    expect(await world.store.citizens.behind([screenOf(id)])).toEqual([citizenId]);
  });

  it('leaves nothing behind when it ends', async () => {
    const { id } = await open();
    await assisting.show(id, 'a', { text: 'private' });
    const ref = await assisting.keepFile('kamla', id, { bytes: Buffer.from('slip'), mime: 'image/jpeg' });
    expect((await assisting.fileAt(ref))?.mime).toBe('image/jpeg');
    await assisting.end('kamla', id, 'finished');

    expect(await assisting.shownAfter(id, 0, 10)).toEqual([]);
    expect(await assisting.current('kamla')).toBeUndefined();
    expect(await assisting.standing([id])).toEqual(new Map());
    expect(await world.store.citizens.behind([screenOf(id)])).toEqual([undefined]);
    expect(await assisting.show(id, 'b', { text: 'late' })).toBe(false);
    await expect(assisting.hear('kamla', id, text('late'))).rejects.toThrow('sessionOver');
    // A paper may still be being read for a while.
    await assisting.sweep();
    expect(documents.files.size).toBe(1);
    world.clock.advance(60);
    await assisting.sweep();
    expect(documents.files.size).toBe(0);
    expect(await audited()).toContain('officer:kamla end-session-finished');
  });

  it('ends by itself when nothing is done in it, and when the operator begins another', async () => {
    const { id } = await open();
    world.clock.advance(4);
    await assisting.hear('kamla', id, text('still here'));
    world.clock.advance(4);
    await assisting.sweep();
    expect((await assisting.current('kamla'))?.id).toBe(id);
    world.clock.advance(1);
    expect(await assisting.current('kamla')).toBeUndefined();
    await assisting.sweep();
    const next = await open();
    await open();
    expect(await audited()).toMatchObject(
      [/open/, 'officer:kamla end-session-idle', /open/, 'officer:kamla end-session-replaced', /open/].map((each) =>
        typeof each === 'string' ? each : expect.stringMatching(each),
      ),
    );
    expect(await assisting.standing([id, next.id])).toEqual(new Map());
  });

  it('is shut to another operator', async () => {
    const { id } = await open();
    await world.store.officers.put({ ...kamla, id: 'other', signInName: 'other' }, 'hash');
    await expect(assisting.hear('other', id, text('hello'))).rejects.toThrow('sessionOver');
    await assisting.end('other', id, 'finished');
    expect((await assisting.current('kamla'))?.id).toBe(id);
  });

  it('begins only at a kiosk that serves, and is written down with its place', async () => {
    const opening = { kiosk: 'K-05', language: 'hi' as const, by: { how: 'assisted' as const } };
    await expect(assisting.open('kamla', opening)).rejects.toThrow('kioskUnknown');
    await open();
    const [entry] = await world.store.auditLog.after(0, 1);
    expect(entry?.kiosk).toEqual({ id: 'K-04', place: 'Karol Bagh' });
    await world.store.kiosks.update('K-04', (each) => each.disable('admin', world.clock.now()));
    await expect(open()).rejects.toThrow('kioskDisabled');
  });

  it('ends when its kiosk is closed, and no other does', async () => {
    const { id } = await open();
    await assisting.endAt('K-05', 'disabled');
    expect((await assisting.current('kamla'))?.id).toBe(id);
    await assisting.endAt('K-04', 'disabled');
    expect(await assisting.current('kamla')).toBeUndefined();
    expect(await audited()).toContain('officer:kamla end-session-disabled');
  });
});
