import type { Keys } from '#application/ports/out/keys.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import {
  type Key,
  KeyCache,
  lookupHash,
  type MasterKeys,
  newCitizenKey,
  unwrapKey,
  wrapKey,
} from '../sealing/index.ts';
import type { Database } from './database.ts';

/** The keys of citizens. Inside a transaction the database is asked, for there a key may be new or just destroyed. */
export class KeyRing implements Keys {
  private readonly database: Database;
  private readonly masterKeys: MasterKeys;
  private readonly cache = new KeyCache();
  /** Grows with each forgetting, so that what was read before it is not kept after it. */
  private forgotten = 0;

  constructor(database: Database, masterKeys: MasterKeys) {
    this.database = database;
    this.masterKeys = masterKeys;
  }

  async keyOf(citizenId: CitizenId): Promise<Key | undefined> {
    return (await this.keysOf([citizenId])).get(citizenId);
  }

  async keysOf(citizenIds: readonly CitizenId[]): Promise<ReadonlyMap<CitizenId, Key>> {
    const found = new Map<CitizenId, Key>();
    const asked = new Set<CitizenId>();
    const mayKeep = !this.database.isInTransaction;
    for (const citizenId of citizenIds) {
      const cached = mayKeep ? this.cache.get(citizenId) : undefined;
      if (cached) found.set(citizenId, cached);
      else asked.add(citizenId);
    }
    if (asked.size === 0) return found;
    const before = this.forgotten;
    const rows = await this.database.query<{ citizen_id: string; wrapped: Buffer }>(
      'select citizen_id, wrapped from citizen_key where citizen_id = any($1::text[])',
      [[...asked]],
    );
    for (const row of rows) {
      const key = this.unwrap(row.citizen_id, row.wrapped);
      found.set(row.citizen_id, key);
      if (mayKeep && before === this.forgotten) this.cache.set(row.citizen_id, key);
    }
    return found;
  }

  unwrap(citizenId: CitizenId, wrapped: Uint8Array): Key {
    return unwrapKey(this.masterKeys, citizenId, wrapped);
  }

  /** A new key for a new citizen. @returns whether he is new */
  async make(citizenId: CitizenId): Promise<Key | undefined> {
    const key = newCitizenKey();
    const made = await this.database.query(
      'insert into citizen_key (citizen_id, wrapped) values ($1, $2) on conflict do nothing returning citizen_id',
      [citizenId, wrapKey(this.masterKeys, citizenId, key)],
    );
    return made.length > 0 ? key : undefined;
  }

  async destroy(citizenId: CitizenId): Promise<void> {
    await this.database.query('delete from citizen_key where citizen_id = $1', [citizenId]);
  }

  forget(citizenId: CitizenId): void {
    this.forgotten += 1;
    this.cache.forget(citizenId);
  }

  /** What a text is looked up by. */
  hash(text: string): Buffer {
    return lookupHash(this.masterKeys, text);
  }
}
