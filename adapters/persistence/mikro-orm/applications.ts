import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type {
  OfficeFilter,
  OfficeOrder,
  OfficePart,
  ServiceApplications,
} from '#application/ports/out/repositories.ts';
import { checkLeftTo } from '#domain/service-application/course.ts';
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
    checkLeftTo: p.text().nullable(),
    isJoined: p.boolean(),
    about: p.text().nullable(),
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
      rowOf: (state) => ({
        id: state.id,
        citizenId: state.citizenId,
        serviceId: state.serviceId,
        status: state.status,
        acknowledgementNumber: state.acknowledgementNumber,
        filedAt: new Date(state.filedAt),
        dueOn: state.dueOn,
        checkLeftTo: checkLeftTo(state) ?? null,
        isJoined: state.joins !== undefined,
        about: state.about ?? null,
      }),
      restore: ServiceApplication.restore,
    });
  }

  of(citizenId: CitizenId): Promise<readonly ServiceApplication[]> {
    return this.select('a.citizen_id = $1', [citizenId], 'order by a.filed_at desc, a.id desc');
  }

  about(mark: string): Promise<readonly ServiceApplication[]> {
    return this.select('a.about = $1', [mark], 'order by a.filed_at desc, a.id desc');
  }

  inOffice(filter: OfficeFilter, { order = 'due', skip = 0, limit }: OfficePart) {
    const { conditions, parameters } = whereIn(filter);
    const next = parameters.length + 1;
    return this.select(
      conditions,
      [...parameters, skip, limit],
      `order by ${ORDERS[order]} offset $${next} limit $${next + 1}`,
    );
  }

  countInOffice(filter: OfficeFilter): Promise<number> {
    const { conditions, parameters } = whereIn(filter);
    return this.count(conditions, parameters);
  }
}

/** Only what is asked for is a condition, so that the index of the office, or of the number, is found. */
function whereIn({ services, statuses, checkedBy, isLeading, dueBefore, acknowledgementNumber }: OfficeFilter) {
  const parameters: unknown[] = [services, statuses];
  const place = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = [
    'a.service_id = any($1::text[])',
    checkedBy === undefined
      ? 'a.status = any($2::text[])'
      : `(a.status = any($2::text[]) or a.check_left_to = ${place(checkedBy)})`,
    ...(isLeading ? ['not a.is_joined'] : []),
    ...(dueBefore === undefined ? [] : [`a.due_on < ${place(dueBefore)}`]),
    ...(acknowledgementNumber === undefined ? [] : [`a.acknowledgement_number = ${place(acknowledgementNumber)}`]),
  ];
  return { conditions: conditions.join(' and '), parameters };
}

const ORDERS: Readonly<Record<OfficeOrder, string>> = {
  due: 'a.due_on, a.filed_at, a.id',
  submitted: 'a.filed_at, a.id',
  service: 'a.service_id, a.due_on, a.filed_at, a.id',
};
