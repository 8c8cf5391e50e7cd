import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { z } from 'zod';

const TAG_BYTES = 16;
const AES_128_KEY_BYTES = 16;
const MEDIA_MAC_BYTES = 10;
const base64 = z.base64().min(1);

const sealed = z.object({ encrypted_flow_data: base64, encrypted_aes_key: base64, initial_vector: base64 });

/** How an answer to a request is sealed. */
interface Seal {
  readonly key: Buffer;
  readonly iv: Buffer;
}

export interface OpenedRequest extends Seal {
  readonly said: unknown;
}

/** The key of which Meta has the public half, and older ones that phones may still use for a while. */
export type FlowsKeys = readonly [KeyObject, ...KeyObject[]];

/**
 * Our keys, one PEM after the other, all under one passphrase; line breaks may be written `\n`, as environments like them.
 * @throws when one is none, or locked
 */
export function flowsKeysOf(pems: string, passphrase: string): FlowsKeys {
  const blocks = pems.replaceAll('\\n', '\n').match(/-----BEGIN [^-]+-----[\s\S]+?-----END [^-]+-----/g) ?? [''];
  const [first, ...older] = blocks.map((key) => {
    const read = createPrivateKey({ key, ...(passphrase !== '' && { passphrase }) });
    if (read.asymmetricKeyType !== 'rsa') throw new Error('not an RSA key');
    return read;
  });
  if (!first) throw new Error('no key');
  return [first, ...older];
}

/** The half that is given to Meta. */
export const publicPemOf = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

/** Opens what a phone has sealed for us; `undefined`: not with these keys, and the phone will fetch ours again. */
export function openRequest(body: unknown, keys: FlowsKeys): OpenedRequest | undefined {
  const given = sealed.safeParse(body).data;
  if (!given) return undefined;
  for (const key of keys) {
    const opened = openedWith(key, given);
    if (opened) return opened;
  }
  return undefined;
}

function openedWith(key: KeyObject, given: z.infer<typeof sealed>): OpenedRequest | undefined {
  try {
    const aesKey = privateDecrypt(
      { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      Buffer.from(given.encrypted_aes_key, 'base64'),
    );
    if (aesKey.length !== AES_128_KEY_BYTES) return undefined;
    const iv = Buffer.from(given.initial_vector, 'base64');
    const data = Buffer.from(given.encrypted_flow_data, 'base64');
    const decipher = createDecipheriv('aes-128-gcm', aesKey, iv, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(data.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(data.subarray(0, -TAG_BYTES)), decipher.final()]);
    return { said: JSON.parse(plain.toString('utf8')), key: aesKey, iv };
  } catch {
    return undefined;
  }
}

/** Seals an answer under the phone's own key; every bit of the request's IV is flipped, so that none is used twice. */
export function sealAnswer(answer: object, { key, iv }: Seal): string {
  const cipher = createCipheriv('aes-128-gcm', key, flipped(iv), { authTagLength: TAG_BYTES });
  const text = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([text, cipher.getAuthTag()]).toString('base64');
}

const flipped = (iv: Buffer): Buffer => Buffer.from(iv.map((byte) => byte ^ 0xff));

/** Seals what is said as a phone does, under a fresh key; the answer is opened by the seal. */
export function sealRequest(said: object, publicPem: string): { readonly body: object; readonly seal: Seal } {
  const [key, iv] = [randomBytes(AES_128_KEY_BYTES), randomBytes(TAG_BYTES)];
  const cipher = createCipheriv('aes-128-gcm', key, iv, { authTagLength: TAG_BYTES });
  const text = Buffer.concat([cipher.update(JSON.stringify(said), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  return {
    body: {
      encrypted_flow_data: text.toString('base64'),
      encrypted_aes_key: publicEncrypt({ key: publicPem, ...padding }, key).toString('base64'),
      initial_vector: iv.toString('base64'),
    },
    seal: { key, iv },
  };
}

/** Absent when it was not sealed for this request. */
export function openAnswer(text: string, { key, iv }: Seal): unknown {
  const bytes = Buffer.from(text, 'base64');
  try {
    const decipher = createDecipheriv('aes-128-gcm', key, flipped(iv), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    return JSON.parse(plain.toString('utf8'));
  } catch {
    return undefined;
  }
}

export const mediaSchema = z.object({
  media_id: z.coerce.string().max(200),
  cdn_url: z.url().max(2000),
  file_name: z.string().max(300).optional().catch(undefined),
  encryption_metadata: z.object({
    encrypted_hash: base64,
    iv: base64,
    encryption_key: base64,
    hmac_key: base64,
    plaintext_hash: base64,
  }),
});
export type FlowMedia = z.infer<typeof mediaSchema>;

/** A file from the picker of a Flow, opened and proven whole; `undefined` when anything about it does not fit. */
export function openMedia(file: Uint8Array, { encryption_metadata: said }: FlowMedia): Buffer | undefined {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  try {
    if (!isSame(sha256(file), bytes(said.encrypted_hash))) return undefined;
    const text = file.subarray(0, -MEDIA_MAC_BYTES);
    const mac = createHmac('sha256', bytes(said.hmac_key)).update(bytes(said.iv)).update(text).digest();
    if (!isSame(mac.subarray(0, MEDIA_MAC_BYTES), file.subarray(-MEDIA_MAC_BYTES))) return undefined;
    const decipher = createDecipheriv('aes-256-cbc', bytes(said.encryption_key), bytes(said.iv));
    const plain = Buffer.concat([decipher.update(text), decipher.final()]);
    return isSame(sha256(plain), bytes(said.plaintext_hash)) ? plain : undefined;
  } catch {
    return undefined;
  }
}

const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();
const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
