/** Lets one caller do `burst` things at once and `perSecond` more as time goes on. */
export class Throttle {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #nowMs: () => number;
  #tokens: number;
  #at: number;

  constructor(options: { perSecond: number; burst: number; nowMs?: () => number }) {
    this.#perSecond = options.perSecond;
    this.#burst = options.burst;
    this.#nowMs = options.nowMs ?? (() => performance.now());
    this.#tokens = options.burst;
    this.#at = this.#nowMs();
  }

  take(): boolean {
    const now = this.#nowMs();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
