import { generateKeyPairSync, sign } from 'node:crypto';
import { type Proof, signedText } from '#adapters/channels/kiosk/page/device-proof.ts';
import { openMemoryStore } from '#adapters/persistence/memory/index.ts';
import { KeepKiosks } from '#application/assisting/keep-kiosks.ts';
import type { Assisting } from '#application/ports/in/assisting.ts';
import { countingIds, keyedHash, noWakeup, standingClock } from '#test/kit/fakes.ts';

/** The real rules about kiosks, kept in memory. `demoPlace`: browsers become kiosks by themselves. */
export function someKiosks(assisting: Pick<Assisting, 'endAt'>, demoPlace?: string): KeepKiosks {
  const clock = standingClock();
  const { kiosks, auditLog, transactions } = openMemoryStore({ clock });
  return new KeepKiosks(
    { enrolmentMinutes: 60 },
    demoPlace === undefined ? {} : { demoPlace },
    kiosks,
    assisting,
    auditLog,
    keyedHash,
    transactions,
    noWakeup,
    clock,
    countingIds(),
  );
}

/** A device with a key of its own, as a browser has. */
export function aDevice(): { readonly publicKey: string; proofOf(challenge: string): Proof } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
    proofOf: (challenge) => ({
      challenge,
      signature: sign('sha256', Buffer.from(signedText(challenge)), {
        key: privateKey,
        dsaEncoding: 'ieee-p1363',
      }).toString('base64url'),
    }),
  };
}
