interface Pace {
  /** Things at once. */
  readonly burst: number;
  /** More as time goes on. */
  readonly perSecond: number;
  /** Things beyond that for which the caller is made to wait; who does still more does not listen. */
  readonly debt: number;
  readonly nowMs?: () => number;
}

/** Holds one caller to a pace. */
export class Throttle {
  readonly #pace: Pace;
  readonly #nowMs: () => number;
  #tokens: number;
  #at: number;

  constructor(pace: Pace) {
    this.#pace = pace;
    this.#nowMs = pace.nowMs ?? (() => performance.now());
    this.#tokens = pace.burst;
    this.#at = this.#nowMs();
  }

  /** Milliseconds for which nothing more shall be heard of him; without end for who is beyond waiting. */
  take(): number {
    const { burst, perSecond, debt } = this.#pace;
    const now = this.#nowMs();
    this.#tokens = Math.min(burst, this.#tokens + ((now - this.#at) / 1000) * perSecond) - 1;
    this.#at = now;
    if (this.#tokens >= 0) return 0;
    return this.#tokens < -debt ? Number.POSITIVE_INFINITY : (-this.#tokens / perSecond) * 1000;
  }
}
