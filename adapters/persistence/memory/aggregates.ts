import type { Handovers } from '#application/ports/out/handovers.ts';
import type {
  Certificates,
  Consents,
  Demands,
  OfficeFilter,
  OfficeOrder,
  OfficePart,
  Papers,
  Payments,
  Repository,
  ServiceApplications,
} from '#application/ports/out/repositories.ts';
import { Consent, type ConsentSnapshot } from '#domain/consent/consent.ts';
import { Certificate, type CertificateSnapshot } from '#domain/document/certificate.ts';
import { Paper, type PaperSnapshot } from '#domain/document/paper.ts';
import { Handover, type HandoverSnapshot } from '#domain/handover/handover.ts';
import { Demand, type DemandSnapshot } from '#domain/payment/demand.ts';
import { nextLook } from '#domain/payment/looking.ts';
import { Payment, type PaymentSnapshot } from '#domain/payment/payment.ts';
import { checkLeftTo } from '#domain/service-application/course.ts';
import { type ApplicationSnapshot, ServiceApplication } from '#domain/service-application/service-application.ts';
import type { ApplicationId, CitizenId, DemandId, DepartmentId } from '#domain/shared/ids.ts';
import type { Instant } from '#domain/shared/time.ts';
import type { InMemoryKeys } from './citizens.ts';
import { copyOf, type MemoryTransactions, Table } from './transactions.ts';

/** What the aggregates of a citizen need, all in the same way. */
export interface Ground {
  readonly transactions: MemoryTransactions;
  readonly keys: InMemoryKeys;
}

/** Aggregates of citizens, kept as snapshots. Those of an erased citizen are not there any more. */
class InMemoryRepository<Snapshot extends { readonly citizenId: CitizenId }, Aggregate extends { snapshot(): Snapshot }>
  implements Repository<Aggregate, string>
{
  protected readonly ground: Ground;
  protected readonly rows: Table<Snapshot>;
  private readonly restore: (snapshot: Snapshot) => Aggregate;
  private readonly keyOf: (snapshot: Snapshot) => string;

  constructor(ground: Ground, restore: (snapshot: Snapshot) => Aggregate, keyOf: (snapshot: Snapshot) => string) {
    this.ground = ground;
    this.rows = new Table(ground.transactions);
    this.restore = restore;
    this.keyOf = keyOf;
  }

  find(key: string): Promise<Aggregate | undefined> {
    return this.ground.transactions.within(() => this.load(key));
  }

  add(aggregate: Aggregate): Promise<boolean> {
    return this.ground.transactions.within(() => {
      const snapshot = copyOf(aggregate.snapshot());
      const key = this.keyOf(snapshot);
      if (this.rows.has(key) || !this.ground.keys.isThere(snapshot.citizenId)) return false;
      this.rows.set(key, snapshot);
      return true;
    });
  }

  update(key: string, change: (aggregate: Aggregate) => void): Promise<Aggregate | undefined> {
    return this.ground.transactions.within(() => {
      const aggregate = this.load(key);
      if (!aggregate) return undefined;
      change(aggregate);
      this.rows.set(key, copyOf(aggregate.snapshot()));
      return aggregate;
    });
  }

  async remove(key: string): Promise<void> {
    await this.ground.transactions.within(() => this.rows.delete(key));
  }

  /** All that are kept, also of erased citizens, whose statuses still count. */
  all(): readonly Snapshot[] {
    return this.rows.values();
  }

  protected where(is: (snapshot: Snapshot) => boolean): Promise<Snapshot[]> {
    return this.ground.transactions.within(() =>
      this.rows.values().filter((row) => is(row) && this.ground.keys.isThere(row.citizenId)),
    );
  }

  protected restored(snapshots: readonly Snapshot[]): Aggregate[] {
    return snapshots.map((snapshot) => this.restore(copyOf(snapshot)));
  }

  private load(key: string): Aggregate | undefined {
    const row = this.rows.get(key);
    return row && this.ground.keys.isThere(row.citizenId) ? this.restore(copyOf(row)) : undefined;
  }
}

/** Compares by a text, for sorting. */
const by =
  <Row>(text: (row: Row) => string) =>
  (one: Row, other: Row): number =>
    text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : 0;

export class InMemoryConsents extends InMemoryRepository<ConsentSnapshot, Consent> implements Consents {
  constructor(ground: Ground) {
    super(ground, Consent.restore, ({ id }) => id);
  }

  async heldBy(citizenId: CitizenId): Promise<readonly Consent[]> {
    return this.restored(await this.where((row) => row.citizenId === citizenId && row.withdrawnAt === undefined));
  }
}

