/** Failures ordered for the next calls to a stand-in, used up one by one. `Scope` says which calls. */
export class OrderedFailures<Failure, Scope extends string> {
  private readonly usual: Scope;
  private readonly ordered: { readonly failure: Failure; readonly of: Scope }[] = [];

  /** `usual` is the scope of a failure that names none. */
  constructor(usual: Scope) {
    this.usual = usual;
  }

  add(failure: Failure, { times = 1, of = this.usual }: { readonly times?: number; readonly of?: Scope } = {}): void {
    this.ordered.push(...Array.from({ length: times }, () => ({ failure, of })));
  }

  next(scope: Scope): Failure | undefined {
    const index = this.ordered.findIndex(({ of }) => of === scope);
    return index < 0 ? undefined : this.ordered.splice(index, 1)[0]?.failure;
  }
}
