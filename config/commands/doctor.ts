import { hashing } from '#adapters/system/hashing.ts';
import type { AuditLog } from '#application/ports/out/repositories.ts';
import { findBreak, type SealedEntry } from '#domain/audit/audit-entry.ts';
import { besidePlatform } from '../beside-platform.ts';
import { Ports } from '../ports.ts';

/** Says which adapters are on and whether each works; ends with 1 when one does not. */
await besidePlatform(async ({ installation, store }) => {
  const found = [...(await installation.container.get(Ports.operating).check()), await auditTrail(store.auditLog)];
  for (const { name, checked } of found) {
    console.log(
      `${checked.ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(28)} ${checked.ok ? (checked.note ?? '') : checked.problem}`,
    );
  }
  return found.every(({ checked }) => checked.ok);
});

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
