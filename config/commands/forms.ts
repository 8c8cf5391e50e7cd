import { join } from 'node:path';
import { openMasterKey } from '#adapters/persistence/sealing/index.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { pinoLog } from '#adapters/system/pino-log.ts';
import config from '../default.ts';
import { openInstallation } from '../open-installation.ts';
import { openStore } from '../open-store.ts';
import { readProcessSettings } from '../process-settings.ts';
import { reasonOf } from '../reason-of.ts';

/** Hands the forms made from the services, and the public key by which phones seal their answers, to the provider. What these replace is taken back. */
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
  const installation = await openInstallation({
    config,
    settings,
    environment: process.env,
    store,
    masterKeys,
    clock,
    log,
  });
  let isWell = true;
  let isAny = false;
  for (const { name, forms } of installation.channels.values()) {
    if (!forms) continue;
    isAny = true;
    const { fresh, asBefore, retired, refused } = await forms.publish();
    console.log(
      `${name}: ${fresh} forms published, ${asBefore} were there, ${retired} older ones taken back, ${refused.length} refused`,
    );
    for (const each of refused) console.log(`  ${each.name}: ${each.why}`);
    isWell &&= refused.length === 0;
  }
  if (!isAny) console.log('No channel has forms; WHATSAPP_FLOWS_PRIVATE_KEY turns them on.');
  await installation.close();
  await store.close();
  process.exit(isAny && isWell ? 0 : 1);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}
