import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { AssistedSession } from '#domain/assisting/assisted-session.ts';
import { Kiosk } from '#domain/assisting/kiosk.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { aCitizen, type World } from './world.ts';

export function screenLaws(world: World): void {
  const aSession = async (operatorId = 'kamla') => {
    const { store, clock } = world;
    const citizenId = await aCitizen(world);
    const consent = { how: 'assisted', noticeVersion: '1' } as const;
    const session = AssistedSession.open(
      { id: randomUUID(), citizenId, operatorId, kiosk: 'K-04', place: 'Karol Bagh', language: 'hi', consent },
      clock.now(),
    );
    await store.assistedSessions.add(session);
    return session.snapshot();
  };

  it('keeps sessions, and finds those that are open, idle, or have files', async () => {
    const { store, clock } = world;
    const { id } = await aSession();
    expect((await store.assistedSessions.openOf('kamla')).map((each) => each.snapshot().id)).toEqual([id]);
    expect(await store.assistedSessions.stale(plusMinutes(clock.now(), -1), plusMinutes(clock.now(), -1), 9)).toEqual(
      [],
    );
    expect(await store.assistedSessions.stale(clock.now(), '2000-01-01T00:00:00.000Z', 9)).toHaveLength(1);
    expect(await store.assistedSessions.openAt('K-04')).toHaveLength(1);
    expect(await store.assistedSessions.openAt('K-05')).toEqual([]);
    await store.assistedSessions.update(id, (each) => {
      each.addFile('file');
      each.end('idle', clock.now());
    });
    expect(await store.assistedSessions.openOf('kamla')).toEqual([]);
    expect(await store.assistedSessions.openAt('K-04')).toEqual([]);
    expect((await store.assistedSessions.withFiles(clock.now(), 9)).map((each) => each.snapshot().files)).toEqual([
      ['file'],
    ]);
    await store.assistedSessions.update(id, (each) => each.forgetFiles());
    expect(await store.assistedSessions.withFiles(clock.now(), 9)).toEqual([]);
    expect((await store.assistedSessions.find(id))?.snapshot().ended).toEqual({ at: clock.now(), why: 'idle' });
  });

  it('numbers what is shown without gaps, once for each reference, and forgets all of it', async () => {
    const { store } = world;
    const { id: sessionId, citizenId } = await aSession();
    const show = (reference: string) =>
      store.transactions.run(async () => {
        await store.assistedSessions.update(sessionId, () => undefined);
        await store.screens.append({ sessionId, citizenId, reference, body: { text: `नमस्ते ${reference}` } });
      });
    await Promise.all(['a', 'b', 'a', 'c', 'b'].map(show));
    const shown = await store.screens.after(sessionId, 0, 10);
    expect(shown.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(shown.map(({ reference }) => reference).sort()).toEqual(['a', 'b', 'c']);
    expect(shown[0]?.body).toEqual({ text: `नमस्ते ${shown[0]?.reference}` });
    expect(await store.screens.after(sessionId, 1, 1)).toEqual(shown.slice(1, 2));
    expect(await store.screens.standing([sessionId, 'unknown'])).toEqual(new Map([[sessionId, { last: 3, lines: 0 }]]));
    await store.screens.wipe(sessionId);
    expect(await store.screens.after(sessionId, 0, 10)).toEqual([]);
  });

  it('counts the lines that pages open to a session, so that the newest is known', async () => {
    const { store } = world;
    const [one, other] = [await aSession(), await aSession()];
    const lines = await Promise.all([1, 2, 3].map(() => store.screens.countLine(one.id)));
    expect(lines.sort()).toEqual([1, 2, 3]);
    await store.assistedSessions.update(one.id, (each) => each.addFile('file'));
    expect([...(await store.screens.standing([one.id, other.id])).values()].map((each) => each.lines).sort()).toEqual([
      0, 3,
    ]);
  });

  it('shows nothing of a citizen who has been erased', async () => {
    const { store } = world;
    const { id: sessionId, citizenId } = await aSession();
    await store.screens.append({ sessionId, citizenId, reference: 'a', body: {} });
    await store.citizens.erase(citizenId);
    await store.screens.append({ sessionId, citizenId, reference: 'b', body: {} });
    expect(await store.screens.after(sessionId, 0, 10)).toEqual([]);
  });

  it('keeps kiosks, finds the one that a code is for, and knows which are disabled and when each was seen', async () => {
    const { store, clock } = world;
    const { kiosks } = store;
    for (const id of ['K-02', 'K-01']) expect(await kiosks.add(Kiosk.standing(id, `place of ${id}`))).toBe(true);
    expect(await kiosks.add(Kiosk.standing('K-01', 'another place'))).toBe(false);
    const until = plusMinutes(clock.now(), 60);
    await kiosks.update('K-01', (each) => each.expectDevice('Karol Bagh', 'hash', until));
    expect((await kiosks.awaiting('hash'))?.snapshot()).toMatchObject({ id: 'K-01', place: 'Karol Bagh' });
    await kiosks.update('K-01', (each) => each.enrol('key', 'hash', clock.now()));
    expect(await kiosks.awaiting('hash')).toBeUndefined();
    await kiosks.update('K-02', (each) => each.disable('admin', clock.now()));
    expect(await kiosks.disabled()).toEqual(new Set(['K-02']));
    const seenAt = clock.now();
    await kiosks.noteSeen(['K-01', 'unknown'], seenAt);
    // What is changed later leaves the moment as it was.
    await kiosks.update('K-01', (each) => each.disable('admin', clock.now()));
    expect((await kiosks.all()).map((each) => [each.kiosk.snapshot().id, each.kiosk.standing, each.seenAt])).toEqual([
      ['K-01', 'disabled', seenAt],
      ['K-02', 'disabled', undefined],
    ]);
    await kiosks.update('K-02', (each) => each.enable());
    expect((await kiosks.find('K-02'))?.standing).toBe('awaited');
    expect(await kiosks.update('unknown', () => undefined)).toBeUndefined();
  });
}
