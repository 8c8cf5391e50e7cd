import { z } from 'zod';
import type { HttpResult } from '#adapters/shared/http.ts';
import { isWorthRetrying, retryAfterSeconds } from '#adapters/shared/retry.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { errorOf } from './error-codes.ts';

type Advice = ConstructorParameters<typeof NotDelivered>[1];

/** Meta wants programs to look at the code alone: titles and sub-codes go away, and the status of one code varies. */
const refusal = z.object({ error: z.object({ code: z.coerce.number().int() }) });

const INSTEAD = { elsewhere: 'other-channel', ours: 'other-channel', template: 'template', never: 'nothing' } as const;

function adviceFor(code: number | undefined): Partial<Advice> {
  const known = errorOf(code);
  if (!known) return {};
  if (known.is === 'again') {
    const { is: _is, ...when } = known;
    return { retry: true, ...when };
  }
  return { retry: false, instead: INSTEAD[known.is], ...(known.is === 'ours' ? { alarm: true } : { personal: true }) };
}

/** What helps when a message that was taken has failed later; by then the provider itself has tried long enough. */
export const insteadOf = (code: number | undefined): NonNullable<Advice['instead']> =>
  adviceFor(code).instead ?? 'other-channel';

/** Whether somebody of ours has to look. */
export const isAlarming = (code: number): boolean => adviceFor(code).alarm === true;

export function failureOf(result: HttpResult): NotDelivered {
  if (!result.answered) return new NotDelivered(result.why, { retry: true });
  const code = refusal.safeParse(result.json).data?.error.code;
  const afterSeconds = retryAfterSeconds(result.headers);
  return new NotDelivered(code === undefined ? `http-${result.status}` : String(code), {
    retry: isWorthRetrying(result.status),
    ...adviceFor(code),
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
