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
  /** Cut before anything was taken in. */
  | 'drop-connection'
  /** Taken in, and then cut: the caller cannot know. */
  | 'lose-answer'
  | { readonly delayMs: number }
  | { readonly status: number; readonly code: number };

/** Which calls fail. */
export type Scope = 'messages' | 'media';

/** Failures ordered for the next calls, used up one by one. */
export class Failures {
  private readonly ordered: { readonly failure: Failure; readonly of: Scope }[] = [];

  add(failure: Failure, { times = 1, of = 'messages' }: { readonly times?: number; readonly of?: Scope } = {}): void {
    this.ordered.push(...Array.from({ length: times }, () => ({ failure, of })));
  }

  next(scope: Scope): Failure | undefined {
    const index = this.ordered.findIndex(({ of }) => of === scope);
    return index < 0 ? undefined : this.ordered.splice(index, 1)[0]?.failure;
  }
}
