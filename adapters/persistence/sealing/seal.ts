import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto';
import { SealBroken } from './errors.ts';

/** First byte of every sealed value, so that another format can be told from this one. */
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES;

/** 32 bytes for AES-256. */
export type Key = Uint8Array;

/**
 * Sealed with AES-256-GCM: format byte, 12 bytes of iv, ciphertext, 16 bytes of tag. `aad` says where the value belongs,
 * such as `citizen/<id>/profile`; it is not stored, and the value opens nowhere else.
 */
export function seal(key: Key, plaintext: Uint8Array | string, aad: string): Buffer {
  const head = randomFillSync(Buffer.allocUnsafe(HEAD_BYTES), 1);
  head[0] = FORMAT;
  const cipher = createCipheriv('aes-256-gcm', preparedKey(key), head.subarray(1), { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(aad));
  const first = typeof plaintext === 'string' ? cipher.update(plaintext, 'utf8') : cipher.update(plaintext);
  const last = cipher.final();
  return Buffer.concat([head, first, last, cipher.getAuthTag()]);
}

const preparedKeys = new WeakMap<Key, KeyObject>();

/** Of the time that sealing takes, half goes into taking in the bytes of a key; one turn of a talk uses the same key five times. */
export function preparedKey(key: Key): KeyObject {
  const known = preparedKeys.get(key);
  if (known) return known;
  const prepared = createSecretKey(key);
  preparedKeys.set(key, prepared);
  return prepared;
}

/** @throws SealBroken */
export function open(key: Key, sealed: Uint8Array, aad: string): Buffer {
  const end = sealed.length - TAG_BYTES;
  if (end < HEAD_BYTES || sealed[0] !== FORMAT) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', preparedKey(key), sealed.subarray(1, HEAD_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(aad));
  decipher.setAuthTag(sealed.subarray(end));
  const plaintext = decipher.update(sealed.subarray(HEAD_BYTES, end));
  try {
    decipher.final();
  } catch {
    // OpenSSL's own error says no more, and a cause would only invite it into a log.
    throw new SealBroken();
  }
  return plaintext;
}

/** The format is bound as well, so that a value of one format is never read as another. */
const boundTo = (aad: string): Buffer => Buffer.from(`${FORMAT}/${aad}`);

export const sealJson = (key: Key, value: unknown, aad: string): Buffer =>
  seal(key, JSON.stringify(value ?? null), aad);

/** What `sealJson` sealed; its type is the caller's word, for nobody without the key can have changed it. @throws SealBroken */
export const openJson = <Value>(key: Key, sealed: Uint8Array, aad: string): Value =>
  JSON.parse(open(key, sealed, aad).toString('utf8')) as Value;
