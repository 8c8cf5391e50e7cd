import { createHash, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { findBreak } from '#domain/audit/audit-entry.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { household } from '#test/kit/household.ts';
import type { World } from './world.ts';

const clerk = { role: 'dealing-assistant', department: 'mcd', isAdministrator: false };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export function officeLaws(world: World): void {
  it('keeps each version of a definition as it was', async () => {
    const { definitions } = world.store;
    await definitions.keep(household);
    await definitions.keep({ ...household, category: 'water' });
    await definitions.keep({ ...household, version: '2' });
    const kept = (await definitions.all()).filter(({ id }) => id === household.id);
    expect(kept).toEqual([household, { ...household, version: '2' }]);
    expect(JSON.stringify(kept[0])).toBe(JSON.stringify(household));
  });

  it('remembers how each template stands, whoever hears of it first', async () => {
    const { store, clock } = world;
    const word = { name: 'query_raised', language: 'hi' };
    const words = ['approved', 'paused', 'disabled'] as const;
    await Promise.all(words.map((status) => store.templateStandings.hear({ ...word, status }, clock.now())));
    const { before, after } = await store.templateStandings.hear({ ...word, category: 'utility' }, clock.now());
    expect(before?.history).toHaveLength(3);
    expect(await store.templateStandings.find('query_raised', 'hi')).toEqual(after);
    expect(await store.templateStandings.find('query_raised', 'en')).toBeUndefined();
    expect(await store.templateStandings.all()).toEqual([after]);
  });

  it('takes an officer from whoever puts him, and from several at once', async () => {
    const { officers } = world.store;
    const anOfficer = (at: number, name: string) =>
      officers.put({ ...clerk, id: `officer-${at}`, signInName: `clerk-${at}`, name }, `hash of ${name}`);
    for (let at = 0; at < 30; at += 1) await Promise.all(['Asha', 'Asha', 'Asha'].map((name) => anOfficer(at, name)));
    await anOfficer(7, 'Usha');
    expect(await officers.bySignInName('clerk-7')).toEqual({
      officer: { ...clerk, id: 'officer-7', signInName: 'clerk-7', name: 'Usha' },
      passwordHash: 'hash of Usha',
    });
    expect(await officers.find('officer-8')).toMatchObject({ signInName: 'clerk-8', name: 'Asha' });
  });

  it('gives running numbers without gaps, and the same subject the same', async () => {
    const { store } = world;
    const subjects = Array.from({ length: 12 }, () => randomUUID() as string);
    const given = await Promise.all(
      subjects.map((subject, index) =>
        store.transactions
          .run(async () => {
            const number = await store.numbers.next('MCD/2026', subject);
            if (index % 3 === 0) throw new Error('undone');
            return number;
          })
          .catch(() => undefined),
      ),
    );
    const kept = given.filter((number) => number !== undefined).sort((one, other) => one - other);
    expect(kept).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const again = await Promise.all([1, 2, 4].map((index) => store.numbers.next('MCD/2026', subjects[index] ?? '')));
    expect(again).toEqual([given[1], given[2], given[4]]);
    expect(await store.numbers.next('MCD/2026', subjects[0] ?? '')).toBe(9);
    expect(await store.numbers.next('DJB/2026', subjects[0] ?? '')).toBe(1);
  });

  it('chains audit entries, whoever writes at the same time', async () => {
    const { store, clock } = world;
    const entry = (what: string) => ({ who: 'officer:1', what, citizenId: 'c1', purpose: 'birth', at: clock.now() });
    await Promise.all(Array.from({ length: 10 }, (_, number) => store.auditLog.append(entry(`view-${number}`))));
    await store.transactions
      .run(async () => {
        await store.auditLog.append(entry('undone'));
        throw new Error('no');
      })
      .catch(() => undefined);
    const kiosk = { id: 'K-04', place: 'करोल बाग' };
    await store.auditLog.append({ who: 'system', what: 'last', kiosk, at: clock.now() });
    const entries = await store.auditLog.after(0, 100);
    expect(entries.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(findBreak(entries, undefined, sha256)).toBeUndefined();
    expect(entries.at(-1)).toMatchObject({ who: 'system', what: 'last', kiosk });
    expect(await store.auditLog.after(3, 2)).toEqual(entries.slice(3, 5));
  });

  it('shows an audit entry that was changed afterwards', async ({ skip }) => {
    const { store, clock, opened } = world;
    if (!opened?.tamper) return skip('nobody gets behind this store');
    for (const what of ['a', 'b', 'c']) await store.auditLog.append({ who: 'citizen', what, at: clock.now() });
    await opened.tamper(2);
    expect(findBreak(await store.auditLog.after(0, 10), undefined, sha256)?.position).toBe(2);
  });

  const officer = {
    id: 'officer-1',
    signInName: 'meena',
    name: 'Meena',
    role: 'registrar',
    department: 'mcd',
    isAdministrator: false,
  };

  it('keeps officers by id and by what they sign in with', async () => {
    const { store } = world;
    await store.officers.put(officer, 'hash-1');
    await store.officers.put({ ...officer, name: 'Meena R', isAdministrator: true }, 'hash-2');
    const now = { ...officer, name: 'Meena R', isAdministrator: true };
    expect(await store.officers.find('officer-1')).toEqual(now);
    expect(await store.officers.bySignInName('meena')).toEqual({ officer: now, passwordHash: 'hash-2' });
    expect(await store.officers.bySignInName('nobody')).toBeUndefined();
    expect(await store.officers.find('nobody')).toBeUndefined();
  });

  it('keeps sign-ins until they end or run out', async () => {
    const { store, clock } = world;
    const session = { csrfToken: 'csrf', officerId: 'officer-1', expiresAt: plusMinutes(clock.now(), 30) };
    await store.officeSessions.open({ tokenHash: 'one', ...session });
    await store.officeSessions.open({ tokenHash: 'two', ...session });
    expect(await store.officeSessions.find('one', clock.now())).toEqual(session);
    await store.officeSessions.close('one');
    expect(await store.officeSessions.find('one', clock.now())).toBeUndefined();
    expect(await store.officeSessions.find('two', session.expiresAt)).toBeUndefined();
    expect(await store.prune(plusMinutes(session.expiresAt, 1))).toBe(1);
  });

  it('says that it works', async () => {
    expect(await world.store.check()).toMatchObject({ ok: true });
  });
}
