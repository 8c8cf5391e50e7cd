import { createHmac } from 'node:crypto';
import type { WebRequest } from '#adapters/shared/route.ts';
import { isSameSecret } from '#adapters/shared/same-secret.ts';
import type { HttpSmsSettings } from './settings.ts';

export function isGenuine({ headers, body }: WebRequest, settings: HttpSmsSettings): boolean {
  const { callbackSecret, callbackCheck } = settings;
  // Without a secret anybody could compute the HMAC.
  if (callbackSecret === '') return false;
  const { by, header, encoding = 'hex' } = callbackCheck;
  const presented = headers[header.toLowerCase()];
  if (by === 'token') return isSameSecret(presented, callbackSecret);
  const algorithm = by === 'hmac-sha1' ? 'sha1' : 'sha256';
  return isSameSecret(presented, createHmac(algorithm, callbackSecret).update(body).digest(encoding));
}
