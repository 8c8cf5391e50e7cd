import type { Failure } from './failures.ts';

/** An answer that says no, in the Bot API's words: programs have nothing else to tell two refusals of one status apart. */
export class BotApiError extends Error {
  readonly status: number;
  /** Seconds to wait. */
  readonly retryAfter: number | undefined;

  constructor(status: number, description: string, retryAfter?: number) {
    super(description);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  get body(): object {
    return {
      ok: false,
      error_code: this.status,
      description: this.message,
      ...(this.retryAfter !== undefined && { parameters: { retry_after: this.retryAfter } }),
    };
  }
}

export const badRequest = (why: string): BotApiError => new BotApiError(400, `Bad Request: ${why}`);
export const blocked = (): BotApiError => new BotApiError(403, 'Forbidden: bot was blocked by the user');
export const notMember = (): BotApiError => new BotApiError(403, 'Forbidden: bot is not a member of the group chat');
export const unauthorized = (): BotApiError => new BotApiError(401, 'Unauthorized');
export const notFound = (): BotApiError => new BotApiError(404, 'Not Found');

const refusals: Readonly<Record<string, () => BotApiError>> = {
  flood: () => new BotApiError(429, 'Too Many Requests: retry after 5', 5),
  blocked,
  deactivated: () => new BotApiError(403, 'Forbidden: user is deactivated'),
  'chat-not-found': () => badRequest('chat not found'),
  'server-error': () => new BotApiError(500, 'Internal Server Error'),
  'token-revoked': unauthorized,
};

/** The answer by which a failure shows; none for those that show in another way. */
export function refusalOf(failure: Failure): BotApiError | undefined {
  if (typeof failure === 'string') return refusals[failure]?.();
  return 'status' in failure ? new BotApiError(failure.status, failure.description) : undefined;
}
