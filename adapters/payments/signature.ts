import { createHmac } from 'node:crypto';
import { isSameSecret } from '../shared/same-secret.ts';

/** The hex HMAC-SHA256 that gateways put beside a callback, over the bytes as they are sent. */
export const sign = (body: Uint8Array | string, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

/** An empty secret signs nothing: a forgotten setting must not open the door. */
export const isSigned = (body: Uint8Array, signature: string | undefined, secret: string): boolean =>
  secret !== '' && isSameSecret(signature, sign(body, secret));
