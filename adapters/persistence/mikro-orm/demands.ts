import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Demands } from '#application/ports/out/repositories.ts';
import { Demand, type DemandSnapshot } from '#domain/payment/demand.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import { SealedRepository } from './sealed-repository.ts';

export const DemandEntity = defineEntity({
  name: 'DemandRow',
  tableName: 'demand',
  properties: {
    id: p.text().primary(),
    citizenId: p.text(),
    applicationId: p.text().nullable(),
    status: p.text(),
    raisedAt: p.datetime(),
    /** Keyed hashes: a due's id may tell whose house it is for. */
    billed: p.array(),
    sealed: p.blob(),
  },
});

type DemandRow = InferEntity<typeof DemandEntity>;

export class StoredDemands extends SealedRepository<DemandRow, DemandSnapshot, Demand> implements Demands {
  constructor(database: Database, keys: KeyRing) {
    super(database, keys, {
      entity: DemandEntity,
      table: 'demand',
      rowOf: ({ id, citizenId, applicationId, status, raisedAt, billedIds }) => ({
        id,
        citizenId,
        applicationId: applicationId ?? null,
        status,
        raisedAt: new Date(raisedAt),
        billed: billedIds.map((billedId) => hashOf(keys, billedId)),
      }),
      restore: Demand.restore,
    });
  }

  async ofApplication(applicationId: ApplicationId): Promise<Demand | undefined> {
    const order = 'order by a.raised_at desc, a.id desc limit 1';
    const [demand] = await this.select('a.application_id = $1', [applicationId], order);
    return demand;
  }

  /** What has been paid stays paid, also when the one who paid has been erased. */
  async paidAmong(billedIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (billedIds.length === 0) return new Set();
    const hashes = billedIds.map((billedId) => hashOf(this.keys, billedId));
    const rows = await this.database.query<{ billed: string }>(
      `select unnest(billed) as billed from demand where status = 'paid' and billed && $1::text[]`,
      [hashes],
    );
    const paid = new Set(rows.map((row) => row.billed));
    return new Set(billedIds.filter((_, index) => paid.has(hashes[index] ?? '')));
  }
}

const hashOf = (keys: KeyRing, billedId: string): string => keys.hash(`billed/${billedId}`).toString('hex');
