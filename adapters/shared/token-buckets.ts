/** Lets each caller do `capacity` things at once and `perSecond` more as time goes on. */
export class TokenBuckets {
  readonly #capacity: number;
  readonly #perSecond: number;
  readonly #nowMs: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(options: { capacity: number; perSecond: number; nowMs?: () => number }) {
    this.#capacity = options.capacity;
    this.#perSecond = options.perSecond;
    this.#nowMs = options.nowMs ?? (() => performance.now());
  }

  take(ip: string): boolean {
    return this.secondsUntil(ip) === 0;
  }

  /** Takes one and says 0, or takes none and says in how many seconds there will be one. */
  secondsUntil(key: string): number {
    const caller = network(key);
    const now = this.#nowMs();
    const { tokens, at } = this.#buckets.get(caller) ?? { tokens: this.#capacity, at: now };
    const available = Math.min(this.#capacity, tokens + ((now - at) / 1000) * this.#perSecond);
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { tokens: available >= 1 ? available - 1 : available, at: now });
    this.#forgetOldest();
    return available >= 1 ? 0 : (1 - available) / this.#perSecond;
  }

  /** The map keeps the order of last use, so memory stays bounded whatever addresses are tried. */
  #forgetOldest(): void {
    const MOST_CALLERS = 10_000;
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST_CALLERS && oldest !== undefined) this.#buckets.delete(oldest);
  }
}

/** One household has a whole /64 of IPv6 addresses; they count as one caller. */
function network(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const [front, back] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
