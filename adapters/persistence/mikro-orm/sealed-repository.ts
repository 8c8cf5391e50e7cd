import { type EntityData, type EntityName, type FilterQuery, LockMode, type RequiredEntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Repository } from '#application/ports/out/repositories.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import { openJson, sealJson } from '../sealing/index.ts';
import type { Database } from './database.ts';
import type { KeyRing } from './key-ring.ts';

/** What every row of a citizen's aggregate has. */
export interface SealedRow {
  readonly id: string;
  readonly citizenId: string;
  readonly sealed: Uint8Array;
}

/** How an aggregate lies in its table. */
export interface Mapping<Entity extends SealedRow, Snapshot, Aggregate> {
  readonly entity: EntityName<Entity>;
  readonly table: string;
  /** What is looked for or counted, in clear: ids, codes and moments, nothing that tells of a person. */
  rowOf(snapshot: Snapshot): Omit<Entity, 'sealed'>;
  restore(snapshot: Snapshot): Aggregate;
}

/**
 * Aggregates, each a row with its whole snapshot sealed by its citizen's key. Not a column for each field: then every
 * column would have to be sealed by itself, could not be searched either, and the domain's shape would be told twice.
 * So erasing a citizen is destroying one key, and a changed domain needs no changed tables.
 */
export class SealedRepository<
  Entity extends SealedRow,
  Snapshot extends { readonly citizenId: CitizenId },
  Aggregate extends { snapshot(): Snapshot },
> implements Repository<Aggregate, string>
{
  protected readonly database: Database;
  protected readonly keys: KeyRing;
  private readonly mapping: Mapping<Entity, Snapshot, Aggregate>;

  constructor(database: Database, keys: KeyRing, mapping: Mapping<Entity, Snapshot, Aggregate>) {
    this.database = database;
    this.keys = keys;
    this.mapping = mapping;
  }

  async find(id: string): Promise<Aggregate | undefined> {
    const row = await this.database.within((em) => this.load(em, id));
    return row ? this.open(row) : undefined;
  }

  async add(aggregate: Aggregate): Promise<boolean> {
    const row = await this.sealed(aggregate);
    if (!row) return false;
    const added = await this.database.within((em) =>
      em
        .createQueryBuilder(this.mapping.entity)
        .insert(row as RequiredEntityData<Entity>)
        .onConflict()
        .ignore()
        .execute<{ affectedRows: number }>('run'),
    );
    return added.affectedRows > 0;
  }

  update(id: string, change: (aggregate: Aggregate) => void): Promise<Aggregate | undefined> {
    return this.database.run(async () => {
      const row = await this.database.within((em) => this.load(em, id, LockMode.PESSIMISTIC_WRITE));
      const aggregate = row ? await this.open(row) : undefined;
      if (!aggregate) return undefined;
      change(aggregate);
      const changed = await this.sealed(aggregate);
      if (!changed) return undefined;
      await this.database.within((em) =>
        em.nativeUpdate(this.mapping.entity, { id } as FilterQuery<Entity>, changed as EntityData<Entity>),
      );
      return aggregate;
    });
  }

  async remove(id: string): Promise<void> {
    await this.database.query(`delete from ${this.mapping.table} where ${this.idColumn} = $1`, [id]);
  }

  /** Those that `conditions` (SQL, from `where` on, of the table named `a`) find, and whose citizens are still there. */
  protected async select(
    conditions: string,
    parameters: readonly unknown[],
    after = '',
  ): Promise<readonly Aggregate[]> {
    const rows = await this.database.query<{ id: string; citizen_id: string; sealed: Buffer; wrapped: Buffer }>(
      `select a.${this.idColumn} as id, a.citizen_id, a.sealed, k.wrapped
       from ${this.mapping.table} a join citizen_key k on k.citizen_id = a.citizen_id
       where ${conditions} ${after}`,
      parameters,
    );
    return rows.map((row) => {
      const key = this.keys.unwrap(row.citizen_id, row.wrapped);
      return this.mapping.restore(openJson<Snapshot>(key, row.sealed, this.sealedAs(row.id)));
    });
  }

  /** How many those are. */
  protected async count(conditions: string, parameters: readonly unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(
      `select count(*) from ${this.mapping.table} a join citizen_key k on k.citizen_id = a.citizen_id
       where ${conditions}`,
      parameters,
    );
    return Number(row?.count ?? 0);
  }

  /** The column of the id. */
  protected get idColumn(): string {
    return 'id';
  }

  private load(em: EntityManager, id: string, lockMode?: LockMode): Promise<SealedRow | null> {
    return em.findOne(this.mapping.entity, { id } as FilterQuery<Entity>, {
      disableIdentityMap: true,
      ...(lockMode !== undefined && { lockMode }),
    }) as Promise<SealedRow | null>;
  }

  private async open(row: SealedRow): Promise<Aggregate | undefined> {
    const key = await this.keys.keyOf(row.citizenId);
    return key && this.mapping.restore(openJson<Snapshot>(key, row.sealed, this.sealedAs(row.id)));
  }

  private async sealed(aggregate: Aggregate): Promise<object | undefined> {
    const snapshot = aggregate.snapshot();
    const key = await this.keys.keyOf(snapshot.citizenId);
    if (!key) return undefined;
    const row = this.mapping.rowOf(snapshot);
    return { ...row, sealed: sealJson(key, snapshot, this.sealedAs(row.id)) };
  }

  /** Where the sealed snapshot belongs, so that it opens in no other row. */
  private sealedAs(id: string): string {
    return `${this.mapping.table}/${id}`;
  }
}
