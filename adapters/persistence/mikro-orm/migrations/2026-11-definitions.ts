import { Migration } from '@mikro-orm/migrations';

/** Every version of a definition that was ever in force: an application is judged by the one it was begun with. */
export class Definitions extends Migration {
  override up(): void {
    this.addSql(`create table service_definition (id text collate "C" not null, version text collate "C" not null,
      definition text not null, primary key (id, version))`);
  }
}
