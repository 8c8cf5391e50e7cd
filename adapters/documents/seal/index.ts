import { CompactSign, type CryptoKey, compactVerify } from 'jose';
import type { Seal, SealedStatement } from '#application/ports/out/seal.ts';
import { type KeyRing, openKeyRing } from './key-ring.ts';

export interface SealSettings {
  /** Where the signing keys lie; made when it is missing. Whoever can read it can seal in our name. */
  readonly keysDir: string;
}

/** Ed25519 signatures as compact JWS; `kid` is the key's thumbprint. The first use makes a key. */
export function openSeal({ keysDir }: SealSettings): Seal {
  let opened: Promise<KeyRing> | undefined;
  const ring = (): Promise<KeyRing> => {
    opened ??= openKeyRing(keysDir).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };

  return {
    async sign(statement) {
      const { signing } = await ring();
      return new CompactSign(Buffer.from(JSON.stringify(toClaims(statement))))
        .setProtectedHeader({ alg: 'EdDSA', kid: signing.kid })
        .sign(signing.privateKey);
    },
    async verify(seal) {
      const { publicKeys } = await ring();
      try {
        const { payload } = await compactVerify(seal, ({ kid }) => publicKeyOf(kid, publicKeys), {
          algorithms: ['EdDSA'],
        });
        return fromClaims(JSON.parse(Buffer.from(payload).toString('utf8')));
      } catch {
        // Whatever is wrong with a text that a stranger shows us, it is not our seal.
        return undefined;
      }
    },
    async publicKeys() {
      const { publicJwks } = await ring();
      return { keys: publicJwks };
    },
  };
}

function publicKeyOf(kid: string | undefined, keys: KeyRing['publicKeys']): CryptoKey {
  const key = kid === undefined ? undefined : keys.get(kid);
  if (!key) throw new Error('not one of our keys');
  return key;
}

/** One-letter names keep the QR code coarse enough for a poor camera; `iat` as in JWT, in seconds. */
const toClaims = ({ number, type, issuedAt, hash }: SealedStatement) => ({
  n: number,
  t: type,
  iat: Date.parse(issuedAt) / 1000,
  h: hash,
});

function fromClaims(claims: unknown): SealedStatement | undefined {
  if (typeof claims !== 'object' || claims === null) return undefined;
  const { n, t, iat, h } = claims as Record<string, unknown>;
  if (typeof n !== 'string' || typeof t !== 'string' || typeof iat !== 'number' || typeof h !== 'string') {
    return undefined;
  }
  return { number: n, type: t, issuedAt: new Date(Math.round(iat * 1000)).toISOString(), hash: h };
}
