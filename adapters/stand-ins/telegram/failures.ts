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
