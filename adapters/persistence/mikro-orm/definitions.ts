import type { Definitions } from '#application/ports/out/definitions.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { Database } from './database.ts';

/** As text: the order of what stands in it tells whether it is the same. */
export class StoredDefinitions implements Definitions {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async all(): Promise<readonly ServiceDefinition[]> {
    const rows = await this.database.query<{ readonly definition: string }>(
      'select definition from service_definition order by id, version',
      [],
    );
    return rows.map(({ definition }) => JSON.parse(definition) as ServiceDefinition);
  }

  async keep(definition: ServiceDefinition): Promise<void> {
    await this.database.query(
      'insert into service_definition (id, version, definition) values ($1, $2, $3) on conflict do nothing',
      [definition.id, definition.version, JSON.stringify(definition)],
    );
  }
}
