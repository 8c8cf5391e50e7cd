import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore } from '#adapters/persistence/mikro-orm/index.ts';
import { openMasterKey } from '#adapters/persistence/sealing/index.ts';
import type { Store } from '#adapters/persistence/store.ts';
import { describeRepositories } from '#test/contracts/describe-repositories.ts';
import { aDatabase, type TestDatabase } from '#test/kit/postgres.ts';

const silent = { info: () => undefined, warn: () => undefined, alarm: () => undefined };
let database: TestDatabase;
let folder: string;
let store: Store | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ek-sandesh-key-'));
  database = await aDatabase();
}, 60_000);

afterAll(async () => {
  await store?.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

describeRepositories('the store in PostgreSQL', async (clock) => {
  await database.clear();
  store ??= await openPostgresStore({
    url: database.url,
    masterKeys: openMasterKey({ directory: folder }),
    log: silent,
    clock,
  });
  return {
    store,
    tamper: async (position) => {
      await database.query(`update audit_entry set what = 'nothing' where position = $1`, [position]);
    },
  };
});
