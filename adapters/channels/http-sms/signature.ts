import { createHmac } from 'node:crypto';
import type { WebRequest } from '#adapters/shared/route.ts';
import { isSameSecret } from '#adapters/shared/same-secret.ts';
import type { CallbackCheck, HttpSmsSettings } from './settings.ts';

export function isGenuine(request: WebRequest, { callbackSecret, callbackCheck: check }: HttpSmsSettings): boolean {
  // Without a secret anybody could compute the HMAC.
  if (callbackSecret === '') return false;
  if (check.by === 'token') return isSameSecret(tokenIn(request, check), callbackSecret);
  if (request.method === 'GET') return false;
  const algorithm = check.by === 'hmac-sha1' ? 'sha1' : 'sha256';
  const digest = createHmac(algorithm, callbackSecret).update(request.body);
  return isSameSecret(request.headers[check.header.toLowerCase()], digest.digest(check.encoding ?? 'hex'));
}

function tokenIn(
  { headers, query, params }: WebRequest,
  where: Extract<CallbackCheck, { by: 'token' }>,
): string | undefined {
  if ('header' in where) return headers[where.header.toLowerCase()];
  return 'query' in where ? query[where.query] : params.secret;
}
