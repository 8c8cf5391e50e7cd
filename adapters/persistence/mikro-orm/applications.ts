import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { OfficeFilter, ServiceApplications } from '#application/ports/out/repositories.ts';
import { type ApplicationSnapshot, ServiceApplication } from '#domain/service-application/service-application.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';
import { SealedRepository } from './sealed-repository.ts';

export const ApplicationEntity = defineEntity({
  name: 'ServiceApplicationRow',
  tableName: 'service_application',
  properties: {
    id: p.text().primary(),
    citizenId: p.text(),
    serviceId: p.text(),
    status: p.text(),
    acknowledgementNumber: p.text(),
    filedAt: p.datetime(),
    dueOn: p.text(),
    sealed: p.blob(),
  },
});

type ApplicationRow = InferEntity<typeof ApplicationEntity>;

export class StoredServiceApplications
  extends SealedRepository<ApplicationRow, ApplicationSnapshot, ServiceApplication>
  implements ServiceApplications
{
  constructor(database: Database, keys: KeyRing) {
    super(database, keys, {
      entity: ApplicationEntity,
      table: 'service_application',
      rowOf: ({ id, citizenId, serviceId, status, acknowledgementNumber, filedAt, dueOn }) => ({
        id,
        citizenId,
        serviceId,
        status,
        acknowledgementNumber,
        filedAt: new Date(filedAt),
        dueOn,
      }),
      restore: ServiceApplication.restore,
    });
  }

  of(citizenId: CitizenId): Promise<readonly ServiceApplication[]> {
    return this.select('a.citizen_id = $1', [citizenId], 'order by a.filed_at desc, a.id desc');
  }

  inOffice(filter: OfficeFilter): Promise<readonly ServiceApplication[]> {
    const { services, statuses, acknowledgementNumber, limit } = filter;
    const order = 'order by a.due_on, a.filed_at, a.id limit $3';
    const where = 'a.service_id = any($1::text[]) and a.status = any($2::text[])';
    if (acknowledgementNumber === undefined) return this.select(where, [services, statuses, limit], order);
    const one = `${where} and a.acknowledgement_number = $4`;
    return this.select(one, [services, statuses, limit, acknowledgementNumber], order);
  }
}
