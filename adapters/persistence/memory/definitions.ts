import type { Definitions } from '#application/ports/out/definitions.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { type MemoryTransactions, Table } from './transactions.ts';

export class InMemoryDefinitions implements Definitions {
  private readonly transactions: MemoryTransactions;
  private readonly rows: Table<ServiceDefinition>;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  all(): Promise<readonly ServiceDefinition[]> {
    return this.transactions.within(() => this.rows.values());
  }

  keep(definition: ServiceDefinition): Promise<void> {
    return this.transactions.within(() => {
      const key = `${definition.id}/${definition.version}`;
      if (!this.rows.get(key)) this.rows.set(key, definition);
    });
  }
}
