import { Migration } from '@mikro-orm/migrations';

/** Which devices may be kiosks; and where something was done, in the audit trail. */
export class KiosksOfPlaces extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table kiosk (id text collate "C" primary key, code_hash text collate "C", is_disabled boolean not null,
    seen_at timestamptz, state jsonb not null)`,
  'create unique index kiosk_awaiting on kiosk (code_hash) where code_hash is not null',
  'create index kiosk_disabled on kiosk (id) where is_disabled',
  `create index assisted_session_kiosk on assisted_session ((state ->> 'kiosk')) where is_open`,
  'alter table audit_entry add column kiosk text, add column place text',
];
