import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Papers } from '#application/ports/out/repositories.ts';
import { Paper, type PaperSnapshot } from '#domain/document/paper.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import { SealedRepository } from './sealed-repository.ts';

export const PaperEntity = defineEntity({
  name: 'PaperRow',
  tableName: 'paper',
  properties: { id: p.text().primary(), citizenId: p.text(), sealed: p.blob() },
});

type PaperRow = InferEntity<typeof PaperEntity>;

export class StoredPapers extends SealedRepository<PaperRow, PaperSnapshot, Paper> implements Papers {
  constructor(database: Database, keys: KeyRing) {
    super(database, keys, {
      entity: PaperEntity,
      table: 'paper',
      rowOf: ({ id, citizenId }) => ({ id, citizenId }),
      restore: Paper.restore,
    });
  }
}
