import { z } from 'zod';
import type { HttpResult } from '#adapters/shared/http.ts';
import { isWorthRetrying, retryAfterSeconds } from '#adapters/shared/retry.ts';
import { NotDelivered } from '#domain/shared/failure.ts';

type Advice = ConstructorParameters<typeof NotDelivered>[1];

const refusal = z.object({ code: z.coerce.number().int().positive() });

const later = (afterSeconds?: number): Advice => ({ retry: true, ...(afterSeconds !== undefined && { afterSeconds }) });
const nothing: Advice = { retry: false, instead: 'nothing' };
const notHere: Advice = { retry: false, personal: true };
const ours: Advice = { retry: false, alarm: true };

/** What is not here will be refused again, and another provider or channel is the citizen's chance. */
const advice: ReadonlyMap<number, Advice> = new Map([
  [20429, later()], // more calls at once than the account may make; this one was not processed
  [14107, later()], // more messages a second than the sender may send
  [21611, later(60)], // the sender's queue is full
  [30001, later(60)], // the queue overflowed
  [30003, later(900)], // the phone is switched off or out of reach
  [30008, later(60)], // unknown to Twilio too
  [21610, nothing], // the person has written STOP
  [21211, notHere], // no such number
  [21614, notHere], // no mobile phone
  [20003, ours], // the token is wrong
  [30002, ours], // our account is suspended
  [30004, notHere], // blocked by the person or the network
  [30005, notHere], // unknown phone
  [30006, notHere], // a landline, or a network that cannot be reached
  [30007, ours], // filtered; in India mostly a text that is not registered
]);

export function failureOf(result: HttpResult): NotDelivered {
  if (!result.answered) return new NotDelivered(result.why, { retry: true });
  const code = refusal.safeParse(result.json).data?.code;
  const known = code === undefined ? undefined : advice.get(code);
  const afterSeconds = retryAfterSeconds(result.headers);
  return new NotDelivered(code === undefined ? `http-${result.status}` : String(code), {
    retry: isWorthRetrying(result.status),
    ...known,
    ...(afterSeconds !== undefined && { afterSeconds }),
  });
}

/** What helps when a message that was taken has failed later; by then Twilio and the networks have tried long enough. */
export const insteadOf = (code: number | undefined): NonNullable<Advice['instead']> =>
  (code === undefined ? undefined : advice.get(code)?.instead) ?? 'other-channel';

/** Why a check failed, for the operator. */
export function deniedBy(result: HttpResult): string {
  if (!result.answered) return `Twilio cannot be reached (${result.why})`;
  if (result.status === 401 || result.status === 403) return 'the account id or the auth token is wrong';
  const code = refusal.safeParse(result.json).data?.code;
  return `Twilio answered ${result.status}${code === undefined ? '' : `, error ${code}`}`;
}
