import { Migration } from '@mikro-orm/migrations';

/** What each message cost, and an index for their sums alone: most lines cost nothing. */
export class MessageCosts extends Migration {
  override up(): void {
    this.addSql('alter table channel_log add column segments integer, add column paise numeric(12, 3)');
    this.addSql(`create index channel_log_costs on channel_log (provider) include (segments, paise)
      where segments is not null`);
  }
}
