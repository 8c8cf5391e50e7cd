import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { WebRequest } from '#adapters/shared/route.ts';
import type { TwilioSettings } from './client.ts';

/** Twilio signs the address as it called it, which a proxy may hide from us, and every field of the form. */
export function isSigned(request: WebRequest, { authToken, publicUrl }: TwilioSettings): boolean {
  const signature = request.headers['x-twilio-signature'];
  // Without a token anybody could compute the HMAC.
  if (signature === undefined || authToken === '') return false;
  const query = new URLSearchParams(request.query).toString();
  const url = `${publicUrl.replace(/\/+$/, '')}${request.path}${query === '' ? '' : `?${query}`}`;
  return validateRequest(authToken, signature, url, fieldsOf(request.body.toString('utf8')));
}

function fieldsOf(form: string): Record<string, string[]> {
  const given = new URLSearchParams(form);
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
}
