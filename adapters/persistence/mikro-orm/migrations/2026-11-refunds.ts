import { Migration } from '@mikro-orm/migrations';

/** The gateway is asked about money on its way back too. */
export class Refunds extends Migration {
  override up(): void {
    this.addSql('drop index payment_unsettled');
    this.addSql(`create index payment_unsettled on payment (created_at)
      where status in ('open', 'pending', 'failed', 'refund-asked')`);
  }
}
