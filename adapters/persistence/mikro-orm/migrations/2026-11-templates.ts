import { Migration } from '@mikro-orm/migrations';

/** What providers think of our approved texts; and session windows, which are open on one number of ours each. */
export class Templates extends Migration {
  override up(): void {
    this.addSql(`create table message_template (name text collate "C" not null, language text collate "C" not null,
      standing jsonb not null, primary key (name, language))`);
    // When the citizen was last heard, by the line of ours on which it was.
    this.addSql(`alter table conversation drop column last_heard_at,
      add column heard_on jsonb not null default '{}'`);
  }
}