export class InMemoryServiceApplications
  extends InMemoryRepository<ApplicationSnapshot, ServiceApplication>
  implements ServiceApplications
{
  constructor(ground: Ground) {
    super(ground, ServiceApplication.restore, ({ id }) => id);
  }

  async of(citizenId: CitizenId): Promise<readonly ServiceApplication[]> {
    const rows = await this.where((row) => row.citizenId === citizenId);
    return this.restored(rows.sort(by((row) => `${row.filedAt} ${row.id}`)).reverse());
  }

  async about(mark: string): Promise<readonly ServiceApplication[]> {
    const rows = await this.where((row) => row.about === mark);
    return this.restored(rows.sort(by((row) => `${row.filedAt} ${row.id}`)).reverse());
  }

  async inOffice(filter: OfficeFilter, { order = 'due', skip = 0, limit }: OfficePart) {
    const rows = await this.where(isIn(filter));
    return this.restored(rows.sort(by(PLACES[order])).slice(skip, skip + limit));
  }

  async countInOffice(filter: OfficeFilter): Promise<number> {
    return (await this.where(isIn(filter))).length;
  }
}

const isIn =
  ({ services, statuses, checkedBy, isLeading, dueBefore, acknowledgementNumber }: OfficeFilter) =>
  (row: ApplicationSnapshot): boolean =>
    services.includes(row.serviceId) &&
    (statuses.includes(row.status) || (checkedBy !== undefined && checkLeftTo(row) === checkedBy)) &&
    !(isLeading && row.joins) &&
    (dueBefore === undefined || row.dueOn < dueBefore) &&
    (acknowledgementNumber === undefined || row.acknowledgementNumber === acknowledgementNumber);

const PLACES: Readonly<Record<OfficeOrder, (row: ApplicationSnapshot) => string>> = {
  due: ({ dueOn, filedAt, id }) => `${dueOn} ${filedAt} ${id}`,
  submitted: ({ filedAt, id }) => `${filedAt} ${id}`,
  service: ({ serviceId, dueOn, filedAt, id }) => `${serviceId} ${dueOn} ${filedAt} ${id}`,
};

export class InMemoryPapers extends InMemoryRepository<PaperSnapshot, Paper> implements Papers {
  constructor(ground: Ground) {
    super(ground, Paper.restore, ({ id }) => id);
  }
}

export class InMemoryDemands extends InMemoryRepository<DemandSnapshot, Demand> implements Demands {
  constructor(ground: Ground) {
    super(ground, Demand.restore, ({ id }) => id);
  }

  async ofApplication(applicationId: ApplicationId): Promise<Demand | undefined> {
    const rows = await this.where((row) => row.applicationId === applicationId);
    return this.restored(rows.sort(by((row) => `${row.raisedAt} ${row.id}`))).at(-1);
  }

  /** What has been paid stays paid, also when the one who paid has been erased. */
  paidAmong(billedIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.ground.transactions.within(() => {
      const paid = this.rows.values().filter(({ status }) => status === 'paid');
      const ids = new Set(paid.flatMap((row) => row.billedIds));
      return new Set(billedIds.filter((id) => ids.has(id)));
    });
  }
}

export class InMemoryPayments extends InMemoryRepository<PaymentSnapshot, Payment> implements Payments {
  constructor(ground: Ground) {
    super(ground, Payment.restore, ({ id }) => id);
  }

  async ofDemand(demandId: DemandId): Promise<readonly Payment[]> {
    const rows = await this.where((row) => row.demandId === demandId);
    return this.restored(rows.sort(by((row) => `${row.createdAt} ${row.id}`)));
  }

  async dueForLook(now: Instant, limit: number): Promise<readonly Payment[]> {
    const rows = await this.where((row) => (nextLook(row) ?? now) < now);
    return this.restored(rows.sort(by((row) => `${nextLook(row)} ${row.id}`)).slice(0, limit));
  }
}

export class InMemoryCertificates extends InMemoryRepository<CertificateSnapshot, Certificate> implements Certificates {
  constructor(ground: Ground) {
    super(ground, Certificate.restore, ({ number }) => number);
  }

  async ofApplication(applicationId: ApplicationId): Promise<readonly Certificate[]> {
    const rows = await this.where((row) => row.applicationId === applicationId);
    return this.restored(rows.sort(by((row) => `${row.issuedAt} ${row.number}`)));
  }
}

export class InMemoryHandovers extends InMemoryRepository<HandoverSnapshot, Handover> implements Handovers {
  constructor(ground: Ground) {
    super(ground, Handover.restore, ({ id }) => id);
  }

  async openIn(department: DepartmentId, limit: number): Promise<readonly Handover[]> {
    const open = await this.where((row) => row.department === department && row.ended === undefined);
    return this.longestWaiting(open, limit);
  }

  async restingSince(moment: Instant, limit: number): Promise<readonly Handover[]> {
    const since = (row: HandoverSnapshot) => Handover.restore(row).silentSince;
    const resting = await this.where((row) => (since(row) ?? '9') <= moment);
    return this.restored(resting.sort(by((row) => `${since(row)} ${row.id}`)).slice(0, limit));
  }

  async askedBefore(moment: Instant, limit: number): Promise<readonly Handover[]> {
    return this.longestWaiting(await this.where((row) => row.askedAt < moment), limit);
  }

  private longestWaiting(rows: HandoverSnapshot[], limit: number): readonly Handover[] {
    return this.restored(rows.sort(by(({ askedAt, id }) => `${askedAt} ${id}`)).slice(0, limit));
  }
}
