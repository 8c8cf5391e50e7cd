import { join } from 'node:path';
import { openMasterKey } from '#adapters/persistence/sealing/index.ts';
import type { Store } from '#adapters/persistence/store.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { pinoLog } from '#adapters/system/pino-log.ts';
import config from './default.ts';
import { type Installation, openInstallation } from './open-installation.ts';
import { openStore } from './open-store.ts';
import { readProcessSettings } from './process-settings.ts';
import { reasonOf } from './reason-of.ts';

/** What a command finds of the platform: the adapters of this config on the database of the one that runs, if one runs. */
export interface Beside {
  readonly installation: Installation;
  readonly store: Store;
}

/** Does a command's work beside a running platform and ends the process: with 0 where the work says all is well. */
export async function besidePlatform(work: (beside: Beside) => Promise<boolean>): Promise<never> {
  try {
    // As a process beside others: it must not take the database from a platform that runs.
    const settings = { ...readProcessSettings(), role: 'worker' as const };
    const masterKeys = openMasterKey({
      directory: join(settings.dataDir, 'keys'),
      ...(settings.masterKey !== undefined && { fromEnvironment: settings.masterKey }),
    });
    const clock = systemClock(settings.clock);
    const log = pinoLog('silent');
    const store = await openStore(settings, masterKeys, clock, log);
    const environment = process.env;
    const installation = await openInstallation({ config, settings, environment, store, masterKeys, clock, log });
    // In demo mode forms are published in the background; what is on its way is no fault.
    await installation.standIns.prepared();
    const isWell = await work({ installation, store });
    await installation.close();
    await store.close();
    process.exit(isWell ? 0 : 1);
  } catch (error) {
    console.error(reasonOf(error));
    process.exit(1);
  }
}
