import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Payments } from '#application/ports/out/repositories.ts';
import { Payment, type PaymentSnapshot } from '#domain/payment/payment.ts';
import type { DemandId } from '#domain/shared/ids.ts';
import { UNSETTLED } from '../store.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import { SealedRepository } from './sealed-repository.ts';

export const PaymentEntity = defineEntity({
  name: 'PaymentRow',
  tableName: 'payment',
  properties: {
    id: p.text().primary(),
    citizenId: p.text(),
    demandId: p.text(),
    status: p.text(),
    amountPaise: p.bigint('number'),
    createdAt: p.datetime(),
    sealed: p.blob(),
  },
});

type PaymentRow = InferEntity<typeof PaymentEntity>;

/** Written out, so that the planner sees that the partial index serves. */
const IS_UNSETTLED = `a.status in (${UNSETTLED.map((status) => `'${status}'`).join(', ')})`;

export class StoredPayments extends SealedRepository<PaymentRow, PaymentSnapshot, Payment> implements Payments {
  constructor(database: Database, keys: KeyRing) {
    super(database, keys, {
      entity: PaymentEntity,
      table: 'payment',
      rowOf: ({ id, citizenId, demandId, status, amount, createdAt }) => ({
        id,
        citizenId,
        demandId,
        status,
        amountPaise: amount.paise,
        createdAt: new Date(createdAt),
      }),
      restore: Payment.restore,
    });
  }

  ofDemand(demandId: DemandId): Promise<readonly Payment[]> {
    return this.select('a.demand_id = $1', [demandId], 'order by a.created_at, a.id');
  }

  unsettled(...[before, limit, after]: Parameters<Payments['unsettled']>): Promise<readonly Payment[]> {
    const order = 'order by a.created_at, a.id limit $2';
    const due = `${IS_UNSETTLED} and a.created_at < $1::timestamptz`;
    if (!after) return this.select(due, [before, limit], order);
    const behind = '(a.created_at, a.id) > ($3::timestamptz, $4)';
    return this.select(`${due} and ${behind}`, [before, limit, after.createdAt, after.id], order);
  }
}
