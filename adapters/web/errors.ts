import { Failure } from '#domain/shared/failure.ts';
import type { PhraseValues } from '#domain/shared/phrase.ts';
import { Refusal, type RefusalKind } from '#domain/shared/refusal.ts';
import type { WebRequest, WebResponse } from '../shared/route.ts';
import { html } from './html.ts';
import { languageAmong, languagesOfPage } from './language.ts';
import { plainPage, type Surroundings } from './shell.ts';

const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
};

class WebRefusal extends Refusal {
  readonly kind: RefusalKind;
  constructor(kind: RefusalKind, key: string) {
    super(key);
    this.kind = kind;
  }
}
export class NotSignedIn extends WebRefusal {
  constructor() {
    super('unauthenticated', 'web.notSignedIn');
  }
}
export class NotAdministrator extends WebRefusal {
  constructor() {
    super('forbidden', 'web.notAdministrator');
  }
}
/** The form was not made by us for this session: its token is missing or of an older session. */
export class FormNotOurs extends WebRefusal {
  constructor() {
    super('forbidden', 'web.formNotOurs');
  }
}
export class PageUnknown extends WebRefusal {
  constructor() {
    super('not-found', 'web.pageUnknown');
  }
}
/** A link that was good for some days, and is not any more. */
export class LinkExpired extends WebRefusal {
  constructor() {
    super('gone', 'web.linkExpired');
  }
}
export class TooManyRequests extends WebRefusal {
  constructor() {
    super('too-many', 'web.tooManyRequests');
  }
}
/** What was sent is not what the page sends. */
export class NotUnderstood extends WebRefusal {
  constructor() {
    super('invalid', 'web.notUnderstood');
  }
}

/** Is a person looking at this in a browser window, and not a script waiting for JSON? */
export const wantsHtml = ({ method, path, headers }: Pick<WebRequest, 'method' | 'path' | 'headers'>): boolean =>
  (method === 'GET' || method === 'HEAD') && !path.includes('/api/') && (headers.accept ?? '').includes('text/html');

interface Answer {
  readonly status: number;
  readonly key: string;
  readonly values: PhraseValues;
  /** A mistake of ours or of the outside, for the log; a refusal is neither. */
  readonly isOurs: boolean;
}

/** Fastify's own errors carry a status: a body too large, a broken address. */
const carriedStatus = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;

/** What to answer to an error; `requestId` is what a person can quote to the operator. */
export function answerTo(error: unknown, requestId: string): Answer {
  if (error instanceof Refusal)
    return { status: statusOf[error.kind], key: error.key, values: error.details, isOurs: false };
  if (error instanceof Failure)
    return { status: error.retry ? 503 : 502, key: 'web.unavailable', values: { id: requestId }, isOurs: true };
  const status = carriedStatus(error);
  if (status === 413) return { status, key: 'web.tooLarge', values: {}, isOurs: false };
  if (status && status >= 400 && status < 500) return { status, key: 'web.notUnderstood', values: {}, isOurs: false };
  return { status: 500, key: 'web.wentWrong', values: { id: requestId }, isOurs: true };
}

/** The answer as a page for people, or as JSON for programs. */
export function errorResponse(
  request: Pick<WebRequest, 'method' | 'path' | 'headers' | 'query' | 'cookies'>,
  { status, key, values }: Answer,
  around: Surroundings,
): WebResponse {
  const offered = languagesOfPage('web.title', around).map(({ code }) => code);
  const language = languageAmong(request, offered) ?? 'en';
  const message = around.translator.say({ key, values }, language);
  const headers: Record<string, string> = status === 429 || status === 503 ? { 'retry-after': '30' } : {};
  if (!wantsHtml(request)) return { status, headers, body: { error: { key, message } } };
  const title = around.translator.say({ key: 'web.title' }, language);
  const back = around.translator.say({ key: 'web.toStart' }, language);
  const body = html`<h1>${message}</h1><p><a href="/">${back}</a></p>`;
  return {
    status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    body: plainPage({ language, title, around, body }),
  };
}
