import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Certificates } from '#application/ports/out/repositories.ts';
import { Certificate, type CertificateSnapshot } from '#domain/document/certificate.ts';
import type { ApplicationId } from '#domain/shared/ids.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import { SealedRepository } from './sealed-repository.ts';

export const CertificateEntity = defineEntity({
  name: 'CertificateRow',
  tableName: 'certificate',
  properties: {
    id: p.text().primary().fieldName('number'),
    citizenId: p.text(),
    applicationId: p.text(),
    issuedAt: p.datetime(),
    sealed: p.blob(),
  },
});

type CertificateRow = InferEntity<typeof CertificateEntity>;

export class StoredCertificates
  extends SealedRepository<CertificateRow, CertificateSnapshot, Certificate>
  implements Certificates
{
  constructor(database: Database, keys: KeyRing) {
    super(database, keys, {
      entity: CertificateEntity,
      table: 'certificate',
      rowOf: ({ number, citizenId, applicationId, issuedAt }) => ({
        id: number,
        citizenId,
        applicationId,
        issuedAt: new Date(issuedAt),
      }),
      restore: Certificate.restore,
    });
  }

  ofApplication(applicationId: ApplicationId): Promise<readonly Certificate[]> {
    return this.select('a.application_id = $1', [applicationId], 'order by a.issued_at, a.number');
  }

  protected override get idColumn(): string {
    return 'number';
  }
}
