import type { CitizenId } from '#domain/shared/ids.ts';
import type { Key } from './seal.ts';

/** Citizens' unwrapped keys, at hand for those served lately; the one not used for longest gives way. */
export class KeyCache {
  private readonly keys = new Map<CitizenId, { readonly key: Key; readonly until: number }>();
  private readonly capacity: number;
  private readonly maxAgeMs: number;
  private readonly now: () => number;

  /**
   * `maxAgeSeconds`: how long another process may still read what this one erased, and the other way round.
   * `now`: milliseconds of any clock that does not go back.
   */
  constructor({ capacity = 10_000, maxAgeSeconds = 60, now = () => performance.now() }: KeyCacheOptions = {}) {
    this.capacity = capacity;
    this.maxAgeMs = maxAgeSeconds * 1000;
    this.now = now;
  }

  get(citizenId: CitizenId): Key | undefined {
    const kept = this.keys.get(citizenId);
    if (!kept) return undefined;
    this.keys.delete(citizenId);
    if (kept.until <= this.now()) return undefined;
    // A Map keeps the order of insertion: put back last, it is the last to give way.
    this.keys.set(citizenId, kept);
    return kept.key;
  }

  set(citizenId: CitizenId, key: Key): void {
    this.keys.delete(citizenId);
    this.keys.set(citizenId, { key, until: this.now() + this.maxAgeMs });
    for (const oldest of this.keys.keys()) {
      if (this.keys.size <= this.capacity) return;
      this.keys.delete(oldest);
    }
  }

  /** For a citizen who was erased, or whose transaction was undone. */
  forget(citizenId: CitizenId): void {
    this.keys.delete(citizenId);
  }

  get size(): number {
    return this.keys.size;
  }
}

export interface KeyCacheOptions {
  readonly capacity?: number;
  readonly maxAgeSeconds?: number;
  readonly now?: () => number;
}
