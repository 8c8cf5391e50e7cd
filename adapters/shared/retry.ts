export interface Backoff {
  readonly firstSeconds: number;
  readonly maxSeconds: number;
  /** What each wait is multiplied by to give the next one. */
  readonly factor?: number;
}

/**
 * Seconds to wait after a number of failures, `failures` counting from 1. `jitter` in [0, 1) is the caller's random
 * number: it takes away up to half of the wait, so that callers who failed together do not return together.
 */
export function backoffSeconds(
  failures: number,
  jitter: number,
  { firstSeconds, maxSeconds, factor = 2 }: Backoff,
): number {
  const full = Math.min(maxSeconds, firstSeconds * factor ** Math.max(0, failures - 1));
  return full * (1 - jitter / 2);
}

/** Statuses after which the same call may succeed later. */
export const isWorthRetrying = (status: number): boolean => status === 408 || status === 429 || status >= 500;

/** What `Retry-After` asks for, in seconds; the form with a date is not used by the providers that we call. */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  return value !== null && /^\d{1,6}$/.test(value.trim()) ? Number(value) : undefined;
}
