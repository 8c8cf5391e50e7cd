import type {
  AssistedSessions,
  ScreenBody,
  ScreenStanding,
  Screens,
  ShownMessage,
} from '#application/ports/out/screens.ts';
import { AssistedSession, type AssistedSessionSnapshot } from '#domain/assisting/assisted-session.ts';
import type { OfficerId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import { openJson, sealJson } from '../sealing/index.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';

interface SessionRow extends Readonly<Record<string, unknown>> {
  readonly state: AssistedSessionSnapshot;
}

/** In clear: a session says who helped whom when, by their ids, and nothing of what was said. */
export class StoredAssistedSessions implements AssistedSessions {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async find(id: string): Promise<AssistedSession | undefined> {
    return (await this.where('id = $1', [id]))[0];
  }

  async add(session: AssistedSession): Promise<boolean> {
    const added = await this.database.query(
      `insert into assisted_session (id, operator_id, is_open, active_at, opened_at, ended_at, has_files, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb) on conflict do nothing returning id`,
      columnsOf(session),
    );
    return added.length > 0;
  }

  update(id: string, change: (session: AssistedSession) => void): Promise<AssistedSession | undefined> {
    return this.database.run(async () => {
      const [session] = await this.where('id = $1 for update', [id]);
      if (!session) return undefined;
      const before = session.snapshot();
      change(session);
      if (session.snapshot() !== before)
        await this.database.query(
          `update assisted_session set operator_id = $2, is_open = $3, active_at = $4, opened_at = $5, ended_at = $6,
             has_files = $7, state = $8::jsonb where id = $1`,
          columnsOf(session),
        );
      return session;
    });
  }

  openOf(operatorId: OfficerId): Promise<readonly AssistedSession[]> {
    return this.where('operator_id = $1 and is_open', [operatorId]);
  }

  openAt(kioskId: string): Promise<readonly AssistedSession[]> {
    return this.where(`state ->> 'kiosk' = $1 and is_open`, [kioskId]);
  }

  stale(before: Instant, openedBefore: Instant, limit: number): Promise<readonly AssistedSession[]> {
    return this.where('is_open and (active_at <= $1::timestamptz or opened_at <= $2::timestamptz) limit $3::integer', [
      before,
      openedBefore,
      limit,
    ]);
  }

  withFiles(endedBefore: Instant, limit: number): Promise<readonly AssistedSession[]> {
    return this.where('has_files and ended_at <= $1::timestamptz limit $2::integer', [endedBefore, limit]);
  }

  private async where(condition: string, parameters: readonly unknown[]): Promise<AssistedSession[]> {
    const rows = await this.database.query<SessionRow>(
      `select state from assisted_session where ${condition}`,
      parameters,
    );
    return rows.map(({ state }) => AssistedSession.restore(state));
  }
}

function columnsOf(session: AssistedSession): unknown[] {
  const state = session.snapshot();
  const { id, operatorId, activeAt, openedAt, ended, files } = state;
  const hasFiles = files.length > 0;
  return [id, operatorId, session.isOpen, activeAt, openedAt, ended?.at ?? null, hasFiles, JSON.stringify(state)];
}

interface ShownRow extends Readonly<Record<string, unknown>> {
  readonly citizen_id: string;
  readonly seq: number;
  readonly reference: string;
  readonly sealed: Buffer;
}

const sealedAs = (sessionId: string): string => `screen/${sessionId}`;

export class StoredScreens implements Screens {
  private readonly database: Database;
  private readonly keys: KeyRing;

  constructor(database: Database, keys: KeyRing) {
    this.database = database;
    this.keys = keys;
  }

  async append({ sessionId, citizenId, reference, body }: Parameters<Screens['append']>[0]): Promise<void> {
    const key = await this.keys.keyOf(citizenId);
    if (!key) return;
    // The session's row is held by whoever appends, so that two never take one number.
    await this.database.query(
      `insert into screen_message (session_id, citizen_id, seq, reference, sealed)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4 from screen_message where session_id = $1
       on conflict do nothing`,
      [sessionId, citizenId, reference, sealJson(key, body, sealedAs(sessionId))],
    );
  }

  async after(sessionId: string, seq: number, limit: number): Promise<readonly ShownMessage[]> {
    const rows = await this.database.query<ShownRow>(
      `select citizen_id, seq, reference, sealed from screen_message
       where session_id = $1 and seq > $2::integer order by seq limit $3::integer`,
      [sessionId, seq, limit],
    );
    const [first] = rows;
    const key = first && (await this.keys.keyOf(first.citizen_id));
    if (!key) return [];
    return rows.map(({ seq: number, reference, sealed }) => ({
      seq: Number(number),
      reference,
      body: openJson<ScreenBody>(key, sealed, sealedAs(sessionId)),
    }));
  }

  async standing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, ScreenStanding>> {
    const rows = await this.database.query<{ id: string; last: number; lines: number }>(
      `select s.id, s.lines, coalesce((select max(m.seq) from screen_message m where m.session_id = s.id), 0) as last
       from assisted_session s where s.id = any($1::text[]) and s.is_open`,
      [sessionIds],
    );
    return new Map(rows.map(({ id, last, lines }) => [id, { last: Number(last), lines: Number(lines) }]));
  }

  async countLine(sessionId: string): Promise<number> {
    const [row] = await this.database.query<{ lines: number }>(
      'update assisted_session set lines = lines + 1 where id = $1 returning lines',
      [sessionId],
    );
    return Number(row?.lines ?? 1);
  }

  async wipe(sessionId: string): Promise<void> {
    await this.database.query('delete from screen_message where session_id = $1', [sessionId]);
  }
}
