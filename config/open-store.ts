import { join } from 'node:path';
import { joinEmbeddedPostgres, openEmbeddedPostgres } from '#adapters/persistence/embedded-postgres/index.ts';
import { openPostgresStore } from '#adapters/persistence/mikro-orm/index.ts';
import type { MasterKeys } from '#adapters/persistence/sealing/index.ts';
import type { Store } from '#adapters/persistence/store.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { ProcessSettings } from './process-settings.ts';

/** The database that the settings name; else one of our own in the data folder, which other processes of ours may join. */
export async function openStore(
  settings: ProcessSettings,
  masterKeys: MasterKeys,
  clock: Clock,
  log: Log,
): Promise<Store> {
  const database = await databaseOf(settings, log);
  try {
    const store = await openPostgresStore({ url: database.url, masterKeys, clock, log });
    return {
      ...store,
      close: async () => {
        await store.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function databaseOf(
  { databaseUrl, dataDir, role }: ProcessSettings,
  log: Log,
): Promise<{ url: string; stop(): Promise<void> }> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => {} };
  const directory = join(dataDir, 'postgres');
  const joined = role === 'all' ? undefined : await joinEmbeddedPostgres({ directory });
  return joined ?? openEmbeddedPostgres({ directory, log });
}
