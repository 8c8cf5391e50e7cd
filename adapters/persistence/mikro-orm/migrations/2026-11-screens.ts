import { Migration } from '@mikro-orm/migrations';

/** Sessions at shared screens, and what is shown in them while they last. */
export class ScreensOfSessions extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table assisted_session (id text collate "C" primary key, operator_id text collate "C" not null,
    is_open boolean not null, active_at timestamptz not null, opened_at timestamptz not null, ended_at timestamptz,
    has_files boolean not null, state jsonb not null)`,
  'create index assisted_session_open on assisted_session (operator_id) where is_open',
  'create index assisted_session_files on assisted_session (ended_at) where has_files',
  `create table screen_message (session_id text collate "C" not null, seq integer not null,
    citizen_id text collate "C" not null, reference text collate "C" not null, sealed bytea not null,
    primary key (session_id, seq), unique (session_id, reference))`,
  'create index screen_message_citizen on screen_message (citizen_id)',
];
