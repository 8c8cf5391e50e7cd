import type { CitizenId } from '#domain/shared/ids.ts';

const CAPACITY = 50_000;
const MAX_AGE_MS = 60_000;

interface Kept {
  readonly citizenId: CitizenId;
  readonly until: number;
}

/** Who is behind a contact point, for those who wrote lately. The one kept longest gives way. */
export class ContactCache {
  private readonly kept = new Map<string, Kept>();
  private readonly hashesOf = new Map<CitizenId, Set<string>>();
  private forgotten = 0;

  get(hash: Buffer): CitizenId | undefined {
    const name = hash.toString('hex');
    const kept = this.kept.get(name);
    if (!kept) return undefined;
    if (kept.until > performance.now()) return kept.citizenId;
    this.drop(name);
    return undefined;
  }

  /** What is read is kept only if nothing was forgotten between the reading and the keeping. */
  beginRead(): { keep(hash: Buffer, citizenId: CitizenId): void } {
    const before = this.forgotten;
    return {
      keep: (hash, citizenId) => {
        if (before === this.forgotten) this.set(hash.toString('hex'), citizenId);
      },
    };
  }

  /** All contact points of a citizen: he was erased, or lost one to another. */
  forget(citizenId: CitizenId): void {
    this.forgotten += 1;
    for (const name of this.hashesOf.get(citizenId) ?? []) this.kept.delete(name);
    this.hashesOf.delete(citizenId);
  }

  clear(): void {
    this.forgotten += 1;
    this.kept.clear();
    this.hashesOf.clear();
  }

  private set(name: string, citizenId: CitizenId): void {
    this.drop(name);
    this.kept.set(name, { citizenId, until: performance.now() + MAX_AGE_MS });
    const names = this.hashesOf.get(citizenId) ?? new Set();
    this.hashesOf.set(citizenId, names.add(name));
    if (this.kept.size <= CAPACITY) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.drop(oldest);
  }

  private drop(name: string): void {
    const kept = this.kept.get(name);
    if (!kept) return;
    this.kept.delete(name);
    const names = this.hashesOf.get(kept.citizenId);
    names?.delete(name);
    if (names?.size === 0) this.hashesOf.delete(kept.citizenId);
  }
}
