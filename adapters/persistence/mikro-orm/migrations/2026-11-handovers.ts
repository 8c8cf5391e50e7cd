import { Migration } from '@mikro-orm/migrations';

/** Talks with a person. What is looked for stands in clear; what was said is sealed by the citizen's key. */
export class Handovers extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table handover (id text collate "C" primary key, citizen_id text collate "C" not null,
    department text collate "C" not null, is_open boolean not null, asked_at timestamptz not null, sealed bytea not null)`,
  'create index handover_open on handover (department, asked_at) where is_open',
];
