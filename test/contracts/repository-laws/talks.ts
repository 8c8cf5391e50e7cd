import { expect, it } from 'vitest';
import type { Talk } from '#application/ports/out/talks.ts';
import { verbatim } from '#domain/shared/phrase.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import { aCitizen, aConversation, aMessage, anEntry, hearing, saidIn, textOf, type World } from './world.ts';

export function talkLaws(world: World): void {
  const takeAll = async (limit = 10): Promise<Talk[]> => {
    const talks: Talk[] = [];
    await world.store.talks.take(limit, async (talk) => {
      talks.push(talk);
      return hearing(talk);
    });
    return talks;
  };
  const textsOf = (talks: readonly Talk[]) => talks.map(({ entries }) => entries.map(textOf));

  it('gives entries back as they were, in order, once', async () => {
    const citizenId = await aCitizen(world);
    const entries = [anEntry(world, citizenId, 'नमस्ते'), anEntry(world, citizenId, 'two')];
    await world.store.talks.put(entries);
    const [talk] = await takeAll();
    expect(talk).toMatchObject({ citizenId, conversation: undefined });
    expect(talk?.entries.map(({ seq: _seq, attempts: _attempts, ...entry }) => entry)).toEqual(entries);
    expect(talk?.entries.map(({ attempts }) => attempts)).toEqual([0, 0]);
    expect(await takeAll()).toEqual([]);
  });

  it('drops what it has heard before, in whatever state that is', async () => {
    const citizenId = await aCitizen(world);
    const entry = anEntry(world, citizenId, 'once');
    await world.store.talks.put([entry, entry]);
    await world.store.talks.put([entry]);
    expect(textsOf(await takeAll())).toEqual([['once']]);
    await world.store.talks.put([entry, anEntry(world, citizenId, 'once', 'sms')]);
    expect(textsOf(await takeAll())).toEqual([['once']]);
    expect(await takeAll()).toEqual([]);
  });

  it('hears at most ten entries in a turn, and the rest in the next', async () => {
    const citizenId = await aCitizen(world);
    const texts = Array.from({ length: 13 }, (_, number) => `m${number}`);
    await world.store.talks.put(texts.map((text) => anEntry(world, citizenId, text)));
    expect(textsOf(await takeAll())).toEqual([texts.slice(0, 10)]);
    expect(textsOf(await takeAll())).toEqual([texts.slice(10)]);
  });

  it('claims no more than asked for, those who waited longest first', async () => {
    const [one, two, three] = [await aCitizen(world), await aCitizen(world), await aCitizen(world)];
    for (const [citizenId, text] of [
      [one, 'a'],
      [two, 'b'],
      [three, 'c'],
      [one, 'd'],
    ] as const) {
      await world.store.talks.put([anEntry(world, citizenId, text)]);
      world.clock.advance(1);
    }
    expect(textsOf(await takeAll(2))).toEqual([['a', 'd'], ['b']]);
    expect(textsOf(await takeAll(2))).toEqual([['c']]);
  });

  it('shows what is due without claiming it, and nothing else', async () => {
    const { store } = world;
    const [one, two] = [await aCitizen(world), await aCitizen(world)];
    await store.talks.put([anEntry(world, one, 'a')]);
    // Of those who wait equally long nobody is promised to be first.
    world.clock.advance(1);
    await store.talks.put([anEntry(world, two, 'b'), anEntry(world, one, 'c')]);
    const seen = await store.talks.peek(10);
    expect(textsOf(seen)).toEqual([['a', 'c'], ['b']]);
    expect(await takeAll()).toEqual(seen);
    expect(await store.talks.peek(10)).toEqual([]);
  });

  it('remembers where the talk stands', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    await store.talks.put([anEntry(world, citizenId, 'one')]);
    const conversation = { ...aConversation(2), heardOn: { whatsapp: world.clock.now() } };
    await store.talks.take(1, async (talk) => ({ ...hearing(talk), conversation }));
    await store.talks.put([anEntry(world, citizenId, 'two')]);
    expect((await takeAll())[0]?.conversation).toEqual(conversation);
  });

  it('finds one talk with what waits in it, once it has begun', async () => {
    const { store } = world;
    const [citizenId, other] = [await aCitizen(world), await aCitizen(world)];
    await store.talks.put([anEntry(world, citizenId, 'one')]);
    expect(await store.talks.find(citizenId)).toBeUndefined();
    await store.talks.take(1, async (talk) => ({ ...hearing(talk), conversation: aConversation(2) }));
    await store.talks.put([anEntry(world, citizenId, 'two'), anEntry(world, other, 'three')]);
    const found = await store.talks.find(citizenId);
    expect(found).toMatchObject({ citizenId, conversation: aConversation(2) });
    expect(textsOf(found ? [found] : [])).toEqual([['two']]);
  });

  it('stores what follows from a turn', async () => {
    const { store, clock } = world;
    const citizenId = await aCitizen(world);
    await store.talks.put([anEntry(world, citizenId, 'hello')]);
    const job = { citizenId, kind: 'test', payload: { name: 'Asha' }, runAt: clock.now() };
    await store.talks.take(1, async (talk) => ({
      ...hearing(talk),
      conversation: { ...aConversation(), heardOn: { 'whatsapp/line-1': clock.now() } },
      messages: [aMessage(citizenId, 'first'), aMessage(citizenId, 'second')],
      jobs: [job],
    }));
    const [message] = await store.outbox.lease(10, 60, clock.now());
    expect(message).toMatchObject({
      ...aMessage(citizenId, 'first'),
      attempts: 0,
      heardOn: { 'whatsapp/line-1': clock.now() },
    });
    expect(await store.jobs.lease(10, 60, clock.now())).toMatchObject([{ ...job, attempts: 0 }]);
  });

  it('tries a failed entry again when its time has come, and keeps those behind it waiting', async () => {
    const { store, clock } = world;
    const citizenId = await aCitizen(world);
    await store.talks.put(['a', 'b', 'c'].map((text) => anEntry(world, citizenId, text)));
    await store.talks.take(1, async (talk) => ({
      ...hearing(talk),
      done: talk.entries.slice(0, 1).map(({ seq }) => seq),
      failed: { seq: talk.entries[1]?.seq ?? 0, retryAt: plusMinutes(clock.now(), 1) },
    }));
    await store.talks.put([anEntry(world, citizenId, 'd')]);
    expect(await takeAll()).toEqual([]);
    clock.advance(61);
    const [talk] = await takeAll();
    expect(talk?.entries.map((entry) => [textOf(entry), entry.attempts])).toEqual([
      ['b', 1],
      ['c', 0],
      ['d', 0],
    ]);
  });

  it('puts in nobody’s way what was set aside', async () => {
    const { store } = world;
    const citizenId = await aCitizen(world);
    await store.talks.put(['poison', 'good'].map((text) => anEntry(world, citizenId, text)));
    await store.talks.take(1, async (talk) => ({
      ...hearing(talk),
      done: [],
      setAside: talk.entries.slice(0, 1).map(({ seq }) => seq),
    }));
    expect(textsOf(await takeAll())).toEqual([['good']]);
    expect(await store.figures()).toMatchObject({ inboxSetAside: 1, inboxWaiting: 0 });
  });

  it('stores the others’ turns when one breaks, and nothing of the broken one', async () => {
    const { store, clock } = world;
    const citizens = [await aCitizen(world), await aCitizen(world), await aCitizen(world)];
    for (const citizenId of citizens) await store.talks.put([anEntry(world, citizenId, 'hello')]);
    const turn = async (talk: Talk) => {
      await store.numbers.next('turns', talk.citizenId);
      if (talk.citizenId === citizens[1]) throw new Error('broken');
      return { ...hearing(talk), messages: [aMessage(talk.citizenId, 'answered')] };
    };
    let claimed = 0;
    for (let more = 1; more > 0; claimed += more) more = await store.talks.take(10, turn);
    expect(claimed).toBe(3);
    const answered = (await store.outbox.lease(10, 60, clock.now())).map(({ citizenId }) => citizenId);
    expect(new Set(answered)).toEqual(new Set([citizens[0], citizens[2]]));
    expect(await store.numbers.next('turns', 'the next')).toBe(3);
    expect(await takeAll()).toEqual([]);
    clock.advance(1);
    expect((await takeAll()).map(({ citizenId }) => citizenId)).toEqual([citizens[1]]);
  });

  it('takes turns with eight workers and failures: every entry once, in order, one worker for a citizen', async () => {
    const { store, clock } = world;
    const citizens = await Promise.all(Array.from({ length: 12 }, () => aCitizen(world)));
    const texts = Array.from({ length: 15 }, (_, number) => `m${number}`);
    for (const text of texts) await store.talks.put(citizens.map((citizenId) => anEntry(world, citizenId, text)));
    const busy = new Set<string>();
    let doubly = 0;
    let number = 0;
    const turn = async (talk: Talk) => {
      if (busy.has(talk.citizenId)) doubly += 1;
      busy.add(talk.citizenId);
      await Promise.resolve();
      busy.delete(talk.citizenId);
      number += 1;
      if (number % 7 === 0) throw new Error('broken turn');
      const heard = number % 5 === 0 ? talk.entries.slice(0, 3) : talk.entries;
      const stopped = talk.entries[heard.length];
      return {
        ...hearing(talk),
        done: heard.map(({ seq }) => seq),
        messages: heard.map((entry) => aMessage(talk.citizenId, textOf(entry))),
        ...(stopped && { failed: { seq: stopped.seq, retryAt: plusMinutes(clock.now(), 1) } }),
      };
    };
    const worker = async () => {
      while ((await store.talks.take(3, turn)) > 0);
    };
    for (let round = 0; round < 12; round += 1) {
      await Promise.all(Array.from({ length: 8 }, worker));
      clock.advance(61);
    }
    expect(doubly).toBe(0);
    expect(await store.figures()).toMatchObject({ inboxWaiting: 0, outboxWaiting: citizens.length * texts.length });
    const said = new Map<string, unknown[]>();
    for (let left = true; left; ) {
      const leased = await store.outbox.lease(50, 60, clock.now());
      for (const message of leased)
        said.set(message.citizenId, [...(said.get(message.citizenId) ?? []), saidIn(message)]);
      await store.outbox.sent(
        leased.map((message) => ({ message, channel: 'console', providerIds: [], at: clock.now() })),
      );
      left = leased.length > 0;
    }
    expect([...said.values()]).toEqual(citizens.map(() => texts));
  });

  it('lets no two workers wait for each other, whose turns take the same numbers in another order', async () => {
    const { store } = world;
    const citizens = await Promise.all(Array.from({ length: 12 }, () => aCitizen(world)));
    for (const citizenId of citizens) await store.talks.put([anEntry(world, citizenId, 'submit')]);
    const failures: unknown[] = [];
    const worker = async (series: readonly string[]) => {
      let turns = 0;
      const turn = async (talk: Talk) => {
        turns += 1;
        const number = store.numbers.next(series[turns % 2] ?? '', talk.citizenId);
        await number.catch((error: unknown) => failures.push(error));
        return hearing(talk);
      };
      while ((await store.talks.take(6, turn)) > 0);
    };
    await Promise.all([worker(['a', 'b']), worker(['b', 'a']), worker(['a', 'b']), worker(['b', 'a'])]);
    expect(failures).toEqual([]);
    expect(await store.figures()).toMatchObject({ inboxWaiting: 0 });
  });

  it('keeps what was said, shows it in parts from the newest on, and forgets it by age, on a word, or with its citizen', async () => {
    const { store, clock } = world;
    const [citizenId, other] = [await aCitizen(world), await aCitizen(world)];
    const says = async (who: string, texts: readonly string[]) => {
      await store.talks.put([anEntry(world, who, texts.join())]);
      const said = texts.map((text) => ({ by: 'citizen' as const, said: verbatim(text), at: clock.now() }));
      await store.talks.take(1, async (talk) => ({ ...hearing(talk), said }));
      clock.advance(60);
    };
    const kept = async (who: string, before?: number, limit = 2) => {
      const parts = await store.talks.said(who, { before, limit });
      return { last: parts.at(-1)?.seq, texts: parts.map(({ lines }) => lines.map(({ said }) => said)) };
    };
    const shown = (...parts: string[][]) => parts.map((texts) => texts.map(verbatim));
    const long = clock.now();
    await says(citizenId, ['नमस्ते', 'one']);
    await says(other, ['another']);
    await says(citizenId, []);
    await says(citizenId, ['two']);
    await says(citizenId, ['three']);
    const newest = await kept(citizenId);
    expect(newest.texts).toEqual(shown(['three'], ['two']));
    expect((await kept(citizenId, newest.last)).texts).toEqual(shown(['नमस्ते', 'one']));

    expect(await store.talks.forgetSaidBefore(long)).toBe(0);
    expect(await store.talks.forgetSaidBefore(plusMinutes(long, 1))).toBe(1);
    expect((await kept(citizenId, undefined, 9)).texts).toEqual(shown(['three'], ['two']));
    await store.talks.forgetSaid(citizenId);
    expect((await kept(citizenId)).texts).toEqual([]);
    expect((await kept(other)).texts).toEqual(shown(['another']));
    await store.citizens.erase(other);
    expect((await kept(other)).texts).toEqual([]);
  });

  it('forgets what was heard long ago, and nothing that waits', async () => {
    const { store, clock } = world;
    const citizenId = await aCitizen(world);
    const heard = anEntry(world, citizenId, 'heard');
    await store.talks.put([heard]);
    await takeAll();
    const waiting = anEntry(world, citizenId, 'waiting');
    await store.talks.put([waiting]);
    clock.advance(3600);
    expect(await store.prune(plusMinutes(clock.now(), -120))).toBe(0);
    expect(await store.prune(clock.now())).toBe(1);
    await store.talks.put([heard, waiting]);
    expect(textsOf(await takeAll())).toEqual([['waiting', 'heard']]);
  });
}
