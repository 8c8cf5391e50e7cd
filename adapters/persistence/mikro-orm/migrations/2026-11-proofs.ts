import { Migration } from '@mikro-orm/migrations';

/** What proves that a contact point is somebody's: passwords sent there, and codes that came from there. */
export class Proofs extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table one_time_password (id text collate "C" primary key, state jsonb not null,
    touched_at timestamptz not null default now())`,
  `create table link_code (hash text collate "C" primary key, citizen_id text collate "C" not null,
    expires_at timestamptz not null)`,
  'create index link_code_citizen on link_code (citizen_id)',
];
