import { createHash } from 'node:crypto';
import type { AuditLog } from '#application/ports/out/repositories.ts';
import { type AuditEntry, type SealedEntry, sealEntry } from '#domain/audit/audit-entry.ts';
import type { Database } from './database.ts';

/** Any number that only we use for this. */
const APPENDING = 7_106_042;

interface AuditRow extends Readonly<Record<string, unknown>> {
  readonly position: string;
  readonly who: string;
  readonly what: string;
  readonly citizen_id: string | null;
  readonly subject_id: string | null;
  readonly purpose: string | null;
  readonly kiosk: string | null;
  readonly place: string | null;
  readonly at: string;
  readonly previous_seal: string;
  readonly seal: string;
}

export class StoredAuditLog implements AuditLog {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** One at a time, until the transaction ends: each entry seals the one before. */
  append(entry: AuditEntry): Promise<void> {
    return this.database.run(async () => {
      await this.database.query('select pg_advisory_xact_lock($1)', [APPENDING]);
      const [row] = await this.database.query<AuditRow>(
        'select * from audit_entry order by position desc limit $1',
        [1],
      );
      const sealed = sealEntry(entry, row && entryOf(row), sha256);
      await this.database.query(
        `insert into audit_entry (position, who, what, citizen_id, subject_id, purpose, at, previous_seal, seal,
           kiosk, place)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          sealed.position,
          sealed.who,
          sealed.what,
          sealed.citizenId ?? null,
          sealed.subjectId ?? null,
          sealed.purpose ?? null,
          sealed.at,
          sealed.previousSeal,
          sealed.seal,
          sealed.kiosk?.id ?? null,
          sealed.kiosk?.place ?? null,
        ],
      );
    });
  }

  async after(position: number, limit: number): Promise<readonly SealedEntry[]> {
    const rows = await this.database.query<AuditRow>(
      'select * from audit_entry where position > $1::bigint order by position limit $2::integer',
      [position, limit],
    );
    return rows.map(entryOf);
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const entryOf = (row: AuditRow): SealedEntry => ({
  who: row.who,
  what: row.what,
  ...(row.citizen_id !== null && { citizenId: row.citizen_id }),
  ...(row.subject_id !== null && { subjectId: row.subject_id }),
  ...(row.purpose !== null && { purpose: row.purpose }),
  ...(row.kiosk !== null && { kiosk: { id: row.kiosk, place: row.place ?? '' } }),
  at: row.at,
  position: Number(row.position),
  previousSeal: row.previous_seal,
  seal: row.seal,
});
