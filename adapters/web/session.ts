import type { SignedIn } from '#application/ports/in/deciding.ts';
import type { WebRequest } from '../shared/route.ts';
import { isSameSecret } from '../shared/same-secret.ts';

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:');

/** `__Host-` makes browsers refuse the cookie from any other host, path or plain connection. */
export const sessionCookieName = (publicUrl: string): string => (isSecure(publicUrl) ? '__Host-session' : 'session');

const cookie = (publicUrl: string, value: string, extra = ''): string =>
  `${sessionCookieName(publicUrl)}=${value}; Path=/; HttpOnly; SameSite=Strict${isSecure(publicUrl) ? '; Secure' : ''}${extra}`;

/** Lives as long as the browser is open; the session itself ends when `Deciding` says so. */
export const setSession = (publicUrl: string, token: string): Record<string, string> => ({
  'set-cookie': cookie(publicUrl, encodeURIComponent(token)),
});
export const clearSession = (publicUrl: string): Record<string, string> => ({
  'set-cookie': cookie(publicUrl, '', '; Max-Age=0'),
});

/** Does the POST carry the session's own token, in the header `x-csrf-token` or the form field `csrfToken`? */
export const isOurForm = (request: Pick<WebRequest, 'headers' | 'body'>, { csrfToken }: SignedIn): boolean =>
  isSameSecret(request.headers['x-csrf-token'] ?? formFieldOf(request), csrfToken);

const formFieldOf = ({ headers, body }: Pick<WebRequest, 'headers' | 'body'>): string | undefined =>
  headers['content-type']?.startsWith('application/x-www-form-urlencoded')
    ? (new URLSearchParams(body.toString('utf8')).get('csrfToken') ?? undefined)
    : undefined;
