import { pageData } from './page-data.ts';

/** The server said no; `message` is a sentence in the reader's language. */
export class Refused extends Error {
  readonly status: number;
  /** Which refusal it is. */
  readonly key: string;
  constructor(status: number, message: string, key = '') {
    super(message);
    this.status = status;
    this.key = key;
  }
}

const { csrfToken = '' } = pageData();

/** Asks our own server. @throws Refused when it says no, TypeError when it cannot be reached. */
export async function fetchJson<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    headers: {
      accept: 'application/json',
      'x-csrf-token': csrfToken,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const answer = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  throw new Refused(response.status, answer?.error?.message ?? response.statusText, answer?.error?.key);
}

/** The session ended while the page was open: back to the login, and from there to where we were. */
export function toLogin(): void {
  location.assign(`/desk/login?next=${encodeURIComponent(location.pathname)}`);
}
