import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  isWrappedByOlder,
  lookupHash,
  MasterKeyRefused,
  newCitizenKey,
  openMasterKey,
  SealBroken,
  unwrapKey,
  wrapKey,
} from '#adapters/persistence/sealing/index.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ek-sandesh-key-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** A key with a version of its own, for one in 256 random keys would share it. */
function keyOfVersion(other: (version: number) => boolean): string {
  for (;;) {
    const text = randomBytes(32).toString('base64');
    if (other(openMasterKey({ directory, fromEnvironment: text }).newest.version)) return text;
  }
}
const older = 'b2xkZXIta2V5LW9sZGVyLWtleS1vbGRlci1rZXktISE=';
const olderKeys = () => openMasterKey({ directory, fromEnvironment: older });

describe('openMasterKey', () => {
  it('makes a key that only its owner can read, and finds it again', () => {
    const made = openMasterKey({ directory: join(directory, 'keys') });
    const path = join(directory, 'keys', 'master-key');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(directory, 'keys'))).toEqual(['master-key']);
    expect(openMasterKey({ directory: join(directory, 'keys') }).lookupSecret).toEqual(made.lookupSecret);
  });

  it('prefers the key of the environment and writes none', () => {
    openMasterKey({ directory, fromEnvironment: older });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('reads the same key from base64, base64url and hex', () => {
    const bytes = randomBytes(32);
    const secrets = (['base64', 'base64url', 'hex'] as const).map(
      (form) => openMasterKey({ directory, fromEnvironment: `${bytes.toString(form)}\n` }).lookupSecret,
    );
    expect(secrets[1]).toEqual(secrets[0]);
    expect(secrets[2]).toEqual(secrets[0]);
  });

  it.each([
    ['', 'is empty'],
    [randomBytes(31).toString('base64'), 'must be 32 bytes'],
    [randomBytes(33).toString('hex'), 'must be 32 bytes'],
    ['a password', 'must be 32 bytes'],
    [`${older},${older}`, 'the same'],
  ])('refuses %j with a sentence', (fromEnvironment, sentence) => {
    const opening = () => openMasterKey({ directory, fromEnvironment });
    expect(opening).toThrow(MasterKeyRefused);
    expect(opening).toThrow(sentence);
  });

  it('refuses a damaged file, naming the file and nothing of the key, and leaves it as it is', () => {
    const path = join(directory, 'master-key');
    writeFileSync(path, older.slice(1));
    expect(() => openMasterKey({ directory })).toThrow(`The master key in ${path} must be 32 bytes in base64 or hex.`);
    expect(readFileSync(path, 'utf8')).toBe(older.slice(1));
  });
});

describe('wrapKey', () => {
  it("gives back the citizen's key", () => {
    const key = newCitizenKey();
    const keys = olderKeys();
    expect(unwrapKey(keys, 'citizen-1', wrapKey(keys, 'citizen-1', key))).toEqual(key);
  });

  it("does not unwrap one citizen's key for another", () => {
    const keys = olderKeys();
    const wrapped = wrapKey(keys, 'citizen-1', newCitizenKey());
    expect(() => unwrapKey(keys, 'citizen-2', wrapped)).toThrow(SealBroken);
  });

  it('unwraps with an older master key after a newer one was put before it', () => {
    const key = newCitizenKey();
    const wrapped = wrapKey(olderKeys(), 'citizen-1', key);
    const newer = keyOfVersion((version) => version !== olderKeys().newest.version);
    const both = openMasterKey({ directory, fromEnvironment: `${newer},${older}` });
    expect(unwrapKey(both, 'citizen-1', wrapped)).toEqual(key);
    expect(isWrappedByOlder(both, wrapped)).toBe(true);
    const anew = wrapKey(both, 'citizen-1', key);
    expect(isWrappedByOlder(both, anew)).toBe(false);
    const alone = openMasterKey({ directory, fromEnvironment: newer });
    expect(unwrapKey(alone, 'citizen-1', anew)).toEqual(key);
    expect(() => unwrapKey(alone, 'citizen-1', wrapped)).toThrow(SealBroken);
  });

  it('refuses a master key that cannot be told from the one before it', () => {
    const { version } = olderKeys().newest;
    const twin = keyOfVersion((other) => other === version);
    expect(() => openMasterKey({ directory, fromEnvironment: `${twin},${older}` })).toThrow('cannot be told apart');
  });

  it('does not unwrap what is no wrapped key', () => {
    expect(() => unwrapKey(olderKeys(), 'citizen-1', new Uint8Array())).toThrow(SealBroken);
    expect(() => wrapKey(olderKeys(), 'citizen-1', randomBytes(16))).toThrow(RangeError);
  });
});

describe('lookupHash', () => {
  it('is the same for the same text and key, and for no other', () => {
    const hash = lookupHash(olderKeys(), 'sms:phone:+910000000001');
    expect(hash).toHaveLength(32);
    expect(lookupHash(olderKeys(), 'sms:phone:+910000000001')).toEqual(hash);
    expect(lookupHash(olderKeys(), 'sms:phone:+910000000002')).not.toEqual(hash);
    expect(lookupHash(openMasterKey({ directory }), 'sms:phone:+910000000001')).not.toEqual(hash);
  });

  it('stays the same when a newer master key is put before the old one', () => {
    const newer = keyOfVersion((version) => version !== olderKeys().newest.version);
    const both = openMasterKey({ directory, fromEnvironment: `${newer} ${older}` });
    expect(lookupHash(both, 'text')).toEqual(lookupHash(olderKeys(), 'text'));
  });
});
