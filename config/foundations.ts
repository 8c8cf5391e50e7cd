import { createHmac } from 'node:crypto';
import type { MasterKeys } from '#adapters/persistence/sealing/index.ts';
import type { Store } from '#adapters/persistence/store.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import type { Log } from '#application/ports/out/log.ts';
import type { InstallationConfig } from './define-installation.ts';
import type { ProcessSettings } from './process-settings.ts';

/** What an installation is opened on. */
export interface Foundations {
  readonly config: InstallationConfig;
  readonly settings: ProcessSettings;
  readonly environment: NodeJS.ProcessEnv;
  readonly store: Store;
  readonly masterKeys: MasterKeys;
  readonly clock: Clock;
  readonly log: Log;
  /** Channels that are opened beside those of config, such as the terminal of `npm run chat`. */
  readonly extraChannels?: InstallationConfig['channels'];
}

/** A secret of its own for each use, the same in every process that has the master key. */
export const secretFor = (use: string, masterKeys: MasterKeys): Buffer =>
  createHmac('sha256', masterKeys.lookupSecret).update(`ek-sandesh/${use}`).digest();
