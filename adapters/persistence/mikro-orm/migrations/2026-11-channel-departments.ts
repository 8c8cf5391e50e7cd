import { Migration } from '@mikro-orm/migrations';

/** Whose number or whose news a line of the channel log is of, and an index for what is found by it. */
export class ChannelDepartments extends Migration {
  override up(): void {
    this.addSql('alter table channel_log add column department text collate "C"');
    this.addSql(
      'create index channel_log_department on channel_log (department, message) where department is not null',
    );
  }
}
