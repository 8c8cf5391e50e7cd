import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { z } from 'zod';
import { httpClient } from '#adapters/shared/http.ts';
import type { KeptFlow } from './flows.ts';
import type { MediaShelf } from './media.ts';

const TAG_BYTES = 16;

/** What a phone needs to show a form. */
export interface FormWorld {
  readonly flow: KeptFlow;
  readonly publicKey: string;
  readonly appSecret: string;
  readonly ticket: string;
}

/** What our endpoint answered: a screen to show, or a status that the phone shows as a failure. */
export interface FormAnswer {
  readonly status: number;
  readonly screen?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

const answered = z.looseObject({ screen: z.string().optional(), data: z.record(z.string(), z.unknown()).optional() });

/** Asks the endpoint as a phone does: sealed with its public key, under a fresh key of the phone's own. */
export async function askEndpoint({ flow, publicKey, appSecret }: FormWorld, said: object): Promise<FormAnswer> {
  const [key, iv] = [randomBytes(16), randomBytes(16)];
  const body = JSON.stringify({
    encrypted_flow_data: seal(JSON.stringify(said), key, iv),
    encrypted_aes_key: publicEncrypt(
      { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      key,
    ).toString('base64'),
    initial_vector: iv.toString('base64'),
  });
  const signature = createHmac('sha256', appSecret).update(body).digest('hex');
  const result = await httpClient({ baseUrl: flow.endpoint }).call('', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    body,
  });
  if (!result.answered) return { status: 0 };
  if (result.status !== 200) return { status: result.status };
  const { screen, data } = answered.parse(JSON.parse(open(Buffer.from(result.bytes).toString('utf8'), key, iv)));
  return { status: 200, ...(screen !== undefined && { screen }), ...(data && { data }) };
}

function seal(text: string, key: Buffer, iv: Buffer): string {
  const cipher = createCipheriv('aes-128-gcm', key, iv, { authTagLength: TAG_BYTES });
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

function open(body: string, key: Buffer, iv: Buffer): string {
  const bytes = Buffer.from(body, 'base64');
  const flipped = Buffer.from(iv.map((byte) => byte ^ 0xff));
  const decipher = createDecipheriv('aes-128-gcm', key, flipped, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** A file from a form's picker, sealed and laid down for us to fetch, with what it takes to open it. */
export function sealedFile(bytes: Uint8Array, fileName: string, media: MediaShelf, url: string): object {
  const [key, macKey, iv] = [randomBytes(32), randomBytes(32), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const mac = createHmac('sha256', macKey).update(iv).update(text).digest().subarray(0, 10);
  const file = Buffer.concat([text, mac]);
  const id = media.put({ bytes: file, mime: 'application/octet-stream', fileName });
  const hash = (data: Uint8Array): string => createHash('sha256').update(data).digest('base64');
  return {
    media_id: id,
    cdn_url: `${url}/cdn${media.pathTo(id)}`,
    file_name: fileName,
    encryption_metadata: {
      encrypted_hash: hash(file),
      iv: iv.toString('base64'),
      encryption_key: key.toString('base64'),
      hmac_key: macKey.toString('base64'),
      plaintext_hash: hash(bytes),
    },
  };
}
