import { Migration } from '@mikro-orm/migrations';

/** What came and went by the channels, without what was said. Written in batches and read seldom: one index. */
export class ChannelLog extends Migration {
  override up(): void {
    this.addSql(`create table channel_log (id bigint generated always as identity, at timestamptz not null,
      channel text collate "C" not null, provider text collate "C", event text collate "C" not null,
      who text collate "C", message text collate "C", what text collate "C", code text collate "C", milliseconds integer)`);
    this.addSql('create index channel_log_at on channel_log (at, id)');
  }
}
