/** One unit of storing: all of it or nothing. */
export interface Transactions {
  /**
   * Everything that repositories do while `work` runs is stored together when it returns, and not at all when it throws.
   * Inside another `run` it can be undone by itself without undoing the outer one.
   */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}
