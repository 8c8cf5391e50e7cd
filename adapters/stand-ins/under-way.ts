/** What somebody who plays a provider has begun and not ended yet, so that a test can wait for all of it. */
export class UnderWay {
  private readonly begun = new Set<Promise<unknown>>();

  get count(): number {
    return this.begun.size;
  }

  /** Something that `idle` waits for. */
  track<T>(work: Promise<T>): Promise<T> {
    const tracked = work.finally(() => this.begun.delete(tracked));
    this.begun.add(tracked);
    return tracked;
  }

  /** Waits until nothing is under way. */
  async idle(): Promise<void> {
    while (this.begun.size > 0) await Promise.all(this.begun);
  }
}
