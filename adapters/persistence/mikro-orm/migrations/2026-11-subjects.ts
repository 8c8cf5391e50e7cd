import { Migration } from '@mikro-orm/migrations';

/** What an application is about, as a keyed hash: others about the same thing are found, and nobody reads of whom they tell. */
export class Subjects extends Migration {
  override up(): void {
    this.addSql('alter table service_application add column about text collate "C"');
    this.addSql('create index application_about on service_application (about) where about is not null');
  }
}
