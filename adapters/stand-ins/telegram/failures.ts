import type { OrderedFailures } from '../ordered-failures.ts';

/** Ways in which the real one fails. */
export type Failure =
  | 'flood'
  | 'blocked'
  | 'deactivated'
  | 'chat-not-found'
  | 'server-error'
  | 'token-revoked'
  /** Cut before anything was taken in. */
  | 'drop-connection'
  /** Taken in, and then cut: the caller cannot know. */
  | 'lose-answer'
  | { readonly delayMs: number }
  | { readonly status: number; readonly description: string };

/** Which calls fail: those that say something, or those that fetch a file. */
export type Scope = 'messages' | 'files';

export type Failures = OrderedFailures<Failure, Scope>;
