import { Migration } from '@mikro-orm/migrations';

/** By which channels a message came more than once; and which messages are late. */
export class Deliveries extends Migration {
  override up(): void {
    this.addSql(`alter table outbox add column duplicates text[] not null default '{}'`);
    this.addSql(`create index outbox_undelivered on outbox (channel, urgency, sent_at)
      where status = 'sent' and sealed is not null and delivery_rank < 2`);
  }
}
