import { Migration } from '@mikro-orm/migrations';

/** Who may open a line to a screen, once; and which of a session's lines is the newest. Both across processes. */
export class LinesOfScreens extends Migration {
  override up(): void {
    this.addSql('create table used_ticket (id text collate "C" primary key, until timestamptz not null)');
    this.addSql('alter table assisted_session add column lines integer not null default 0');
  }
}
