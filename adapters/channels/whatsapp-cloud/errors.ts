import { z } from 'zod';
import type { HttpResult } from '#adapters/shared/http.ts';
import { isWorthRetrying, retryAfterSeconds } from '#adapters/shared/retry.ts';
import { NotDelivered } from '#domain/shared/failure.ts';

type Advice = ConstructorParameters<typeof NotDelivered>[1];

/** Meta wants programs to look at the code alone: titles and sub-codes go away, and the status of one code varies. */
const refusal = z.object({ error: z.object({ code: z.coerce.number().int() }) });

const later = (afterSeconds?: number): Advice => ({ retry: true, ...(afterSeconds !== undefined && { afterSeconds }) });
const nothing: Advice = { retry: false, instead: 'nothing' };
const template: Advice = { retry: false, instead: 'template' };

/** What is not here will be refused again, and another channel is the citizen's chance. */
const advice: ReadonlyMap<number, Advice> = new Map([
  [1, later()], // unknown error of the API
  [2, later()], // the API is down for now
  [4, later(60)], // too many calls by our app
  [80007, later(60)], // too many calls by our account
  [130429, later()], // more messages a second than our number may send
  [131000, later()], // something went wrong there
  [131016, later()], // overloaded
  [131056, later(6)], // more than one message in six seconds to this one person
  [131057, later(300)], // account in maintenance
  [133004, later(60)], // server down
  [131047, template], // the session window has closed
  [131050, nothing], // the person has opted out
  [131021, nothing], // the addressee is ourselves
]);

export function failureOf(result: HttpResult): NotDelivered {
  if (!result.answered) return new NotDelivered(result.why, { retry: true });
  const code = refusal.safeParse(result.json).data?.error.code;
  const known = code === undefined ? undefined : advice.get(code);
  const afterSeconds = retryAfterSeconds(result.headers);
  return new NotDelivered(code === undefined ? `http-${result.status}` : String(code), {
    retry: isWorthRetrying(result.status),
    ...known,
    ...(afterSeconds !== undefined && { afterSeconds }),
  });
}

/** Why a check failed, for the operator. */
export function deniedBy(result: HttpResult): string {
  if (!result.answered) return `the Graph API cannot be reached (${result.why})`;
  const code = refusal.safeParse(result.json).data?.error.code;
  if (code === 190 || code === 0 || result.status === 401) return 'the access token is wrong or has expired';
  return `the Graph API answered ${result.status}${code === undefined ? '' : `, error ${code}`}`;
}
