import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

export interface KeyRing {
  readonly signing: { readonly kid: string; readonly privateKey: CryptoKey };
  readonly publicKeys: ReadonlyMap<string, CryptoKey>;
  readonly publicJwks: readonly JWK[];
}

/** The key that signs. To change keys, rename it to any other `*.jwk`: its seals still hold, and the next start makes a new one. */
const SIGNING_KEY = 'signing-key.jwk';

export async function openKeyRing(directory: string): Promise<KeyRing> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const signing = await readOrMakeSigningKey(directory);
  const older = (await readdir(directory)).filter((name) => name.endsWith('.jwk') && name !== SIGNING_KEY).sort();
  const jwks = [signing, ...(await Promise.all(older.map((name) => readKey(join(directory, name)))))];
  const published = await Promise.all(jwks.map(publish));
  const publicKeys = await Promise.all(published.map(async (jwk) => [jwk.kid, await importKey(jwk)] as const));
  return {
    signing: { kid: await calculateJwkThumbprint(signing), privateKey: await importKey(signing) },
    publicKeys: new Map(publicKeys),
    publicJwks: published,
  };
}

async function readOrMakeSigningKey(directory: string): Promise<JWK> {
  const path = join(directory, SIGNING_KEY);
  try {
    return await readKey(path);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  await writeOnce(path, JSON.stringify(await exportJWK(privateKey)));
  // Read again: a process that started at the same moment may have been first, and its key counts.
  return readKey(path);
}

/** Appears whole or not at all, and never replaces a key that is there. */
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.${crypto.randomUUID()}.draft`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readKey(path: string): Promise<JWK> {
  const jwk = JSON.parse(await readFile(path, 'utf8')) as JWK;
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || !jwk.x) throw new Error(`not an Ed25519 key: ${path}`);
  return jwk;
}

async function publish({ kty, crv, x }: JWK): Promise<JWK & { kid: string }> {
  const bare = { kty, crv, x } as JWK;
  return { ...bare, kid: await calculateJwkThumbprint(bare), alg: 'EdDSA', use: 'sig' };
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'EdDSA');
  if (key instanceof Uint8Array) throw new Error('not an Ed25519 key');
  return key;
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
