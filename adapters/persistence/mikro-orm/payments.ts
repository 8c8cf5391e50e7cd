import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Payments } from '#application/ports/out/repositories.ts';
import { nextLook } from '#domain/payment/looking.ts';
import { Payment, type PaymentSnapshot } from '#domain/payment/payment.ts';
import type { DemandId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
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
    lookAt: p.datetime().nullable(),
    sealed: p.blob(),
  },
});

type PaymentRow = InferEntity<typeof PaymentEntity>;

export class StoredPayments extends SealedRepository<PaymentRow, PaymentSnapshot, Payment> implements Payments {
  constructor(database: Database, keys: KeyRing) {
    super(database, keys, {
      entity: PaymentEntity,
      table: 'payment',
      rowOf: (snapshot) => {
        const { id, citizenId, demandId, status, amount, createdAt } = snapshot;
        const lookAt = nextLook(snapshot);
        return {
          id,
          citizenId,
          demandId,
          status,
          amountPaise: amount.paise,
          createdAt: new Date(createdAt),
          lookAt: lookAt === undefined ? null : new Date(lookAt),
        };
      },
      restore: Payment.restore,
    });
  }

  ofDemand(demandId: DemandId): Promise<readonly Payment[]> {
    return this.select('a.demand_id = $1', [demandId], 'order by a.created_at, a.id');
  }

  dueForLook(now: Instant, limit: number): Promise<readonly Payment[]> {
    return this.select('a.look_at < $1::timestamptz', [now, limit], 'order by a.look_at, a.id limit $2');
  }
}
