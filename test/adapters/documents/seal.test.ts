import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  base64url,
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  generateKeyPair,
} from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSeal } from '#adapters/documents/seal/index.ts';

const statement = {
  number: 'MCD-BC-2026-0000123',
  type: 'birth-certificate',
  issuedAt: '2026-03-05T04:30:00.123Z',
  hash: 'q1w2e3r4t5y6u7i8o9p0aa',
};

describe('the seal', () => {
  let keysDir: string;
  beforeEach(async () => {
    keysDir = await mkdtemp(join(tmpdir(), 'seal-'));
  });
  afterEach(() => rm(keysDir, { recursive: true }));

  it('verifies what it signed, whatever that says', async () => {
    const seal = openSeal({ keysDir });
    const issuedAt = fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2200-01-01') });
    const anything = fc.record({
      number: fc.string(),
      type: fc.string(),
      issuedAt: issuedAt.map((date) => date.toISOString()),
      hash: fc.string(),
    });
    await fc.assert(
      fc.asyncProperty(anything, async (said) => {
        expect(await seal.verify(await seal.sign(said))).toEqual(said);
      }),
    );
  });

  it('is short enough for a QR code of 33 mm and fit for a link', async () => {
    const token = await openSeal({ keysDir }).sign(statement);
    expect(token.length).toBeLessThan(320);
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('does not verify a seal in which one character was changed', async () => {
    const seal = openSeal({ keysDir });
    const token = await seal.sign(statement);
    const place = fc.nat({ max: token.length - 2 });
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom('A', 'z', '0', '_', '.', ' '), async (at, letter) => {
        fc.pre(token[at] !== letter);
        expect(await seal.verify(token.slice(0, at) + letter + token.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('answers any text without throwing', async () => {
    const seal = openSeal({ keysDir });
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await seal.verify(text)).toBeUndefined();
      }),
    );
  });

  it('does not verify the seal of another key that names ours', async () => {
    const seal = openSeal({ keysDir });
    const kid = String((await seal.publicKeys()).keys[0]?.kid);
    const { privateKey } = await generateKeyPair('EdDSA');
    const forged = await new CompactSign(Buffer.from('{"n":"1","t":"x","iat":1,"h":"h"}'))
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .sign(privateKey);
    expect(await seal.verify(forged)).toBeUndefined();
  });

  it('does not verify a text without a signature', async () => {
    const part = (value: object) => base64url.encode(JSON.stringify(value));
    const bare = `${part({ alg: 'none' })}.${part({ n: '1', t: 'x', iat: 1, h: 'h' })}.`;
    expect(await openSeal({ keysDir }).verify(bare)).toBeUndefined();
  });

  it('publishes keys by which a stranger can verify, and nothing private', async () => {
    const seal = openSeal({ keysDir });
    const token = await seal.sign(statement);
    const published = JSON.parse(JSON.stringify(await seal.publicKeys()));
    const { payload } = await compactVerify(token, createLocalJWKSet(published));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ n: statement.number, h: statement.hash });
    expect(published.keys).toHaveLength(1);
    expect(published.keys[0]).not.toHaveProperty('d');
    expect(published.keys[0].kid).toBe(await calculateJwkThumbprint(published.keys[0]));
  });

  it('keeps its key between starts, also when several start at once', async () => {
    const seals = Array.from({ length: 5 }, () => openSeal({ keysDir }));
    const tokens = await Promise.all(seals.map((seal) => seal.sign(statement)));
    const later = openSeal({ keysDir });
    for (const token of tokens) expect(await later.verify(token)).toEqual(statement);
    expect(await readdir(keysDir)).toEqual(['signing-key.jwk']);
  });

  it.skipIf(process.platform === 'win32')('lets only its own user read the key', async () => {
    await openSeal({ keysDir }).sign(statement);
    expect((await stat(join(keysDir, 'signing-key.jwk'))).mode & 0o777).toBe(0o600);
  });

  it('still verifies old seals after the key was changed', async () => {
    const token = await openSeal({ keysDir }).sign(statement);
    await rename(join(keysDir, 'signing-key.jwk'), join(keysDir, '2025.jwk'));
    const changed = openSeal({ keysDir });
    expect(await changed.verify(token)).toEqual(statement);
    const header = (seal: string) => seal.split('.')[0];
    expect(header(await changed.sign(statement))).not.toBe(header(token));
    expect((await changed.publicKeys()).keys).toHaveLength(2);
  });
});
