import { Migration } from '@mikro-orm/migrations';

/** When the gateway is asked about a payment next: also about one that is paid, for more may have come. */
export class PaymentLooks extends Migration {
  override up(): void {
    this.addSql('alter table payment add column look_at timestamptz');
    this.addSql(`update payment set look_at = created_at + interval '5 minutes'`);
    this.addSql('drop index payment_unsettled');
    this.addSql('create index payment_look on payment (look_at) where look_at is not null');
  }
}
