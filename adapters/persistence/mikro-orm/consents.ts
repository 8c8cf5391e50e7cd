import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Consents } from '#application/ports/out/repositories.ts';
import { Consent, type ConsentSnapshot } from '#domain/consent/consent.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import { SealedRepository } from './sealed-repository.ts';

export const ConsentEntity = defineEntity({
  name: 'ConsentRow',
  tableName: 'consent',
  properties: {
    id: p.text().primary(),
    citizenId: p.text(),
    holds: p.boolean(),
    givenAt: p.datetime(),
    sealed: p.blob(),
  },
});

type ConsentRow = InferEntity<typeof ConsentEntity>;

export class StoredConsents extends SealedRepository<ConsentRow, ConsentSnapshot, Consent> implements Consents {
  constructor(database: Database, keys: KeyRing) {
    super(database, keys, {
      entity: ConsentEntity,
      table: 'consent',
      rowOf: ({ id, citizenId, givenAt, withdrawnAt }) => ({
        id,
        citizenId,
        holds: withdrawnAt === undefined,
        givenAt: new Date(givenAt),
      }),
      restore: Consent.restore,
    });
  }

  heldBy(citizenId: CitizenId): Promise<readonly Consent[]> {
    return this.select('a.citizen_id = $1 and a.holds', [citizenId], 'order by a.given_at, a.id');
  }
}
