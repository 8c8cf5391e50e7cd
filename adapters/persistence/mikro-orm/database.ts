import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { Transactions } from '#application/ports/out/transactions.ts';

/** Lets one in at a time, in the order in which they came. */
class Turnstile {
  private last: Promise<unknown> = Promise.resolve();

  pass<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

/** A transaction, or a part of one that can be undone by itself. */
interface Scope {
  readonly em: EntityManager;
  /** A connection does one thing at a time. */
  readonly connection: Turnstile;
  /** Parts of one scope go one after the other, or undoing one would undo another's. */
  readonly parts: Turnstile;
  readonly around: Scope | undefined;
  readonly depth: number;
  /** Whether its savepoint has been set; that waits until something is asked of the database. */
  begun: boolean;
  ended: boolean;
  readonly afterwards: (() => void)[];
}

export type Row = Readonly<Record<string, unknown>>;

/** The connections, and the transaction in which the caller is. */
export class Database implements Transactions {
  private readonly em: EntityManager;
  private readonly current = new AsyncLocalStorage<Scope>();

  constructor(em: EntityManager) {
    this.em = em;
  }

  get isInTransaction(): boolean {
    return this.scope() !== undefined;
  }

  /** Whether anything has been asked of the database in the surrounding transaction, or part of one. */
  get hasBegun(): boolean {
    return this.scope()?.begun ?? false;
  }

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const around = this.scope();
    return around ? around.parts.pass(() => this.runPart(around, work)) : this.runWhole(work);
  }

  /**
   * The entity manager of the surrounding transaction, or one that stores at once. Whatever `work` does has to end with
   * it, and must not call `within` or `run` again.
   */
  within<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    const scope = this.scope();
    if (!scope) return work(this.em.fork());
    return scope.connection.pass(async () => {
      await begin(scope);
      return work(scope.em);
    });
  }

  /** A statement with bound, prepared parameters, in the surrounding transaction or by itself. */
  query<Found extends Row>(text: string, parameters: readonly unknown[]): Promise<readonly Found[]> {
    return this.within((em) => execute<Found>(em, text, parameters));
  }

  /** When the surrounding transaction is stored or undone; at once when there is none. */
  afterwards(work: () => void): void {
    const scope = this.scope();
    if (scope) scope.afterwards.push(work);
    else work();
  }

  /** Work that was started in a transaction and outlived it is outside of it. */
  private scope(): Scope | undefined {
    const scope = this.current.getStore();
    return scope?.ended ? undefined : scope;
  }

  private async runWhole<Result>(work: () => Promise<Result>): Promise<Result> {
    const afterwards: (() => void)[] = [];
    try {
      return await this.em.fork().transactional(async (em) => {
        const scope: Scope = {
          em: em as EntityManager,
          connection: new Turnstile(),
          parts: new Turnstile(),
          around: undefined,
          depth: 0,
          begun: true,
          ended: false,
          afterwards,
        };
        return this.inScope(scope, work);
      });
    } finally {
      for (const each of afterwards) each();
    }
  }

  private async runPart<Result>(around: Scope, work: () => Promise<Result>): Promise<Result> {
    const scope: Scope = {
      ...around,
      parts: new Turnstile(),
      around,
      depth: around.depth + 1,
      begun: false,
      ended: false,
    };
    try {
      const result = await this.inScope(scope, work);
      if (scope.begun) await scope.connection.pass(() => execute(scope.em, `release savepoint ${nameOf(scope)}`, []));
      return result;
    } catch (error) {
      if (scope.begun) {
        await scope.connection.pass(() => execute(scope.em, `rollback to savepoint ${nameOf(scope)}`, []));
      }
      throw error;
    }
  }

  private async inScope<Result>(scope: Scope, work: () => Promise<Result>): Promise<Result> {
    try {
      return await this.current.run(scope, work);
    } finally {
      scope.ended = true;
    }
  }
}

const nameOf = ({ depth }: Scope): string => `part_${depth}`;

/** Most turns of a talk ask nothing of the database, and so cost no savepoint. */
async function begin(scope: Scope): Promise<void> {
  if (scope.begun) return;
  if (scope.around) await begin(scope.around);
  await execute(scope.em, `savepoint ${nameOf(scope)}`, []);
  scope.begun = true;
}

async function execute<Found extends Row>(
  em: EntityManager,
  text: string,
  parameters: readonly unknown[],
): Promise<readonly Found[]> {
  const { rows } = await em.getKysely().executeQuery(CompiledQuery.raw(text, [...parameters]));
  return rows as Found[];
}

/** An instant as the database gives it back. */
export const instantOf = (value: unknown): string =>
  (value instanceof Date ? value : new Date(String(value))).toISOString();

/** One array for each column, to be given to `unnest`: many rows in one statement with a fixed text. */
export const columnsOf = <Item>(
  items: readonly Item[],
  ...columns: readonly ((item: Item) => unknown)[]
): unknown[][] => columns.map((column) => items.map(column));
