import { hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { MasterKeyRefused } from './errors.ts';
import type { Key } from './seal.ts';

const KEY_BYTES = 32;

/**
 * The installation's master keys. Keys of citizens are wrapped with the newest; older ones still unwrap,
 * so a key can be exchanged while the platform runs and what it wrapped is wrapped anew little by little.
 */
export interface MasterKeys {
  readonly newest: MasterKey;
  /** The key with this version, if it is (still) here. */
  withVersion(version: number): MasterKey | undefined;
  /** Keys the look-up hashes. Derived from the oldest key, so that hashes stay the same while a new one is added in front. */
  readonly lookupSecret: Buffer;
}

export interface MasterKey {
  /** One byte derived from the key, written before what it wraps. */
  readonly version: number;
  readonly wrapping: Buffer;
}

/**
 * The keys from the environment, else those in `directory`/master-key, made there (0600) when there is none.
 * Several are parted by commas, spaces or lines, the newest first; each is 32 bytes in base64 or hex. @throws MasterKeyRefused
 */
export function openMasterKey(source: { readonly directory: string; readonly fromEnvironment?: string }): MasterKeys {
  const { directory, fromEnvironment } = source;
  if (fromEnvironment !== undefined) return readKeys(fromEnvironment, 'The master key in the environment');
  const path = join(directory, 'master-key');
  return readKeys(readText(path) ?? makeFile(directory, path), `The master key in ${path}`);
}

function readKeys(text: string, where: string): MasterKeys {
  const keys = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => derive(decode(part) ?? refuse(`${where} must be ${KEY_BYTES} bytes in base64 or hex.`)));
  const [newest, oldest] = [keys[0], keys.at(-1)];
  if (!newest || !oldest) return refuse(`${where} is empty; it must be ${KEY_BYTES} bytes in base64 or hex.`);
  const byVersion = new Map(keys.map((key) => [key.version, key]));
  if (byVersion.size < keys.length)
    refuse(`${where} has two keys that are the same or cannot be told apart; make another one.`);
  return { newest, lookupSecret: oldest.lookup, withVersion: (version) => byVersion.get(version) };
}

function decode(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}

/** The master key itself seals nothing: each use has a key of its own. */
function derive(master: Key): MasterKey & { readonly lookup: Buffer } {
  const derived = (use: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', master, '', `ek-sandesh/${use}`, bytes));
  return { version: derived('version', 1).readUInt8(), wrapping: derived('wrap', 32), lookup: derived('lookup', 32) };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return refuse(`The master key in ${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

/** Appears whole or not at all: two processes that start together end with the same key, and a power cut does not lose it. */
function makeFile(directory: string, path: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return readFileSync(path, 'utf8');
}

function refuse(message: string): never {
  throw new MasterKeyRefused(message);
}
