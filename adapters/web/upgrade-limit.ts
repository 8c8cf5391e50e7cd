import { Throttle } from '../shared/throttle.ts';

/** Sockets that one address may open at once, and in each second after that: a hall of kiosks that comes back at once. */
const BURST = 60;
const PER_SECOND = 2;
/** Addresses that are remembered; of more the longest known is forgotten. */
const MOST_ADDRESSES = 10_000;

/** Keeps one address from opening sockets without end. */
export class UpgradeLimit {
  readonly #byAddress = new Map<string, Throttle>();
  readonly #nowMs: (() => number) | undefined;

  constructor(nowMs?: () => number) {
    this.#nowMs = nowMs;
  }

  allows(address: string): boolean {
    const known = this.#byAddress.get(address) ?? this.#fresh();
    // Put at the end again, so that whoever has not come for longest is forgotten first.
    this.#byAddress.delete(address);
    this.#byAddress.set(address, known);
    const [oldest] = this.#byAddress.keys();
    if (this.#byAddress.size > MOST_ADDRESSES && oldest !== undefined) this.#byAddress.delete(oldest);
    return known.take();
  }

  #fresh(): Throttle {
    return new Throttle({ perSecond: PER_SECOND, burst: BURST, ...(this.#nowMs && { nowMs: this.#nowMs }) });
  }
}
