import type { OrderedFailures } from '../ordered-failures.ts';

/** Ways in which the real one fails. Those with `later` are accepted first and fail by a status. */
export type Failure =
  | 'throughput'
  | 'pair-rate'
  | 'outside-window'
  | 'outside-window-later'
  | 'undeliverable'
  | 'undeliverable-later'
  | 'opted-out'
  | 'server-error'
  | 'token-expired'
  /** Taken in, and never brought: the phone is off. */
  | 'phone-off'
  /** Cut before anything was taken in. */
  | 'drop-connection'
  /** Taken in, and then cut: the caller cannot know. */
  | 'lose-answer'
  | { readonly delayMs: number }
  | { readonly status: number; readonly code: number };

/** Which calls fail. */
export type Scope = 'messages' | 'media' | 'templates';

export type Failures = OrderedFailures<Failure, Scope>;
