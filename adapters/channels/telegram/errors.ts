import { GrammyError, HttpError } from 'grammy';
import { isWorthRetrying } from '#adapters/shared/retry.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { NoAnswer } from './api.ts';

type Advice = ConstructorParameters<typeof NotDelivered>[1];

/** Telegram has no codes finer than HTTP's. What a description says beyond them counts; it is never repeated. */
const known: readonly (readonly [status: number, words: RegExp, code: string, advice: Advice])[] = [
  // The person has closed this chat: nobody is to press in by another door.
  [403, /blocked by the user/i, 'blocked', { retry: false, instead: 'nothing' }],
  [403, /deactivated/i, 'deactivated', { retry: false }],
  // Only people may begin a chat with a bot.
  [403, /initiate conversation/i, 'not-begun', { retry: false }],
  [400, /chat not found/i, 'chat-not-found', { retry: false }],
  [400, /file is too big/i, 'too-large', { retry: false }],
];

/** The answer said yes, and not what was done: trying again could say it twice. */
export const notUnderstood = (): NotDelivered =>
  new NotDelivered('answer-not-understood', { retry: false, instead: 'nothing' });

/** @throws whatever is no failure of Telegram. The error itself is not kept as a cause: it holds what we sent. */
export function failureOf(error: unknown): NotDelivered {
  if (error instanceof HttpError) {
    return new NotDelivered(error.error instanceof NoAnswer ? error.error.why : 'unreachable', { retry: true });
  }
  if (!(error instanceof GrammyError)) throw error;
  const { error_code: status, description, parameters } = error;
  if (status === 200) return notUnderstood();
  const [, , code, advice] = known.find(([of, words]) => of === status && words.test(description)) ?? [];
  const afterSeconds = parameters.retry_after;
  return new NotDelivered(code ?? String(status), {
    retry: isWorthRetrying(status),
    ...advice,
    ...(afterSeconds !== undefined && { afterSeconds }),
  });
}

/** Why a check failed, for the operator. */
export function deniedBy(error: unknown): string {
  const { code } = failureOf(error);
  // A token that is not even shaped like one is no address that Telegram knows.
  if (code === '401' || code === '404') return 'the bot token is wrong or was revoked';
  return `the Bot API does not answer as it should (${code})`;
}
