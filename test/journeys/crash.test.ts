import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '#adapters/persistence/measuring/index.ts';
import { type FastGraph, openFastGraph } from '#config/bench/graph.ts';
import { credentials, phoneOf } from '#config/bench/webhooks.ts';
import { CrowdOfTalkers, complaint } from '../kit/a-crowd.ts';
import { aMortalPlatform, type MortalPlatform } from '../kit/a-mortal-platform.ts';

const CITIZENS = 40;
const SEED = 20_260_316;

/** Progress, in messages taken in, at which something is killed; the same in every run. */
const killings = ['platform', 'database', 'platform', 'platform'] as const;

describe('a platform that is killed while many citizens talk', () => {
  let folder: string;
  let graph: FastGraph;
  let platform: MortalPlatform;
  let crowd: CrowdOfTalkers;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-crash-'));
    await chmod(folder, 0o755);
    graph = await openFastGraph();
    platform = await aMortalPlatform({ ...credentials, DATA_DIR: folder, WHATSAPP_API_URL: graph.url });
    crowd = new CrowdOfTalkers(platform, graph, SEED);
    // He talks in peace; what he hears is what everybody has to hear.
    await crowd.talks(phoneOf(0));
    await crowd.hasHeardAll([phoneOf(0)]);

    const phones = Array.from({ length: CITIZENS }, (_, i) => phoneOf(i + 1));
    const moments = crowd.momentsAmong(killings.length, CITIZENS * complaint.length);
    crowd.at(moments, (count) =>
      killings[count] === 'database' ? platform.killDatabase() : platform.killAndRestart(),
    );
    await Promise.all(phones.map((phone) => crowd.talks(phone)));
    await platform.killAndRestart();
    await crowd.hasHeardAll(phones);
  });
  afterAll(async () => {
    await platform?.stop();
    await graph?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('has been killed as often as was meant', () => {
    expect(platform.deaths()).toEqual({ platform: 4, database: 1 });
  });

  it('answers every message that it took in, each citizen in order, as if nothing had happened', () => {
    const inPeace = crowd.heardBy(phoneOf(0));
    expect(inPeace.length).toBeGreaterThanOrEqual(complaint.length);
    for (let i = 1; i <= CITIZENS; i += 1) expect(crowd.heardBy(phoneOf(i))).toEqual(inPeace);
  });

  it('says again only what was being said at the moment of a death', () => {
    const repeated = crowd.repeated();
    expect(repeated.filter(({ lives }) => new Set(lives).size < lives.length)).toEqual([]);
    expect(repeated.length).toBeLessThanOrEqual(crowd.mostInFlight * 5);
  });

  it('does nothing twice: one consent and one complaint a citizen, each with a number of its own', async () => {
    const session = await openSession(await platform.databaseUrl());
    const [row] = await session.run(`select
      (select count(*)::int from service_application) as filed,
      (select count(distinct citizen_id)::int from service_application) as filers,
      (select count(distinct acknowledgement_number)::int from service_application) as numbers,
      (select count(*)::int from consent where holds) as consents,
      (select count(distinct citizen_id)::int from consent where holds) as consenting,
      (select count(*)::int from citizen) as citizens,
      (select count(*)::int from inbox where status <> 'done') as unheard,
      (select count(*)::int from inbox where status = 'done') as heard,
      (select count(*)::int from outbox where status in ('dead', 'held')) as unsaid`);
    await session.close();
    const all = CITIZENS + 1;
    expect(row).toMatchObject({ filed: all, filers: all, numbers: all, citizens: all, unheard: 0, unsaid: 0 });
    expect(row?.consents).toBe(row?.consenting);
    expect(row?.consenting).toBe(all);
  });

  it('keeps its audit trail whole', async () => {
    const session = await openSession(await platform.databaseUrl());
    const broken = await session.run(`select position from audit_entry e
      where position > 1 and previous_seal is distinct from
        (select seal from audit_entry b where b.position = e.position - 1)`);
    await session.close();
    expect(broken).toEqual([]);
    expect(await readFile(join(folder, 'keys', 'master-key'), 'utf8')).not.toBe('');
  });
});
