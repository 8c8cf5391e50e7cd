import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { StoredFile } from '#application/ports/out/document-store.ts';

// Version (1 byte), initialisation vector (12), authentication tag (16), then the sealed part:
// length of the mime type (1), mime type, the file's bytes. The document's id is authenticated with it,
// so that a file put under another document's name does not open.
const VERSION = 1;
const IV = 12;
const TAG = 16;
const HEAD = 1 + IV + TAG;
const CIPHER = 'aes-256-gcm';

export function seal({ bytes, mime }: StoredFile, key: Uint8Array, id: string): Buffer {
  const type = Buffer.from(mime, 'utf8');
  if (type.length > 255) throw new RangeError('the mime type is too long');
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(id));
  const sealed = [cipher.update(Buffer.from([type.length])), cipher.update(type), cipher.update(bytes), cipher.final()];
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), ...sealed]);
}

/** Absent when the key is another one, the file was altered, or belongs to another document. */
export function open(sealed: Buffer, key: Uint8Array, id: string): StoredFile | undefined {
  if (sealed.length <= HEAD || sealed[0] !== VERSION) return undefined;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + IV), { authTagLength: TAG })
    .setAAD(Buffer.from(id))
    .setAuthTag(sealed.subarray(1 + IV, HEAD));
  let plain: Buffer;
  try {
    plain = Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]);
  } catch {
    return undefined;
  }
  const end = 1 + plain.readUInt8(0);
  return { mime: plain.toString('utf8', 1, end), bytes: new Uint8Array(plain.subarray(end)) };
}
