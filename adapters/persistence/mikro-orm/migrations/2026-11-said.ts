import { Migration } from '@mikro-orm/migrations';

/** What was said in talks, for a person who is called later: sealed by the citizen's key, found by citizen, newest first. */
export class Said extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table said_part (citizen_id text collate "C" not null, seq bigint generated always as identity,
    said_at timestamptz not null, sealed bytea not null, primary key (citizen_id, seq))`,
  // Rows come in the order of time, so a block-range index finds the old ones, and costs a turn next to nothing.
  'create index said_part_age on said_part using brin (said_at)',
  'create index handover_asked on handover (asked_at)',
];
