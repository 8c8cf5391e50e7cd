import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Handovers } from '#application/ports/out/handovers.ts';
import { Handover, type HandoverSnapshot } from '#domain/handover/handover.ts';
import type { DepartmentId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import { SealedRepository } from './sealed-repository.ts';

export const HandoverEntity = defineEntity({
  name: 'HandoverRow',
  tableName: 'handover',
  properties: {
    id: p.text().primary(),
    citizenId: p.text(),
    department: p.text(),
    isOpen: p.boolean(),
    askedAt: p.datetime(),
    silentSince: p.datetime().nullable(),
    sealed: p.blob(),
  },
});

type HandoverRow = InferEntity<typeof HandoverEntity>;

export class StoredHandovers extends SealedRepository<HandoverRow, HandoverSnapshot, Handover> implements Handovers {
  constructor(database: Database, keys: KeyRing) {
    super(database, keys, {
      entity: HandoverEntity,
      table: 'handover',
      rowOf: (snapshot) => {
        const { id, citizenId, department, askedAt, ended } = snapshot;
        const { silentSince } = Handover.restore(snapshot);
        return {
          id,
          citizenId,
          department,
          isOpen: ended === undefined,
          askedAt: new Date(askedAt),
          silentSince: silentSince === undefined ? null : new Date(silentSince),
        };
      },
      restore: Handover.restore,
    });
  }

  restingSince(moment: Instant, limit: number): Promise<readonly Handover[]> {
    return this.select(
      'a.is_open and a.silent_since <= $1',
      [moment, limit],
      'order by a.silent_since, a.id limit $2::integer',
    );
  }

  askedBefore(moment: Instant, limit: number): Promise<readonly Handover[]> {
    return this.select('a.asked_at < $1', [moment, limit], 'order by a.asked_at, a.id limit $2::integer');
  }

  openIn(department: DepartmentId, limit: number): Promise<readonly Handover[]> {
    return this.select(
      'a.department = $1 and a.is_open',
      [department, limit],
      'order by a.asked_at, a.id limit $2::integer',
    );
  }
}
