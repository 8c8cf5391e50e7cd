import { join } from 'node:path';
import { openMasterKey } from '#adapters/persistence/sealing/index.ts';
import { systemClock } from '#adapters/system/clock.ts';
import { hashing } from '#adapters/system/hashing.ts';
import { pinoLog } from '#adapters/system/pino-log.ts';
import type { AuditLog } from '#application/ports/out/repositories.ts';
import { findBreak, type SealedEntry } from '#domain/audit/audit-entry.ts';
import config from '../default.ts';
import { openInstallation } from '../open-installation.ts';
import { openStore } from '../open-store.ts';
import { Ports } from '../ports.ts';
import { readProcessSettings } from '../process-settings.ts';
import { reasonOf } from '../reason-of.ts';

/** Says which adapters are on and whether each works; ends with 1 when one does not. Joins a running platform's database. */
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
  // In demo mode forms are published in the background; what is on its way is no fault.
  await installation.standIns.prepared();
  const found = [...(await installation.container.get(Ports.operating).check()), await auditTrail(store.auditLog)];
  await installation.close();
  await store.close();
  for (const { name, checked } of found) {
    console.log(
      `${checked.ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(28)} ${checked.ok ? (checked.note ?? '') : checked.problem}`,
    );
  }
  process.exit(found.every(({ checked }) => checked.ok) ? 0 : 1);
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}

/** Walks the whole chain of audit entries: each must seal the one before. */
async function auditTrail(auditLog: AuditLog) {
  const name = 'audit trail';
  let last: SealedEntry | undefined;
  for (;;) {
    const entries = await auditLog.after(last?.position ?? 0, 1000);
    const broken = findBreak(entries, last, hashing.sha256);
    if (broken) return { name, checked: { ok: false as const, problem: `does not fit at entry ${broken.position}` } };
    const end = entries.at(-1);
    if (!end) return { name, checked: { ok: true as const, note: `${last?.position ?? 0} entries, whole` } };
    last = end;
  }
}
