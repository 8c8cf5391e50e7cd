import type { LinkCodes, OneTimePasswords, UsedTickets } from '#application/ports/out/repositories.ts';
import type { LinkCodeKind } from '#domain/citizen/link-code.ts';
import { OneTimePassword, type OneTimePasswordSnapshot } from '#domain/citizen/one-time-password.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Database } from './database.ts';

interface PasswordRow extends Readonly<Record<string, unknown>> {
  readonly state: OneTimePasswordSnapshot;
}

/** In clear: there are hashes and moments in it, and nothing of a person. */
export class StoredOneTimePasswords implements OneTimePasswords {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async find(id: string): Promise<OneTimePassword | undefined> {
    const [row] = await this.database.query<PasswordRow>('select state from one_time_password where id = $1', [id]);
    return row && OneTimePassword.restore(row.state);
  }

  async add(password: OneTimePassword): Promise<boolean> {
    const state = password.snapshot();
    const added = await this.database.query(
      `insert into one_time_password (id, state) values ($1, $2::jsonb) on conflict do nothing returning id`,
      [state.id, JSON.stringify(state)],
    );
    return added.length > 0;
  }

  update(id: string, change: (password: OneTimePassword) => void): Promise<OneTimePassword | undefined> {
    return this.database.run(async () => {
      const [row] = await this.database.query<PasswordRow>(
        'select state from one_time_password where id = $1 for update',
        [id],
      );
      if (!row) return undefined;
      const password = OneTimePassword.restore(row.state);
      change(password);
      await this.database.query(
        'update one_time_password set state = $2::jsonb, touched_at = coalesce($3::timestamptz, touched_at) where id = $1',
        [id, JSON.stringify(password.snapshot()), password.snapshot().sentAt.at(-1) ?? null],
      );
      return password;
    });
  }
}

type Code = Parameters<LinkCodes['put']>[0];

export class StoredLinkCodes implements LinkCodes {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async put({ hash, citizenId, kind, expiresAt }: Code): Promise<void> {
    await this.database.query(
      'insert into link_code (hash, citizen_id, kind, expires_at) values ($1, $2, $3, $4) on conflict do nothing',
      [hash, citizenId, kind, expiresAt],
    );
  }

  async take(hash: string, now: Instant): ReturnType<LinkCodes['take']> {
    const [row] = await this.database.query<{ citizen_id: string; kind: LinkCodeKind }>(
      'delete from link_code where hash = $1 and expires_at > $2::timestamptz returning citizen_id, kind',
      [hash, now],
    );
    return row && { citizenId: row.citizen_id, kind: row.kind };
  }

  async forget(citizenId: CitizenId): Promise<void> {
    await this.database.query('delete from link_code where citizen_id = $1', [citizenId]);
  }
}

export class StoredUsedTickets implements UsedTickets {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async use(id: string, until: Instant): Promise<boolean> {
    const added = await this.database.query(
      'insert into used_ticket (id, until) values ($1, $2) on conflict do nothing returning id',
      [id, until],
    );
    return added.length > 0;
  }
}
