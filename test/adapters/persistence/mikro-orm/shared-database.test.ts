import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, openPostgresStore } from '#adapters/persistence/mikro-orm/index.ts';
import { openMasterKey } from '#adapters/persistence/sealing/index.ts';
import type { Store } from '#adapters/persistence/store.ts';
import type { Work } from '#application/ports/out/wakeup.ts';
import { Citizen } from '#domain/citizen/citizen.ts';
import { Paper } from '#domain/document/paper.ts';
import { phrase } from '#domain/shared/phrase.ts';
import { anEntry, aPhone, aWorld, hearing } from '#test/contracts/repository-laws/world.ts';
import { aDatabase, type TestDatabase } from '#test/kit/postgres.ts';

const silent = { info: () => undefined, warn: () => undefined, alarm: () => undefined };
const world = aWorld();
const { clock } = world;
let folder: string;
let database: TestDatabase;
let one: Store;
let other: Store;

const open = (url: string): Promise<Store> =>
  openPostgresStore({ url, masterKeys: openMasterKey({ directory: folder }), log: silent, clock, poolSize: 4 });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ek-sandesh-key-'));
  database = await aDatabase();
  [one, other] = [await open(database.url), await open(database.url)];
  world.opened = { store: one };
}, 60_000);

afterAll(async () => {
  await one.close();
  await other.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const wokenIn = (store: Store, wanted: Work): Promise<Work> =>
  new Promise((resolve) => {
    const stop = store.wakeup.onWake((work) => {
      if (work !== wanted) return;
      stop();
      resolve(work);
    });
  });

/** Asks until it is so: another process hears of a change a moment later. */
const eventually = (ask: () => Promise<unknown>) => expect.poll(ask, { interval: 5, timeout: 5000 });

const aRegistered = async () => {
  const point = aPhone();
  const id = randomUUID();
  await one.citizens.add(Citizen.register(id, [point], clock.now()));
  return { id, point };
};

describe('migrate', () => {
  it('may be called by several processes at once, and again', async () => {
    const empty = await aDatabase({ empty: true });
    await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)]);
    await migrate(empty.url);
    const run = await empty.query<{ name: string }>('select name from migration order by id');
    expect(run[0]).toEqual({ name: '2026-11-first' });
    expect(new Set(run.map(({ name }) => name)).size).toBe(run.length);
    expect(await empty.query('select count(*)::integer as count from inbox')).toEqual([{ count: 0 }]);
    await empty.drop();
  });
});

describe('two processes on one database', () => {
  it('wake each other', async () => {
    const woken = wokenIn(other, 'messages');
    one.wakeup.wake('messages');
    expect(await woken).toBe('messages');
  });

  it('wake each other again after the connection was lost', async () => {
    const relistened = wokenIn(other, 'talks');
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen ek_sandesh'`,
    );
    expect(await relistened).toBe('talks');
    await eventually(async () => {
      const woken = wokenIn(other, 'jobs');
      one.wakeup.wake('jobs');
      return woken;
    }).toBe('jobs');
  });

  it('both forget who is erased', async () => {
    const { id, point } = await aRegistered();
    expect(await other.citizens.behind([point])).toEqual([id]);
    expect(await other.keys.keyOf(id)).toHaveLength(32);
    await one.citizens.erase(id);
    await eventually(() => other.citizens.behind([point])).toEqual([undefined]);
    await eventually(() => other.keys.keyOf(id)).toBeUndefined();
  });

  it('both learn that a number has changed hands', async () => {
    const [before, after] = [await aRegistered(), await aRegistered()];
    expect(await other.citizens.behind([before.point])).toEqual([before.id]);
    await one.citizens.moveContactPoint(before.point, after.id, clock.now());
    await eventually(() => other.citizens.behind([before.point])).toEqual([after.id]);
  });

  it('store a message once that both receive, and take its turn once', async () => {
    const { id } = await aRegistered();
    const entry = anEntry(world, id, 'twice');
    await Promise.all([one, other, one, other].map((store) => store.talks.put([entry])));
    let heard = 0;
    const turns = [one, other].map((store) =>
      store.talks.take(5, async (talk) => {
        heard += talk.entries.length;
        return hearing(talk);
      }),
    );
    await Promise.all(turns);
    expect(heard).toBe(1);
  });
});

describe('what lies in the tables', () => {
  const everything = async (): Promise<string> => {
    const tables = await database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    const all: object[] = [];
    for (const { name } of tables) all.push(...(await database.query(`select t::text as row from "${name}" t`)));
    return JSON.stringify(all);
  };

  it('shows nothing of what citizens say, are told or are called, nor their numbers', async () => {
    const { id, point } = await aRegistered();
    await one.papers.add(
      Paper.restore({
        id: randomUUID(),
        citizenId: id,
        documentId: randomUUID(),
        mime: 'image/jpeg',
        receivedAt: clock.now(),
        reading: {
          quality: 'good',
          facts: { name: { value: 'Asha Devi', confidence: 1, source: 'ocr' } },
          problems: [],
        },
      }),
    );
    await one.talks.put([anEntry(world, id, 'Asha Devi'), anEntry(world, id, 'waits')]);
    const told = { text: phrase('test.said', { text: 'Asha Devi' }) };
    await one.talks.take(1, async (talk) => ({
      ...hearing(talk),
      done: talk.entries.slice(0, 1).map(({ seq }) => seq),
      messages: [
        {
          citizenId: id,
          message: told,
          language: 'hi',
          urgency: 'reply',
          to: { contactPoint: point },
          answers: 'wamid',
        },
      ],
      jobs: [{ citizenId: id, kind: 'test', payload: { name: 'Asha Devi' }, runAt: clock.now() }],
    }));
    const [message] = await one.outbox.lease(1, 60, clock.now());
    if (!message) throw new Error('nothing to send');
    await one.outbox.sent([{ message, channel: 'sms', providerIds: [`SM-${point.address}`], at: clock.now() }]);
    const stored = await everything();
    for (const secret of ['Asha Devi', point.address, 'wamid']) {
      expect(stored).not.toContain(secret);
      expect(stored).not.toContain(Buffer.from(secret).toString('hex'));
    }
    expect(stored).toContain(id);
  });

  it('keeps nothing of what has been heard or said but that it was', async () => {
    const done = await database.query(`select sealed from inbox where status = 'done'`);
    const sent = await database.query(`select sealed from outbox where status = 'sent'`);
    expect(new Set([...done, ...sent].map((row) => JSON.stringify(row)))).toEqual(new Set(['{"sealed":null}']));
  });

  it('holds nothing of an erased citizen but what nobody can read', async () => {
    const { id } = await aRegistered();
    await one.talks.put([anEntry(world, id, 'hello')]);
    await one.citizens.erase(id);
    expect(await everything()).not.toContain(id);
  });
});
