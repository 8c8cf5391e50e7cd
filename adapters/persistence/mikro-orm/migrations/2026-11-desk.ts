import { Migration } from '@mikro-orm/migrations';

/**
 * What the desk's list is made of, so that it can be counted and shown page by page. A file of before takes its place
 * among these with its next change.
 */
export class DeskLists extends Migration {
  override up(): void {
    this.addSql(`alter table service_application add column check_left_to text collate "C",
      add column is_joined boolean not null default false`);
    this.addSql(`create index application_check on service_application (service_id, check_left_to)
      where check_left_to is not null`);
  }
}
