import type { Numbers, Officers, OfficeSessions } from '#application/ports/out/repositories.ts';
import type { Officer } from '#domain/department/officer.ts';
import type { OfficerId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import { type Database, instantOf } from './database.ts';

interface OfficerRow extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly sign_in_name: string;
  readonly name: string;
  readonly role: string;
  readonly department: string;
  readonly is_administrator: boolean;
  readonly password_hash: string;
}

const COLUMNS = 'id, sign_in_name, name, role, department, is_administrator, password_hash';

export class StoredOfficers implements Officers {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async find(id: OfficerId): Promise<Officer | undefined> {
    const [row] = await this.database.query<OfficerRow>(`select ${COLUMNS} from officer where id = $1`, [id]);
    return row && officerOf(row);
  }

  async bySignInName(name: string): Promise<{ officer: Officer; passwordHash: string } | undefined> {
    const [row] = await this.database.query<OfficerRow>(`select ${COLUMNS} from officer where sign_in_name = $1`, [
      name,
    ]);
    return row && { officer: officerOf(row), passwordHash: row.password_hash };
  }

  async put(officer: Officer, passwordHash: string): Promise<void> {
    const { id, signInName, name, role, department, isAdministrator } = officer;
    const values = [id, signInName, name, role, department, isAdministrator, passwordHash];
    // In two steps: one that names a constraint fails by the other when two processes put the same officer at once.
    await this.database.query(
      `insert into officer (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      values,
    );
    await this.database.query(
      `update officer set id = $1, name = $3, role = $4, department = $5, is_administrator = $6, password_hash = $7
       where sign_in_name = $2`,
      values,
    );
  }
}

const officerOf = (row: OfficerRow): Officer => ({
  id: row.id,
  signInName: row.sign_in_name,
  name: row.name,
  role: row.role,
  department: row.department,
  isAdministrator: row.is_administrator,
});

type Session = Parameters<OfficeSessions['open']>[0];

export class StoredOfficeSessions implements OfficeSessions {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async open({ tokenHash, csrfToken, officerId, expiresAt }: Session): Promise<void> {
    await this.database.query(
      `insert into office_session (token_hash, csrf_token, officer_id, expires_at) values ($1, $2, $3, $4)
       on conflict (token_hash) do update set csrf_token = excluded.csrf_token, officer_id = excluded.officer_id,
         expires_at = excluded.expires_at`,
      [tokenHash, csrfToken, officerId, expiresAt],
    );
  }

  async find(tokenHash: string, now: Instant): Promise<Omit<Session, 'tokenHash'> | undefined> {
    const [row] = await this.database.query<{ csrf_token: string; officer_id: string; expires_at: unknown }>(
      'select csrf_token, officer_id, expires_at from office_session where token_hash = $1 and expires_at > $2',
      [tokenHash, now],
    );
    return row && { csrfToken: row.csrf_token, officerId: row.officer_id, expiresAt: instantOf(row.expires_at) };
  }

  async close(tokenHash: string): Promise<void> {
    await this.database.query('delete from office_session where token_hash = $1', [tokenHash]);
  }
}

export class StoredNumbers implements Numbers {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** The series' row is held until the transaction ends: whoever is next waits, and gets the number if this one is undone. */
  next(series: string, subject: string): Promise<number> {
    return this.database.run(async () => {
      const parameters = [series, subject];
      await this.database.query(
        `insert into number_series (series, last) values ($1, 0)
         on conflict (series) do update set last = number_series.last`,
        [series],
      );
      const [known] = await this.database.query<{ number: string }>(
        'select number from number_given where series = $1 and subject = $2',
        parameters,
      );
      if (known) return Number(known.number);
      const [given] = await this.database.query<{ number: string }>(
        `with next as (update number_series set last = last + 1 where series = $1 returning last)
         insert into number_given (series, subject, number) select $1, $2, last from next returning number`,
        parameters,
      );
      return Number(given?.number);
    });
  }
}
