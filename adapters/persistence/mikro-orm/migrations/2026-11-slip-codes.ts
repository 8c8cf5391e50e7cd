import { Migration } from '@mikro-orm/migrations';

/** Codes printed on slips live long, and say of themselves that they are such. */
export class SlipCodes extends Migration {
  override up(): void {
    this.addSql(`alter table link_code add column kind text collate "C" not null default 'talk'`);
  }
}
