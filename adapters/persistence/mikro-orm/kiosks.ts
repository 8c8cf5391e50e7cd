import type { Kiosks, SeenKiosk } from '#application/ports/out/kiosks.ts';
import { Kiosk, type KioskSnapshot } from '#domain/assisting/kiosk.ts';
import type { Instant } from '#domain/shared/time.ts';
import { type Database, instantOf } from './database.ts';

interface KioskRow extends Readonly<Record<string, unknown>> {
  readonly state: KioskSnapshot;
  readonly seen_at: unknown;
}

/** In clear: there are places, public keys and hashes in it, and nothing of a citizen. */
export class StoredKiosks implements Kiosks {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async find(id: string): Promise<Kiosk | undefined> {
    return (await this.where('id = $1', [id]))[0]?.kiosk;
  }

  async add(kiosk: Kiosk): Promise<boolean> {
    const added = await this.database.query(
      `insert into kiosk (id, code_hash, is_disabled, state) values ($1, $2, $3, $4::jsonb)
       on conflict do nothing returning id`,
      columnsOf(kiosk),
    );
    return added.length > 0;
  }

  update(id: string, change: (kiosk: Kiosk) => void): Promise<Kiosk | undefined> {
    return this.database.run(async () => {
      const [found] = await this.where('id = $1 for update', [id]);
      if (!found) return undefined;
      change(found.kiosk);
      await this.database.query(
        'update kiosk set code_hash = $2, is_disabled = $3, state = $4::jsonb where id = $1',
        columnsOf(found.kiosk),
      );
      return found.kiosk;
    });
  }

  all(): Promise<readonly SeenKiosk[]> {
    return this.where('true order by id', []);
  }

  async awaiting(codeHash: string): Promise<Kiosk | undefined> {
    return (await this.where('code_hash = $1', [codeHash]))[0]?.kiosk;
  }

  async disabled(): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>('select id from kiosk where is_disabled', []);
    return new Set(rows.map(({ id }) => id));
  }

  async noteSeen(ids: readonly string[], at: Instant): Promise<void> {
    await this.database.query('update kiosk set seen_at = $2::timestamptz where id = any($1::text[])', [ids, at]);
  }

  private async where(condition: string, parameters: readonly unknown[]): Promise<SeenKiosk[]> {
    const rows = await this.database.query<KioskRow>(`select state, seen_at from kiosk where ${condition}`, parameters);
    return rows.map(({ state, seen_at }) => ({
      kiosk: Kiosk.restore(state),
      ...(seen_at !== null && { seenAt: instantOf(seen_at) }),
    }));
  }
}

function columnsOf(kiosk: Kiosk): unknown[] {
  const state = kiosk.snapshot();
  return [state.id, state.enrolment?.codeHash ?? null, kiosk.standing === 'disabled', JSON.stringify(state)];
}
