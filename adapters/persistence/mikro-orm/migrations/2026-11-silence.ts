import { Migration } from '@mikro-orm/migrations';

/** Since when a talk with a person rests. Of those that are open already it is known when something is said in them again. */
export class Silence extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  'alter table handover add column silent_since timestamptz',
  'create index handover_silent on handover (silent_since) where is_open',
];
