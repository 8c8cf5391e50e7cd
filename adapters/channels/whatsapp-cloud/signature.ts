import { createHmac } from 'node:crypto';
import { isSameSecret } from '#adapters/shared/same-secret.ts';

/** `header` is `X-Hub-Signature-256`: `sha256=` and the HMAC of the raw bytes in hexadecimal. */
export function isSigned(body: Uint8Array, header: string | undefined, appSecret: string): boolean {
  // Without a secret anybody could compute the HMAC.
  if (appSecret === '') return false;
  return isSameSecret(header?.toLowerCase(), `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`);
}
