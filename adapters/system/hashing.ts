import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Hashing } from '#application/ports/out/hashing.ts';

// OWASP's password storage cheat sheet: N = 2^17, r = 8, p = 1; 128 MiB for about a quarter of a second.
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const KEY_BYTES = 32;

/** Hashes a password at its cost; checks one at the cost that stands in its hash. */
const hashingAt = (passwordCost: ScryptOptions): Hashing => ({
  sha256: (data) => createHash('sha256').update(data).digest('hex'),
  token: () => randomBytes(32).toString('base64url'),
  async hashPassword(password) {
    const salt = randomBytes(16);
    const key = await derive(password, salt, passwordCost);
    const { N, r, p } = passwordCost;
    return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
  },
  async verifyPassword(password, hash) {
    const [kind, N, r, p, salt = '', key = ''] = hash.split('$');
    if (kind !== 'scrypt') return false;
    const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: COST.maxmem };
    const expected = Buffer.from(key, 'base64url');
    const found = await derive(password, Buffer.from(salt, 'base64url'), cost);
    return expected.length === found.length && timingSafeEqual(expected, found);
  },
});

export const hashing = hashingAt(COST);

/** For passwords that stand on a page for all to read: hashing them slowly protects nobody and holds up every start. */
export const hashingOfKnownPasswords = hashingAt({ ...COST, N: 2 ** 10 });

const derive = (password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
